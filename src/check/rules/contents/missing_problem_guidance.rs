//! No guidance on finding threats, policies and assumptions.
//!
//! # What it checks
//! A deliverable has `guidance` on threats, on policies and on assumptions, where the request asks for it.
//! # Why
//! Request M/606, Annex II, section 1, paragraph 8 (OB-069): manufacturers are guided in identifying and specifying the three.
//! # Bad
//! ```norm
//! // asked: missing-problem-guidance on vertical
//! //~ elsewhere missing-problem-guidance
//! ```
//! # Good
//! ```norm
//! // asked: missing-problem-guidance on vertical
//! guidance "Finding threats" { on threats, policies, assumptions; text "Begin with the assets, and ask of each who wants it." }
//! ```
//! # How to fix
//! Write `guidance "…" { on threats, policies, assumptions; text … }`, together or one by one.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "missing-problem-guidance", severity: Severity::Error, kinds: &["guidance"], check: Some(check) };

const SUBJECTS: [&str; 3] = ["threats", "policies", "assumptions"];

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    for asked in context.asked_standards() {
        let given = |subject: &&str| model.guides_on(asked.package, subject);
        let missing: Vec<_> = SUBJECTS.into_iter().filter(|subject| !given(subject)).collect();
        if !missing.is_empty() {
            let (name, missing) = (model.package(asked.package).name, missing.join(", "));
            let message = format!("`{name}` does not help manufacturers to find {missing}");
            let help = format!("write `guidance \"…\" {{ on {missing}; text … }}`");
            context.report(asked.head.at, message, help).asked_by(asked.by).misses(RULE.kinds);
        }
    }
}
