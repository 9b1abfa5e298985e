//! Provisions that do not say `shall`, and references and terms that break the drafting rules.

use normc::model::{CitedDocument, Requirement, Term};
use normc::source::Span;

use super::Kind;
use crate::corpus::{Corpus, Mutant};

pub(super) const KINDS: &[Kind] = &[
    Kind {
        name: "a provision says must",
        rule: "wrong-verb",
        mutants: |corpus| verbs(corpus, "must", "must", "wrong-verb", |_, _| true),
    },
    Kind {
        name: "a provision says has to",
        rule: "wrong-verb",
        mutants: |corpus| verbs(corpus, "has to", "has to", "wrong-verb", |_, _| true),
    },
    Kind {
        name: "a requirement also permits",
        rule: "mixed-verbs",
        mutants: |corpus| verbs(corpus, "shall and may", "may", "mixed-verbs", |_, _| true),
    },
    Kind {
        name: "a statement requires two things",
        rule: "compound-requirement",
        mutants: |corpus| verbs(corpus, "shall do so and shall", "shall", "compound-requirement", |_, _| true),
    },
    Kind {
        name: "a provision leaves open what is enough",
        rule: "vague-predicate",
        mutants: |corpus| {
            let unmeasured = |text: &str| !text.contains(|c: char| c == '{' || c.is_ascii_digit());
            verbs(corpus, "shall adequately", "adequately", "vague-predicate", |_, text| unmeasured(text))
        },
    },
    Kind {
        name: "a provision lets the reader out",
        rule: "escape-clause",
        mutants: |corpus| {
            let unconditional =
                |requirement: &Requirement<'_>, text: &str| requirement.when.is_none() && !text.contains('[');
            verbs(corpus, "shall, where feasible,", "where feasible", "escape-clause", unconditional)
        },
    },
    Kind {
        name: "a provision says and/or",
        rule: "avoided-word",
        mutants: |corpus| verbs(corpus, "shall sooner and/or later", "and/or", "avoided-word", |_, _| true),
    },
    Kind {
        name: "a provision says might",
        rule: "ambiguous-word",
        mutants: |corpus| verbs(corpus, "shall, as it might,", "might", "ambiguous-word", |_, _| true),
    },
    Kind {
        name: "a provision binds the user",
        rule: "wrong-subject",
        mutants: |corpus| {
            let product = ["The product shall ", "The password manager shall "];
            statements(corpus)
                .filter_map(|(_, text)| {
                    let stands = corpus.text(text);
                    let (start, subject) = product.iter().find_map(|it| Some((stands.find(it)?, it)))?;
                    let at = text.start + u32::try_from(start).ok()?;
                    let span = Span::new(text.file, at, at + u32::try_from(subject.len()).ok()?);
                    Some(Mutant::inside(vec![corpus.replace(span, "The user shall ")], "wrong-subject", "The user"))
                })
                .collect()
        },
    },
    Kind {
        name: "a note requires",
        rule: "misplaced-shall",
        mutants: |corpus| corpus.inserted("note \"The product shall be kept dry.\"", "shall", "misplaced-shall"),
    },
    Kind {
        name: "an example permits",
        rule: "misplaced-recommendation",
        mutants: |corpus| corpus.inserted("example \"A product may be wet.\"", "may", "misplaced-recommendation"),
    },
    Kind {
        name: "a draft calls itself a standard",
        rule: "self-reference",
        mutants: |corpus| {
            corpus.inserted("note \"This standard is about products.\"", "This standard", "self-reference")
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
                    let text = format!("term a-twin \"{}\" {{ definition \"same word again\" }}", declaration.label());
                    Mutant::inside(vec![corpus.append(declaration.span.file, &text)], "second-definition", "a-twin")
                })
                .collect()
        },
    },
];

/// Every requirement with the place of its statement.
fn statements<'c>(corpus: &Corpus<'c>) -> impl Iterator<Item = (&'c Requirement<'c>, Span)> {
    let all = corpus.all::<Requirement<'_>>();
    all.filter_map(|(_, requirement, item)| {
        Some((requirement, corpus.line(item, "statement")?.arguments.first()?.span))
    })
}

/// Requirements whose `shall` became other words, among which `wrong` is what a rule finds.
fn verbs(
    corpus: &Corpus<'_>,
    words: &'static str,
    wrong: &'static str,
    rule: &'static str,
    fits: impl Fn(&Requirement<'_>, &str) -> bool,
) -> Vec<Mutant> {
    let fitting = statements(corpus).filter(|(requirement, text)| fits(requirement, corpus.text(*text)));
    fitting
        .filter_map(|(_, text)| {
            let at = text.start + u32::try_from(corpus.text(text).find(" shall ")?).ok()? + 1;
            let shall = Span::new(text.file, at, at + 5);
            Some(Mutant::inside(vec![corpus.replace(shall, words)], rule, wrong))
        })
        .collect()
}
