//! A technical body whose lead is not established in the Union, or of which that is not known.
//!
//! # What it checks
//! Every technical body says where those who coordinate the work and write its drafts are established: `lead union` or `lead equivalent`.
//! # Why
//! Request M/606, Article 2(1): these roles go to persons who are established in the Union, or in a country that is treated alike.
//! # Bad
//! ```norm
//! // in: plan
//! body tc-3 "Committee 3" { eso cen; interests 2025-03-01 }  //~ foreign-lead
//! ```
//! # Good
//! ```norm
//! // in: plan
//! body tc-3 "Committee 3" { eso cen; lead equivalent; interests 2025-03-01 }
//! ```
//! # How to fix
//! Write `lead`; where it says `elsewhere`, give the role to another person.

use crate::check::{Context, PLAN, Rule};
use crate::diagnostic::Severity;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "foreign-lead", severity: Severity::Warning, kinds: &["body"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    for plan in context.asked_plans() {
        for (declaration, body) in plan.bodies.iter().filter(|(declaration, _)| !declaration.loose) {
            let message = match body.lead.map(|word| word.text) {
                None => format!("it is not said where those are established who lead `{}`", declaration.name),
                Some("elsewhere") => format!("those who lead `{}` are established outside the Union", declaration.name),
                Some(_) => continue,
            };
            context
                .report(
                    declaration.at,
                    message,
                    "see to it that the lead is established in the Union, and write `lead`",
                )
                .misses(PLAN);
        }
    }
}
