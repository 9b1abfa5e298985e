//! Terms and abbreviations that no text uses.

use normc::model::Standard;

use super::Kind;
use crate::corpus::{Corpus, Mutant};

/// An item at the end of the file of each deliverable's header.
fn appended(corpus: &Corpus<'_>, text: &str, rule: &'static str, word: &str) -> Vec<Mutant> {
    let heads = corpus.all::<Standard<'_>>();
    heads.map(|(head, _, _)| Mutant::inside(vec![corpus.append(head.span.file, text)], rule, word)).collect()
}

pub(super) const KINDS: &[Kind] = &[
    Kind {
        name: "a term that no text uses",
        rule: "unused-term",
        mutants: |corpus| {
            appended(
                corpus,
                "term quux \"quuxification\" { definition \"act of making something quux\"; rationale \"own definition\" }",
                "unused-term",
                "quux",
            )
        },
    },
    Kind {
        name: "an abbreviation that no text uses",
        rule: "unused-abbreviation",
        mutants: |corpus| {
            appended(
                corpus,
                "abbreviation QXF \"QXF\" { definition \"Quux Exchange Format\" }",
                "unused-abbreviation",
                "QXF",
            )
        },
    },
];
