//! An amendment of the programme that was not reported.
//!
//! # What it checks
//! Every `amended` of a programme says when the Commission was told of it.
//! # Why
//! The draft request of 16 April 2024, Article 2(3): amendments of the work programme are reported.
//! # Bad
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
//!   amended 2025-10-01 "The second deliverable is due later."  //~ unreported-amendment
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
//!   amended 2025-10-01 "The second deliverable is due later." reported 2025-10-10
//! }
//! ```
//! # How to fix
//! Report it, and write `reported` with the date.

use crate::check::{Context, PLAN, Rule};
use crate::diagnostic::Severity;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "unreported-amendment", severity: Severity::Warning, kinds: &["programme"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    for plan in context.asked_plans() {
        for amendment in plan.programme.amended.iter().filter(|amendment| amendment.reported.is_none()) {
            let message = format!("it is not said when the amendment of {} was reported", amendment.date);
            context.report(amendment.span, message, "write `reported` with the date after it").misses(PLAN);
        }
    }
}
