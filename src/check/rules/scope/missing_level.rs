//! A deliverable that knows no levels.
//!
//! # What it checks
//! A vertical with requirements uses at least two levels: one of its requirements binds only from a level above the lowest; or says by `considers levels` why that is not feasible.
//! # Why
//! Request M/606, Annex II, section 1: where feasible several security levels serve different needs.
//! # Bad
//! ```norm
//! // in: demo
//! //~ elsewhere missing-level
//! // without: demo/high.norm
//! ```
//! # Good
//! ```norm
//! // in: demo
//! requirement R-2 "Second" {
//!   statement "The vault shall hold."
//!   serves O-1
//!   covers act:E-1
//!   rationale "An example."
//!   level lib:high
//! }
//! assessment A-9 "Look" { assesses R-2; method examine; modules act:A; activity "Look."; verdict { pass "It holds."; fail "It does not." }; evidence "notes" }
//! ```
//! # How to fix
//! Give the stricter requirements a `level`, or write `considers levels as none "…"` with the reason why they are not feasible.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::{Requirement, Target, standard::Role};

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "missing-level", severity: Severity::Warning, kinds: &["level", "requirement"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    for (package, standard) in model.standards() {
        let Some(head) = package.head.filter(|_| standard.role == Some(Role::Vertical)) else { continue };
        let mut requirements = model.of::<Requirement<'_>>(package.id).peekable();
        let some = requirements.peek().is_some();
        let above = |level: Target| model.level_rank(level.id).is_some_and(|rank| rank > 0);
        let reasoned = model.considered(package.id, "levels").is_some();
        if some && !reasoned && !requirements.any(|(_, requirement)| requirement.level.is_some_and(above)) {
            let message = format!("no requirement of `{}` is kept for a higher level", package.name);
            context
                .report(
                    model.get(head).at,
                    message,
                    "give the stricter requirements a `level`, or write `considers levels as none \"…\"` with the reason",
                )
                .misses(&["requirement", "level", "levels"]);
        }
    }
}
