//! Work at ISO or IEC in parallel, without a word on how Europe keeps the lead.
//!
//! # What it checks
//! A work item with `parallel` has a `safeguard`.
//! # Why
//! Request M/606, Article 3(3): the programme describes how such work stays European, or under the lead of CEN and CENELEC.
//! # Bad
//! ```norm
//! // in: plan
//! work-item wi-3 "Methods" { supports wi-1; body tc-1; parallel "ISO/IEC JTC 1/SC 27" }  //~ unguarded-parallel-work
//! ```
//! # Good
//! ```norm
//! // in: plan
//! work-item wi-3 "Methods" {
//!   supports wi-1
//!   body tc-1
//!   parallel "ISO/IEC JTC 1/SC 27"
//!   safeguard "The work runs under the Vienna Agreement with CEN in the lead."
//! }
//! ```
//! # How to fix
//! Write `safeguard`.

use crate::check::{Context, PLAN, Rule};
use crate::diagnostic::Severity;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "unguarded-parallel-work", severity: Severity::Error, kinds: &["work-item"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    for plan in context.asked_plans() {
        for (declaration, work) in &plan.work {
            let Some(parallel) = work.parallel.filter(|_| work.safeguard.is_none() && !declaration.loose) else {
                continue;
            };
            let message = format!(
                "`{}` runs in parallel with `{}`, and it is not said how it stays under European lead",
                declaration.name,
                parallel.content().as_str()
            );
            context.report(declaration.at, message, "write `safeguard`").misses(PLAN);
        }
    }
}
