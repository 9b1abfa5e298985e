//! A work item that answers no item and supports nothing.
//!
//! # What it checks
//! Every work item says which requested `item` it answers, or which other work items it `supports`.
//! # Why
//! Request M/606, Article 2(1), and Annex II, section 1: the programme lists what answers the items, and the supporting work that these need.
//! # Bad
//! ```norm
//! // in: plan
//! work-item wi-3 "Symbols" { body tc-1 }  //~ idle-work-item
//! ```
//! # Good
//! ```norm
//! // in: plan
//! work-item wi-3 "Symbols" { supports wi-1; body tc-1 }
//! ```
//! # How to fix
//! Write `item` or `supports`, or take the work item away.

use crate::check::{Context, PLAN, Rule};
use crate::diagnostic::Severity;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "idle-work-item", severity: Severity::Error, kinds: &["work-item"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    for plan in context.asked_plans() {
        for (declaration, work) in &plan.work {
            if work.items.is_empty() && work.supports.is_empty() && !declaration.loose {
                let message = format!("the work item `{}` answers no item and supports nothing", declaration.name);
                context
                    .report(declaration.at, message, "say which `item` it answers, or what it `supports`")
                    .misses(PLAN);
            }
        }
    }
}
