//! A stage that comes before the one it follows.
//!
//! # What it checks
//! The dates of a work item's milestones rise with their stages: draft, enquiry, vote, adoption, publication, citation.
//! # Why
//! Request M/606, Article 2(1): a timetable that cannot be kept is none.
//! # Bad
//! ```norm
//! // in: plan
//! // without: plan/adoption.norm
//! milestone m-2d "Adoption" { of wi-2; stage adoption; planned 2026-08-01 }  //~ milestone-order
//! ```
//! # Good
//! ```norm
//! // in: plan
//! // without: plan/adoption.norm
//! milestone m-2d "Adoption" { of wi-2; stage adoption; planned 2026-11-01 }
//! ```
//! # How to fix
//! Correct one of the two dates, or the stage.

use crate::check::{Context, PLAN, Rule};
use crate::diagnostic::Severity;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "milestone-order", severity: Severity::Error, kinds: &["milestone"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    for plan in context.asked_plans() {
        for milestones in plan.milestones.values() {
            for pair in milestones.windows(2) {
                let [(before, earlier), (after, later)] = pair else { continue };
                let (Some(first), Some(second)) = (earlier.date(), later.date()) else { continue };
                if second <= first {
                    let message = format!("`{}` is of {second}, and the stage before it of {first}", after.name);
                    context
                        .report(after.at, message, "correct one of the two dates, or the stage")
                        .label(before.at, "the stage before")
                        .misses(PLAN);
                }
            }
        }
    }
}
