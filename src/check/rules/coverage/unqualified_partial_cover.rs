//! Coverage in part that does not say what is missing.
//!
//! # What it checks
//! A line `covers … partial` says what is missing.
//! # Why
//! Request M/606, Annex II, section 1, paragraph 6 (OB-055), and the form of Annex ZA: a row of partial coverage has a remark.
//! # Bad
//! ```norm
//! requirement R-2 "Second" {
//!   statement "The vault shall hold."
//!   serves O-1
//!   covers act:E-1 partial  //~ unqualified-partial-cover
//!   rationale "An example."
//! }
//! assessment A-9 "Look" { assesses R-2; method examine; modules act:A; activity "Look."; verdict { pass "It holds."; fail "It does not." }; evidence "notes" }
//! ```
//! # Good
//! ```norm
//! requirement R-2 "Second" {
//!   statement "The vault shall hold."
//!   serves O-1
//!   covers act:E-1 partial "Secrets that users tell others are left out."
//!   rationale "An example."
//! }
//! assessment A-9 "Look" { assesses R-2; method examine; modules act:A; activity "Look."; verdict { pass "It holds."; fail "It does not." }; evidence "notes" }
//! ```
//! # How to fix
//! Write after `partial` what of the essential requirement is not covered.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::Requirement;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "unqualified-partial-cover", severity: Severity::Error, kinds: &["requirement"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    for (declaration, requirement) in context.model.all::<Requirement<'_>>() {
        for (target, _) in requirement.partly.iter().filter(|(_, missing)| missing.is_none()) {
            let essential = context.name(context.model.get(target.id), declaration.package);
            let message =
                format!("`{}` covers `{essential}` in part, and does not say what is missing", declaration.name);
            context.report(target.span, message, "write after `partial` what is not covered");
        }
    }
}
