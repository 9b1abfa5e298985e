//! Reports that are further apart than the request allows.
//!
//! # What it checks
//! Between the dates on which one report of progress, or the final one, and the next are due lies no more time than the request sets. Where it sets a longer
//! interval for the time after every draft has been in enquiry, that holds from the last enquiry that is planned or was reached.
//! # Why
//! Draft request, Article 3(1): every six months. Request M/606, Article 4(1): every six months until all drafts are in enquiry, then every year.
//! # Bad
//! ```norm
//! // in: plan
//! // without: plan/second.norm
//! report r-2 "Second report" { type progress; due 2026-03-01 }  //~ report-interval
//! ```
//! # Good
//! ```norm
//! // in: plan
//! // without: plan/second.norm
//! report r-2 "Second report" { type progress; due 2026-02-01 }
//! ```
//! # How to fix
//! Put the report on an earlier date, or plan another between the two.

use crate::check::{Context, PLAN, Rule};
use crate::diagnostic::Severity;
use crate::model::Report;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "report-interval", severity: Severity::Error, kinds: &["report"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    for plan in context.asked_plans() {
        let Some((interval, later)) = plan.request.report_every else { continue };
        let last_enquiry = plan.last_enquiry();
        let regular: Vec<_> = plan.reports.iter().filter(|(_, report)| is_regular(report)).collect();
        for pair in regular.windows(2) {
            let [(before, earlier), (after, next)] = pair else { continue };
            let (Some(from), Some(due)) = (earlier.due, next.due) else { continue };
            let is_later = last_enquiry.is_some_and(|last| last <= from);
            let interval = later.filter(|_| is_later).unwrap_or(interval);
            let Some(by) = interval.after(from).filter(|by| due > *by) else { continue };
            let message =
                format!("`{}` is due on {due}; after `{}` the next report is due by {by}", after.name, before.name);
            context
                .report(after.at, message, "put it on an earlier date, or plan another report before it")
                .label(before.at, "the report before")
                .misses(PLAN);
        }
    }
}

fn is_regular(report: &Report<'_>) -> bool {
    report.kind.is_some_and(|word| word.text != "concern")
}
