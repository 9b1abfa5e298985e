//! Notes written as a word processor would have them, not as the drafting rules do.

use normc::model::Requirement;

use super::Kind;
use crate::corpus::{Corpus, Mutant};

/// A note put into each requirement.
fn noted(corpus: &Corpus<'_>, note: &str, rule: &'static str, word: &str) -> Vec<Mutant> {
    let requirements = corpus.all::<Requirement<'_>>();
    let line = format!("note \"{note}\"");
    requirements
        .filter_map(|(_, _, item)| Some(Mutant::inside(vec![corpus.insert(item, &line)?], rule, word)))
        .collect()
}

pub(super) const KINDS: &[Kind] = &[
    Kind {
        name: "a unit clings to its number",
        rule: "unit-spacing",
        mutants: |corpus| noted(corpus, "A person takes 200ms to notice.", "unit-spacing", "200ms"),
    },
    Kind {
        name: "a hyphen stands for a minus sign",
        rule: "minus-sign",
        mutants: |corpus| noted(corpus, "It is cold at -40 °C.", "minus-sign", "-40"),
    },
    Kind {
        name: "a note is called a note by hand",
        rule: "typed-note",
        mutants: |corpus| noted(corpus, "NOTE: This is so.", "typed-note", "NOTE"),
    },
];
