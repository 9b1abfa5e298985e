//! A requirement that leads to no essential requirement.
//!
//! # What it checks
//! Every requirement covers an essential requirement, itself, through the requirement it refines, or through its objectives.
//! # Why
//! Request M/606, recital on correspondence and Annex II, section 1: the correspondence between provisions and essential requirements is indicated.
//! Recital 21 (OB-060).
//! # Bad
//! ```norm
//! threat T-2 "Guess" { targets store; agent "A thief"; likelihood rare; impact minor }
//! objective O-2 "Kept" { on environment; counters T-2 }
//! requirement R-2 "Second" {  //~ untraced-requirement
//!   statement "The vault shall hold."
//!   serves O-2
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
//! Say which essential requirement it `covers`.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::graph::Direction;
use crate::model::Requirement;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "untraced-requirement", severity: Severity::Error, kinds: &["requirement"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    let (model, graph) = (context.model, context.graph);
    for (declaration, requirement) in model.all::<Requirement<'_>>() {
        if !requirement.covers.is_empty() {
            continue;
        }
        let mut reached = false;
        graph.trace(declaration.id, Direction::Above).walk(&mut |branch| {
            reached |= matches!(model.get(branch.id).kind(), "essential" | "concept");
        });
        if !reached {
            let message = format!("the requirement `{}` leads to no essential requirement", declaration.name);
            context
                .report(declaration.at, message, "say which essential requirement it `covers`")
                .misses(&["objective"]);
        }
    }
}
