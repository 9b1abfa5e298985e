//! A statement that binds in more than one way.
//!
//! # What it checks
//! The statement of a requirement has verbal forms of one sort: `shall`, or `should`, or `may` and `need not`.
//! # Why
//! A requirement is a requirement, a recommendation or a permission. Where its statement is two of them, nobody can say what is assessed, or which part supports the essential requirement (request M/606, Annex II: objectively verifiable criteria).
//! # Bad
//! ```norm
//! requirement R-2 "Second" {
//!   statement "The vault shall hold, and may be blue."  //~ mixed-verbs
//!   serves O-1
//!   covers act:E-1
//!   rationale "An example."
//! }
//! assessment A-9 "Look" { assesses R-2; method examine; modules act:A; activity "Look."; verdict { pass "It holds."; fail "It does not." }; evidence "notes" }
//! ```
//! # Good
//! ```norm
//! requirement R-2 "Second" {
//!   statement "The vault shall hold, whatever its colour."
//!   serves O-1
//!   covers act:E-1
//!   rationale "An example."
//! }
//! assessment A-9 "Look" { assesses R-2; method examine; modules act:A; activity "Look."; verdict { pass "It holds."; fail "It does not." }; evidence "notes" }
//! ```
//! # How to fix
//! Make two requirements of it. What is merely possible is said with `can`, what is left open with a condition.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::wording::{Found, Passage, Place};

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "mixed-verbs", severity: Severity::Error, kinds: &["requirement"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    let wording = context.wording;
    for passage in wording.passages.iter().filter(|passage| passage.place == Place::Statement) {
        let mut verbs = passage.provisions().filter(|(found, _)| found.place == Place::Statement);
        let Some((first, force)) = verbs.next() else { continue };
        if let Some((other, second)) = verbs.find(|(_, other)| *other != force) {
            let (one, two) = (quoted(passage, first), quoted(passage, other));
            let message = format!("the statement is {} with {one} and {} with {two}", force.words(), second.words());
            let help = "make two requirements of it; say `can` for what is merely possible";
            context
                .report(passage.span(&other.range), message, help)
                .label(passage.span(&first.range), format!("{} here", force.words()));
        }
    }
}

fn quoted(passage: &Passage<'_>, found: &Found) -> String {
    format!("`{}`", passage.words(&found.range))
}
