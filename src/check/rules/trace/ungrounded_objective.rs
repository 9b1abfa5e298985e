//! An objective that rests on no essential requirement.
//!
//! # What it checks
//! Every objective on the product or the process achieves an essential requirement.
//! # Why
//! Request M/606, Annex II, section 1: objectives are based on the essential requirements.
//! # Bad
//! ```norm
//! threat T-2 "Guess" { targets store; agent "A thief"; likelihood rare; impact minor }
//! objective O-2 "Kept" { on product; counters T-2 }  //~ ungrounded-objective
//! requirement R-2 "Second" {
//!   statement "The vault shall hold."
//!   serves O-2
//!   covers act:E-1
//!   rationale "An example."
//! }
//! assessment A-9 "Look" { assesses R-2; method examine; modules act:A; activity "Look."; verdict { pass "It holds."; fail "It does not." }; evidence "notes" }
//! ```
//! # Good
//! ```norm
//! threat T-2 "Guess" { targets store; agent "A thief"; likelihood rare; impact minor }
//! objective O-2 "Kept" { on product; counters T-2; achieves act:E-1 }
//! requirement R-2 "Second" {
//!   statement "The vault shall hold."
//!   serves O-2
//!   covers act:E-1
//!   rationale "An example."
//! }
//! assessment A-9 "Look" { assesses R-2; method examine; modules act:A; activity "Look."; verdict { pass "It holds."; fail "It does not." }; evidence "notes" }
//! ```
//! # How to fix
//! Say which essential requirements it `achieves`.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::{Objective, objective::On};

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "ungrounded-objective", severity: Severity::Error, kinds: &["objective"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    for (declaration, objective) in context.model.all::<Objective<'_>>() {
        if objective.on != Some(On::Environment) && objective.achieves.is_empty() {
            let message = format!("the objective `{}` achieves no essential requirement", declaration.name);
            context.report(declaration.at, message, "say which essential requirements it `achieves`").misses(&[]);
        }
    }
}
