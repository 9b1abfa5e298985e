//! A programme that does not say where the overall plan can be consulted.
//!
//! # What it checks
//! The programme says, with `plan`, where the Commission can consult the overall project plan.
//! # Why
//! Request M/606, Article 2(4): the Commission has access to it.
//! # Bad
//! ```norm
//! // in: plan
//! // without: plan/plan.norm
//! programme plan "Work programme" {  //~ missing-plan
//!   answers call
//!   date 2026-01-01
//!   notified 2025-02-03
//!   submitted 2025-03-20
//!   organisations cen, cenelec, etsi
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
//! Write `plan`.

use crate::check::{Context, PLAN, Rule};
use crate::diagnostic::Severity;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "missing-plan", severity: Severity::Error, kinds: &["programme"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    for plan in context.asked_plans().into_iter().filter(|plan| plan.programme.plan.is_none() && !plan.head.loose) {
        let message = "it is not said where the overall project plan can be consulted";
        context.report(plan.head.at, message, "write `plan` with the place, and who has access").misses(PLAN);
    }
}
