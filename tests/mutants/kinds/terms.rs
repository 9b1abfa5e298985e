//! Terms and abbreviations that no text uses.

use super::Kind;

pub(super) const KINDS: &[Kind] = &[
    Kind {
        name: "a term that no text uses",
        rule: "unused-term",
        mutants: |corpus| {
            corpus.appended("term quux \"quuxification\" { definition \"act of making something quux\"; rationale \"own definition\" }", "quux", "unused-term")
        },
    },
    Kind {
        name: "an abbreviation that no text uses",
        rule: "unused-abbreviation",
        mutants: |corpus| {
            corpus.appended(
                "abbreviation QXF \"QXF\" { definition \"Quux Exchange Format\" }",
                "QXF",
                "unused-abbreviation",
            )
        },
    },
];
