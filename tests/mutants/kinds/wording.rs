//! Provisions that do not say `shall`, and references and terms that break the drafting rules.

use normc::model::{CitedDocument, Requirement, Term};

use super::Kind;
use crate::corpus::Mutant;

pub(super) const KINDS: &[Kind] = &[
    Kind {
        name: "a provision says must",
        rule: "wrong-verb",
        mutants: |corpus| {
            let statements = corpus.all::<Requirement<'_>>().filter_map(|(_, _, item)| corpus.line(item, "statement"));
            statements
                .filter_map(|line| {
                    let text = line.arguments.first()?.span;
                    let must = corpus.text(text).replacen(" shall ", " must ", 1);
                    Some(Mutant::new(vec![corpus.replace(text, must)], "wrong-verb", text))
                })
                .collect()
        },
    },
    Kind {
        name: "a normative reference names no edition",
        rule: "undated-normative-reference",
        mutants: |corpus| {
            let references = corpus.all::<CitedDocument<'_>>().filter(|(_, reference, _)| reference.normative);
            references
                .filter_map(|(declaration, _, item)| {
                    let date = corpus.line(item, "date")?;
                    Some(Mutant::new(vec![corpus.remove(date)], "undated-normative-reference", declaration.at))
                })
                .collect()
        },
    },
    Kind {
        name: "a term is defined a second time",
        rule: "second-definition",
        mutants: |corpus| {
            let terms = corpus.all::<Term<'_>>();
            terms
                .filter(|(declaration, _, _)| {
                    corpus.model.package(declaration.package).header == Some(normc::language::Header::Library)
                })
                .map(|(declaration, _, _)| {
                    let text =
                        format!("term a-twin \"{}\" {{ definition \"the same word again\" }}", declaration.label());
                    Mutant::inside(vec![corpus.append(declaration.span.file, &text)], "second-definition", "a-twin")
                })
                .collect()
        },
    },
];
