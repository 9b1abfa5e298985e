//! A report that was due and was not made.
//!
//! # What it checks
//! A report that is due before the date of the programme says when it was `made`.
//! # Why
//! Request M/606, Article 4: the dates of the reports bind.
//! # Bad
//! ```norm
//! // in: plan
//! report r-0 "Early report" { type progress; due 2025-04-01 }  //~ overdue-report
//! ```
//! # Good
//! ```norm
//! // in: plan
//! report r-0 "Early report" {
//!   type progress
//!   due 2025-04-01
//!   made 2025-04-01
//!   text "Work has begun as planned."
//!   shows p-1, p-2
//!   rights "Nothing of this kind is touched yet, as a lawyer of the secretariat judged."
//! }
//! ```
//! # How to fix
//! Make the report and write `made`, or move `due` where another date was agreed.

use crate::check::{Context, PLAN, Rule};
use crate::diagnostic::Severity;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "overdue-report", severity: Severity::Warning, kinds: &["report"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    for plan in context.asked_plans() {
        let Some(today) = plan.programme.date else { continue };
        for (declaration, report) in &plan.reports {
            let Some(due) = report.due.filter(|due| *due < today && report.made.is_none()) else { continue };
            let message = format!(
                "`{}` was due on {due}, and the programme of {today} does not say that it was made",
                declaration.name
            );
            context
                .report(
                    declaration.at,
                    message,
                    "make it and write `made`, or move `due` where another date was agreed",
                )
                .label(plan.head.at, "the programme")
                .misses(PLAN);
        }
    }
}
