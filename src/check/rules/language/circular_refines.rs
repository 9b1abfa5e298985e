//! Requirements that refine each other in a circle.
//!
//! # What it checks
//! `refines` leads from a requirement to a more general one and never back.
//! # Why
//! Each of them would be stricter than itself.
//! # Bad
//! ```norm
//! requirement R-2 "Second" {
//!   statement "The vault shall hold."
//!   serves O-1
//!   covers act:E-1
//!   rationale "An example."
//!   refines R-2  //~ circular-refines
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
//!   refines R-1
//! }
//! assessment A-9 "Look" { assesses R-2; method examine; modules act:A; activity "Look."; verdict { pass "It holds."; fail "It does not." }; evidence "notes" }
//! ```
//! # How to fix
//! Take one `refines` of the circle away.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::Relation;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "circular-refines", severity: Severity::Error, kinds: &["requirement"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    for circle in context.graph.circles(Relation::Refines) {
        let names: Vec<_> = circle.iter().map(|edge| context.model.qualified(edge.from)).collect();
        let path =
            names.iter().chain(names.first()).map(|name| format!("`{name}`")).collect::<Vec<_>>().join(" refines ");
        let Some(first) = circle.first() else { continue };
        let message = format!("requirements refine each other in a circle: {path}");
        let mut report = context.report(first.span, message, "take one `refines` of the circle away");
        for (edge, name) in circle.iter().zip(&names).skip(1) {
            report = report.label(edge.span, format!("`{name}` leads on here"));
        }
    }
}
