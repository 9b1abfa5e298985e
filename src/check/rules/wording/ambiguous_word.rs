//! A word with two readings.
//!
//! # What it checks
//! Statements and normative clauses do not say `might`, `could` or `billion`.
//! # Why
//! ISO/IEC Directives, Part 2, clause 7: possibility is said with `can`. A billion is a thousand times larger in some languages than in others.
//! # Bad
//! ```norm
//! requirement R-2 "Second" {
//!   statement "The vault shall show when a lock might open."  //~ ambiguous-word
//!   serves O-1
//!   covers act:E-1
//!   rationale "An example."
//! }
//! assessment A-9 "Look" { assesses R-2; method examine; modules act:A; activity "Look."; verdict { pass "It holds."; fail "It does not." }; evidence "notes" }
//! ```
//! # Good
//! ```norm
//! requirement R-2 "Second" {
//!   statement "The vault shall show when a lock can open."
//!   serves O-1
//!   covers act:E-1
//!   rationale "An example."
//! }
//! assessment A-9 "Look" { assesses R-2; method examine; modules act:A; activity "Look."; verdict { pass "It holds."; fail "It does not." }; evidence "notes" }
//! ```
//! # How to fix
//! Write the word that has one reading; the finding names it.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::wording::{Class, Place};

pub(in crate::check::rules) const RULE: Rule = Rule {
    name: "ambiguous-word",
    severity: Severity::Note,
    kinds: &["requirement", "clause", "annex"],
    check: Some(check),
};

fn check(context: &mut Context<'_, '_>) {
    let wording = context.wording;
    for passage in &wording.passages {
        for found in &passage.found {
            let Class::Ambiguous(at) = found.class else { continue };
            if matches!(found.place, Place::Statement | Place::NormativeProse) {
                let message = format!("`{}` has two readings", passage.words(&found.range));
                let help = format!("write {}", passage.lexicon.ambiguous[at].instead);
                context.report(passage.span(&found.range), message, help);
            }
        }
    }
}
