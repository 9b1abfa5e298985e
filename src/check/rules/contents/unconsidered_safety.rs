//! Health and safety of users, on which nothing is said.
//!
//! # What it checks
//! The deliverable says by `considers health-and-safety` what an attack can do to the health and safety of users, or that it can do nothing, where the request asks for it.
//! # Why
//! Request M/606, Annex II, section 1, paragraph 1 (OB-031): the impact on health and safety of users is considered.
//! # Bad
//! ```norm
//! // asked: unconsidered-safety on vertical
//! //~ elsewhere unconsidered-safety
//! ```
//! # Good
//! ```norm
//! // asked: unconsidered-safety on vertical
//! considers health-and-safety as none "A vault that opens hurts nobody."
//! ```
//! # How to fix
//! Write `considers health-and-safety … "…"` with what was found.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "unconsidered-safety", severity: Severity::Error, kinds: &["considers"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    for asked in context.asked_standards() {
        if model.considered(asked.package, "health-and-safety").is_none() {
            let name = model.package(asked.package).name;
            let message = format!("`{name}` does not say what an attack means for the health and safety of users");
            let help = "write `considers health-and-safety \"…\"` with what was found";
            context.report(asked.head.at, message, help).asked_by(asked.by).misses(RULE.kinds);
        }
    }
}
