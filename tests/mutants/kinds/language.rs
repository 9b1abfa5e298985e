//! Sources that do not read as Norm, and names that lead nowhere.

use normc::model::{Assessment, Objective, Relation, Requirement, Term, Threat};

use super::Kind;
use crate::corpus::Mutant;

pub(super) const KINDS: &[Kind] = &[
    Kind {
        name: "a property is misspelt",
        rule: "unknown-keyword",
        mutants: |corpus| {
            let lines = corpus.all::<Requirement<'_>>().filter_map(|(_, _, item)| corpus.line(item, "serves"));
            lines
                .map(|line| Mutant::new(vec![corpus.replace(line.keyword, "servse")], "unknown-keyword", line.keyword))
                .collect()
        },
    },
    Kind {
        name: "a reference is misspelt",
        rule: "unknown-name",
        mutants: |corpus| {
            let links = corpus.all::<Objective<'_>>().flat_map(|(declaration, _, _)| &declaration.links);
            let counters = links.filter(|link| link.relation == Relation::Counters);
            counters
                .map(|link| {
                    let misspelt = format!("{}X", corpus.text(link.span));
                    Mutant::new(vec![corpus.replace(link.span, misspelt)], "unknown-name", link.span)
                })
                .collect()
        },
    },
    Kind {
        name: "a reference names a thing of another kind",
        rule: "wrong-kind",
        mutants: |corpus| {
            let requirements = corpus.all::<Requirement<'_>>();
            let links = requirements.flat_map(|(declaration, _, _)| {
                declaration
                    .links
                    .iter()
                    .filter(|link| link.relation == Relation::Serves)
                    .map(move |link| (declaration, link))
            });
            links
                .map(|(declaration, link)| {
                    Mutant::new(vec![corpus.replace(link.span, declaration.name.clone())], "wrong-kind", link.span)
                })
                .collect()
        },
    },
    Kind {
        name: "two things have one name",
        rule: "duplicate-name",
        mutants: |corpus| {
            let threats = corpus.all::<Threat<'_>>();
            threats
                .map(|(declaration, _, _)| {
                    let twin = format!("feature {} \"A twin\"", declaration.name);
                    Mutant::inside(
                        vec![corpus.append(declaration.span.file, &twin)],
                        "duplicate-name",
                        &declaration.name,
                    )
                })
                .collect()
        },
    },
    Kind {
        name: "a requirement has no statement",
        rule: "missing-property",
        mutants: |corpus| {
            let requirements = corpus.all::<Requirement<'_>>();
            requirements
                .filter_map(|(declaration, _, item)| {
                    let statement = corpus.line(item, "statement")?;
                    let said = corpus.text(statement.span);
                    if corpus.model.of::<Term<'_>>(declaration.package).any(|(term, _)| said.contains(&term.label())) {
                        return None;
                    }
                    Some(Mutant::new(vec![corpus.remove(statement)], "missing-property", declaration.at))
                })
                .collect()
        },
    },
    Kind {
        name: "a property stands twice",
        rule: "repeated-property",
        mutants: |corpus| {
            let lines =
                corpus.all::<Assessment<'_>>().filter_map(|(_, _, item)| Some((item, corpus.line(item, "evidence")?)));
            lines
                .filter_map(|(item, line)| {
                    let twin = corpus.insert(item, "evidence \"a copy\"")?;
                    Some(Mutant::new(vec![twin], "repeated-property", line.keyword))
                })
                .collect()
        },
    },
    Kind {
        name: "a property stands in an item that has none such",
        rule: "misplaced-keyword",
        mutants: |corpus| {
            let requirements = corpus.all::<Requirement<'_>>();
            requirements
                .filter_map(|(_, _, item)| {
                    Some(Mutant::inside(vec![corpus.insert(item, "agent \"Somebody\"")?], "misplaced-keyword", "agent"))
                })
                .collect()
        },
    },
    Kind {
        name: "a word stands where another is asked",
        rule: "wrong-argument",
        mutants: |corpus| {
            let methods = corpus.all::<Assessment<'_>>().filter_map(|(_, _, item)| corpus.line(item, "method"));
            methods
                .filter_map(|line| {
                    let word = line.arguments.first()?.span;
                    Some(Mutant::new(vec![corpus.replace(word, "probing")], "wrong-argument", word))
                })
                .collect()
        },
    },
    Kind {
        name: "a quotation mark is missing",
        rule: "syntax-error",
        mutants: |corpus| {
            let lines = corpus.all::<Assessment<'_>>().filter_map(|(_, _, item)| corpus.line(item, "evidence"));
            lines
                .filter_map(|line| {
                    let text = line.arguments.first()?.span;
                    let open = corpus.text(text).strip_suffix('"').filter(|open| !open.ends_with('"'))?;
                    Some(Mutant::new(vec![corpus.replace(text, open)], "syntax-error", text))
                })
                .collect()
        },
    },
];
