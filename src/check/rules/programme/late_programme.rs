//! A programme whose draft was not submitted, or too late.
//!
//! # What it checks
//! The programme says when its draft was `submitted`, and that is within the time after notification that the request sets.
//! # Why
//! Request M/606, Article 2(2): the draft is submitted within two months after notification.
//! # Bad
//! ```norm
//! // in: plan
//! // without: plan/plan.norm
//! programme plan "Work programme" {  //~ late-programme
//!   answers call
//!   date 2026-01-01
//!   notified 2025-02-03
//!   submitted 2025-05-20
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
//! Write `notified` and `submitted`; where the date has passed, accept the finding with what was agreed with the Commission.

use crate::check::{Context, PLAN, Rule};
use crate::diagnostic::Severity;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "late-programme", severity: Severity::Error, kinds: &["programme"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    for plan in context.asked_plans() {
        let (Some(within), Some(notified)) = (plan.request.programme_within, plan.programme.notified) else { continue };
        let Some(due) = within.after(notified) else { continue };
        let message = match plan.programme.submitted {
            Some(submitted) if submitted <= due => continue,
            Some(submitted) => format!("the draft of the programme was due on {due}, and was submitted on {submitted}"),
            None if plan.programme.date <= Some(due) => continue,
            None => format!("the draft of the programme was due on {due}, and it is not said when it was submitted"),
        };
        context
            .report(
                plan.head.at,
                message,
                "write `submitted` with the date, or accept the finding with what was agreed",
            )
            .misses(PLAN);
    }
}
