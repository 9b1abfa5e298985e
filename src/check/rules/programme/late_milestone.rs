//! A milestone after the deadline of its item, or after the request has lapsed.
//!
//! # What it checks
//! The adoption of a work item is not later than the date on which an item it answers is due, unless a `report` of type `concern` names the work item
//! after `concerns`: then the Commission knows. No milestone is later than the day on which the request lapses.
//! # Why
//! Request M/606, Article 1(1) and Annex I: the deadlines; Article 3(4) and 4: concerns on deadlines are reported promptly; Article 4(2): the request lapses.
//! # Bad
//! ```norm
//! // in: plan
//! // without: plan/adoption.norm
//! milestone m-2d "Adoption" { of wi-2; stage adoption; planned 2027-03-01 }  //~ late-milestone
//! ```
//! # Good
//! ```norm
//! // in: plan
//! // without: plan/adoption.norm
//! milestone m-2d "Adoption" { of wi-2; stage adoption; planned 2027-03-01 }
//! report r-0 "Second deadline" { type concern; due 2025-12-15; made 2025-12-15; concerns wi-2; text "Two months more are needed." }
//! ```
//! # How to fix
//! Move the milestone, or report the concern to the Commission and record that with `concerns`.

use crate::check::{Context, PLAN, Rule};
use crate::diagnostic::Severity;
use crate::model::{Item, Milestone, Plan};

pub(in crate::check::rules) const RULE: Rule = Rule {
    name: "late-milestone",
    severity: Severity::Error,
    kinds: &["milestone", "work-item", "item"],
    check: Some(check),
};

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    for plan in context.asked_plans() {
        for (work, body) in &plan.work {
            let items = body.items.iter().filter_map(|item| Some((item.id, model.body::<Item<'_>>(item.id)?.due?)));
            let due = items.min_by_key(|(_, due)| *due).filter(|_| !is_reported(&plan, work.id));
            for (declaration, milestone) in plan.milestones_of(work.id) {
                let Some(date) = milestone.date() else { continue };
                let (message, at) = match (due, plan.request.expires) {
                    (_, Some(expires)) if date > expires => (
                        format!("`{}` is of {date}, and the request lapses on {expires}", declaration.name),
                        plan.head.at,
                    ),
                    (Some((item, due)), _) if is_adoption(milestone) && date > due => {
                        let name = model.qualified(item);
                        (
                            format!("`{}` is of {date}, and `{name}` is due on {due}", declaration.name),
                            model.get(item).at,
                        )
                    }
                    _ => continue,
                };
                context
                    .report(declaration.at, message, "move it, or report the concern and record that with `concerns`")
                    .label(at, "the deadline")
                    .misses(PLAN);
            }
        }
    }
}

fn is_adoption(milestone: &Milestone<'_>) -> bool {
    milestone.stage.is_some_and(|word| word.text == "adoption")
}

/// Whether a concern about the work item was reported.
fn is_reported(plan: &Plan<'_, '_>, work: crate::model::Id) -> bool {
    plan.reports.iter().any(|(_, report)| report.concerns.iter().any(|target| target.id == work))
}
