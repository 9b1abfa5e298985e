//! A statement that holds several provisions.
//!
//! # What it checks
//! The statement of a requirement has one `shall` (or one `should`, or one `may`).
//! # Why
//! What can pass and fail by itself is a requirement by itself: with its own number, condition and assessment (request M/606, Annex II: objectively verifiable criteria), so that a deviation can name it and a mapping can cite it.
//! # Bad
//! ```norm
//! requirement R-2 "Second" {
//!   statement "The vault shall hold, and shall be heavy."  //~ compound-requirement
//!   serves O-1
//!   covers act:E-1
//!   rationale "An example."
//! }
//! assessment A-9 "Look" { assesses R-2; method examine; modules act:A; activity "Look."; verdict { pass "It holds."; fail "It does not." }; evidence "notes" }
//! ```
//! # Good
//! ```norm
//! requirement R-2 "Second" {
//!   statement "The vault shall hold and be heavy."
//!   serves O-1
//!   covers act:E-1
//!   rationale "An example."
//! }
//! assessment A-9 "Look" { assesses R-2; method examine; modules act:A; activity "Look."; verdict { pass "It holds."; fail "It does not." }; evidence "notes" }
//! ```
//! # How to fix
//! Make a requirement of each. Where they can only pass or fail together, let one `shall` govern them: `shall hold and be heavy`.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::wording::Place;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "compound-requirement", severity: Severity::Warning, kinds: &["requirement"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    let wording = context.wording;
    for passage in wording.passages.iter().filter(|passage| passage.place == Place::Statement) {
        let verbs: Vec<_> = passage.provisions().filter(|(found, _)| found.place == Place::Statement).collect();
        let [(first, force), rest @ ..] = verbs.as_slice() else { continue };
        // Verbal forms of several sorts are the subject of `mixed-verbs`.
        let Some((second, _)) = rest.first().filter(|_| rest.iter().all(|(_, other)| other == force)) else { continue };
        let message = format!("the statement holds {} provisions", verbs.len());
        let help = "make a requirement of each, or let one verb govern what passes and fails together";
        let mut reported = context
            .report(passage.span(&second.range), message, help)
            .here("the second")
            .label(passage.span(&first.range), "the first");
        for (more, _) in &rest[1..] {
            reported = reported.label(passage.span(&more.range), "one more");
        }
    }
}
