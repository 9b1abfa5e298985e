//! A programme without a first report in time, or without a final report in time.
//!
//! # What it checks
//! The first `report` of type `progress` is due within the time after notification that the request sets, and a report of type `final` by the date that it
//! sets.
//! # Why
//! Request M/606, Article 3(2) and (3) of the draft and the same in Article 4 of the adopted one: when the first and the final joint report are due.
//! # Bad
//! ```norm
//! // in: plan
//! // without: plan/final.norm
//! report r-5 "Final report" { type final; due 2027-11-30 }  //~ elsewhere missing-report
//! ```
//! # Good
//! ```norm
//! // in: plan
//! // without: plan/final.norm
//! report r-5 "Final report" { type final; due 2027-10-30 }
//! ```
//! # How to fix
//! Plan the report for that date or before.

use crate::check::{Context, PLAN, Rule};
use crate::diagnostic::Severity;
use crate::model::{Plan, Report};
use jiff::civil::Date;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "missing-report", severity: Severity::Error, kinds: &["programme", "report"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    let unread = context.unread(&["report"]);
    for plan in context.asked_plans().into_iter().filter(|plan| !unread.contains(&plan.head.package)) {
        let notified = plan.programme.notified;
        let first = plan.request.first_report_within.map(|within| within.after(notified?));
        // Where the day of notification is not known, there has to be a first report all the same.
        for (kind, called, by) in
            [("progress", "first", first), ("final", "final", plan.request.final_report.map(Some))]
        {
            let Some(by) = by.filter(|by| !is_planned(&plan, kind, *by)) else { continue };
            let by = by.map_or_else(String::new, |by| format!(" for {by} or before, when it is due"));
            let help = format!("write a `report` with `type {kind}` and `due`");
            context.report(plan.head.at, format!("no {called} report is planned{by}"), help).misses(PLAN);
        }
    }
}

fn is_planned(plan: &Plan<'_, '_>, kind: &str, by: Option<Date>) -> bool {
    let is_in_time = |report: &Report<'_>| by.is_none_or(|by| report.due <= Some(by));
    let fits = |report: &Report<'_>| report.kind.is_some_and(|word| word.text == kind) && is_in_time(report);
    plan.reports.iter().any(|(_, report)| fits(report))
}
