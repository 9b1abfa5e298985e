//! A work item without a date for one of its stages.
//!
//! # What it checks
//! Every work item that answers an item has milestones for draft, enquiry, vote and adoption, each with the date on which it was reached or is planned.
//! The enquiry is the public consultation.
//! # Why
//! Request M/606, Article 2(1): the programme has a timetable; recital 11: deliverables go through public consultation.
//! # Bad
//! ```norm
//! // in: plan
//! // without: plan/adoption.norm
//! milestone m-2e "Publication" { of wi-2; stage publication; planned 2026-12-01 }  //~ elsewhere missing-milestone
//! ```
//! # Good
//! ```norm
//! // in: plan
//! // without: plan/adoption.norm
//! milestone m-2d "Adoption" { of wi-2; stage adoption; planned 2026-12-01 }
//! ```
//! # How to fix
//! Write a `milestone` with `planned` for each stage.

use crate::check::{Context, PLAN, Rule};
use crate::diagnostic::Severity;

pub(in crate::check::rules) const RULE: Rule = Rule {
    name: "missing-milestone",
    severity: Severity::Error,
    kinds: &["work-item", "milestone"],
    check: Some(check),
};

const STAGES: &[&str] = &["draft", "enquiry", "vote", "adoption"];

fn check(context: &mut Context<'_, '_>) {
    let unread = context.unread(&["milestone"]);
    for plan in context.asked_plans() {
        for (declaration, work) in &plan.work {
            if work.items.is_empty() || unread.contains(&declaration.package) {
                continue;
            }
            let missing = STAGES.iter().filter(|stage| plan.date_of(declaration.id, stage).is_none());
            let missing: Vec<_> = missing.map(|stage| format!("`{stage}`")).collect();
            if !missing.is_empty() {
                let message = format!("`{}` has no date for {}", declaration.name, missing.join(", "));
                context.report(declaration.at, message, "write a `milestone` with the date for each").misses(PLAN);
            }
        }
    }
}
