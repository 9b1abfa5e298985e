//! A programme that does not say when the request was notified.
//!
//! # What it checks
//! Where the request sets dates that run from its notification, the programme says, with `notified`, when that was.
//! # Why
//! Request M/606, Article 2(2) and Article 4(2): the draft of the programme and the first report are due so many months after notification.
//! # Bad
//! ```norm
//! // in: plan
//! // without: plan/plan.norm
//! programme plan "Work programme" {  //~ missing-notification
//!   answers call
//!   date 2026-01-01
//!   submitted 2025-03-20
//!   organisations cen, cenelec, etsi
//!   plan "The plan is kept up to date on the common server."
//!   coordination "A coordination group of both committees meets every month."
//! }
//! ```
//! # Good
//! ```norm
//! // in: plan
//! // without: plan/plan.norm
//! programme plan "Work programme" {
//!   answers call
//!   date 2026-01-01
//!   notified 2025-02-03
//!   submitted 2025-03-20
//!   organisations cen, cenelec, etsi
//!   plan "The plan is kept up to date on the common server."
//!   coordination "A coordination group of both committees meets every month."
//! }
//! ```
//! # How to fix
//! Write `notified` with the date of the notification.

use crate::check::{Context, PLAN, Rule};
use crate::diagnostic::Severity;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "missing-notification", severity: Severity::Error, kinds: &["programme"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    for plan in context.asked_plans() {
        let runs = plan.request.programme_within.is_some() || plan.request.first_report_within.is_some();
        if runs && plan.programme.notified.is_none() && !plan.head.loose {
            let message = "it is not said when the request was notified, from which its deadlines run";
            context.report(plan.head.at, message, "write `notified` with the date").misses(PLAN);
        }
    }
}
