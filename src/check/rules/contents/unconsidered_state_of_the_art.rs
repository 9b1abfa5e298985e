//! A state of the art that is not named.
//!
//! # What it checks
//! The deliverable says by `considers state-of-the-art` which documents and practice it takes for the generally acknowledged state of the art, with references; where the request asks for it.
//! # Why
//! Request M/606, Annex II, section 1, paragraph 1 with footnote 1 (OB-029, OB-033): content reflects the generally acknowledged state of the art, which is neither research nor the least that reaches the market. Whether it does is for a review to judge.
//! # Bad
//! ```norm
//! // asked: unconsidered-state-of-the-art on vertical
//! //~ elsewhere unconsidered-state-of-the-art
//! ```
//! # Good
//! ```norm
//! // asked: unconsidered-state-of-the-art on vertical
//! considers state-of-the-art "Locks follow what locksmiths have agreed on for ten years."
//! ```
//! # How to fix
//! Write `considers state-of-the-art … "…"` with what was found.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;

pub(in crate::check::rules) const RULE: Rule = Rule {
    name: "unconsidered-state-of-the-art",
    severity: Severity::Error,
    kinds: &["considers"],
    check: Some(check),
};

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    for asked in context.asked_standards() {
        if model.considered(asked.package, "state-of-the-art").is_none() {
            let name = model.package(asked.package).name;
            let message = format!("`{name}` does not say what it takes for the state of the art");
            let help = "write `considers state-of-the-art \"…\"` with what was found";
            context.report(asked.head.at, message, help).asked_by(asked.by).misses(RULE.kinds);
        }
    }
}
