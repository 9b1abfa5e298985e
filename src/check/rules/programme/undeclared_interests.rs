//! A technical body whose members have not declared their interests.
//!
//! # What it checks
//! Every technical body says, with `interests`, by which date all its members had declared their interests in writing, and that is not in the future.
//! # Why
//! Request M/606, Article 2(2): members disclose all interests in writing.
//! # Bad
//! ```norm
//! // in: plan
//! body tc-3 "Committee 3" { eso cen; lead union }  //~ undeclared-interests
//! ```
//! # Good
//! ```norm
//! // in: plan
//! body tc-3 "Committee 3" { eso cen; lead union; interests 2025-03-01 }
//! ```
//! # How to fix
//! Collect the declarations, and write `interests` with the date of the last. Names stay with the secretariat.

use crate::check::{Context, PLAN, Rule};
use crate::diagnostic::Severity;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "undeclared-interests", severity: Severity::Warning, kinds: &["body"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    for plan in context.asked_plans() {
        for (declaration, body) in plan.bodies.iter().filter(|(declaration, _)| !declaration.loose) {
            let message = match body.interests {
                None => format!("it is not said when the members of `{}` declared their interests", declaration.name),
                Some(date) if Some(date) > plan.programme.date => {
                    format!("the members of `{}` are to declare their interests only on {date}", declaration.name)
                }
                Some(_) => continue,
            };
            context
                .report(declaration.at, message, "collect the declarations, and write `interests` with the date")
                .misses(PLAN);
        }
    }
}
