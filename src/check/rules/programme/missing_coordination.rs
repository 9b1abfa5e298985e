//! A programme that does not say how its technical bodies are coordinated.
//!
//! # What it checks
//! A programme with several technical bodies says, with `coordination`, how these are coordinated and who sees to it.
//! # Why
//! Request M/606, recital 10: the work of the committees is coordinated as a whole.
//! # Bad
//! ```norm
//! // in: plan
//! // without: plan/plan.norm
//! programme plan "Work programme" {  //~ missing-coordination
//!   answers call
//!   date 2026-01-01
//!   notified 2025-02-03
//!   submitted 2025-03-20
//!   organisations cen, cenelec, etsi
//!   plan "The plan is kept up to date on the common server."
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
//! Write `coordination`.

use crate::check::{Context, PLAN, Rule};
use crate::diagnostic::Severity;

pub(in crate::check::rules) const RULE: Rule = Rule {
    name: "missing-coordination",
    severity: Severity::Warning,
    kinds: &["programme", "body"],
    check: Some(check),
};

fn check(context: &mut Context<'_, '_>) {
    for plan in context.asked_plans() {
        if plan.bodies.len() > 1 && plan.programme.coordination.is_none() && !plan.head.loose {
            let message = format!("it is not said how the {} technical bodies are coordinated", plan.bodies.len());
            context.report(plan.head.at, message, "write `coordination`, with who sees to it").misses(PLAN);
        }
    }
}
