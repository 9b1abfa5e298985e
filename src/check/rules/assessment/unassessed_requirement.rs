//! A requirement that nothing assesses.
//!
//! # What it checks
//! Every requirement has an assessment.
//! # Why
//! Request M/606, Annex II, section 1: evaluation procedures assess the product against each requirement.
//! # Bad
//! ```norm
//! requirement R-2 "Second" {  //~ unassessed-requirement
//!   statement "The vault shall hold."
//!   serves O-1
//!   covers act:E-1
//!   rationale "An example."
//! }
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
//! Write an `assessment` inside it, or one that `assesses` it.

use crate::check::stub;
use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::{Relation, Requirement};

pub(in crate::check::rules) const RULE: Rule = Rule {
    name: "unassessed-requirement",
    severity: Severity::Error,
    kinds: &["requirement", "assessment"],
    check: Some(check),
};

fn check(context: &mut Context<'_, '_>) {
    let (model, graph) = (context.model, context.graph);
    for (declaration, _) in model.all::<Requirement<'_>>() {
        if !graph.is_target(declaration.id, &[Relation::Assesses]) {
            let message = format!("nothing assesses the requirement `{}`", declaration.name);
            context
                .report(declaration.at, message, "write an `assessment` inside it, or one that `assesses` it")
                .misses(&["assessment"])
                .fix(stub::assessment(model, declaration));
        }
    }
}
