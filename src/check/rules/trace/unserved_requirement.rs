//! A requirement without an objective.
//!
//! # What it checks
//! Every requirement serves an objective.
//! # Why
//! Common Criteria, part 3, APE_REQ.2: every requirement traces back to an objective.
//! # Bad
//! ```norm
//! requirement R-2 "Second" {  //~ unserved-requirement
//!   statement "The vault shall hold."
//!   covers act:E-1
//!   rationale "An example."
//! }
//! assessment A-9 "Look" { assesses R-2; method examine; modules act:A; activity "Look."; verdict { pass "It holds."; fail "It does not." }; evidence "notes" }
//! ```
//! # Good
//! ```norm
//! requirement R-2 "Second" {
//!   statement "The vault shall hold."
//!   serves O-1
//!   covers act:E-1
//!   rationale "An example."
//! }
//! assessment A-9 "Look" { assesses R-2; method examine; modules act:A; activity "Look."; verdict { pass "It holds."; fail "It does not." }; evidence "notes" }
//! ```
//! # How to fix
//! Say which objective it `serves`.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::Requirement;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "unserved-requirement", severity: Severity::Error, kinds: &["requirement"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    for (declaration, requirement) in context.model.all::<Requirement<'_>>() {
        if requirement.serves.is_empty() {
            let message = format!("the requirement `{}` serves no objective", declaration.name);
            context.report(declaration.at, message, "say which objective it `serves`").misses(&[]);
        }
    }
}
