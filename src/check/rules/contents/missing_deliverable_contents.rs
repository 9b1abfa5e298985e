//! A framework that does not say what other deliverables contain.
//!
//! # What it checks
//! The framework has a `methodology deliverables` with a text, where the request asks for it.
//! # Why
//! Request M/606, Annex II, section 2.1, paragraph 2, of the adopted edition (OB-103): item 1 sets out the main elements that other product standards contain.
//! # Bad
//! ```norm
//! // asked: missing-deliverable-contents on framework
//! // alone
//! standard sole "Sole" {  //~ missing-deliverable-contents
//!   role horizontal
//!   answers req:9
//!   eso cen
//!   number "EN 3"
//!   stage draft
//!   version "0.1.0"
//!   date 2026-01-01
//!   scope "This document specifies nothing."
//! }
//! use req
//! use act
//! omits act:E-1 { because "An example of a header only." }
//! ```
//! # Good
//! ```norm
//! // asked: missing-deliverable-contents on framework
//! // alone
//! standard sole "Sole" {
//!   role horizontal
//!   answers req:9
//!   eso cen
//!   number "EN 3"
//!   stage draft
//!   version "0.1.0"
//!   date 2026-01-01
//!   scope "This document specifies nothing."
//! }
//! use req
//! use act
//! omits act:E-1 { because "An example of a header only." }
//! methodology deliverables "Elements of other deliverables" { text "Each has a scope and a security problem." }
//! ```
//! # How to fix
//! Write `methodology deliverables "…" { text … }`.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::{Methodology, methodology::Subject};

pub(in crate::check::rules) const RULE: Rule = Rule {
    name: "missing-deliverable-contents",
    severity: Severity::Warning,
    kinds: &["methodology"],
    check: Some(check),
};

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    for asked in context.asked_standards() {
        let mut concepts = model.of::<Methodology<'_>>(asked.package);
        if !concepts.any(|(_, it)| it.of == Some(Subject::Deliverables) && it.text.is_some()) {
            let name = model.package(asked.package).name;
            let message = format!("the framework `{name}` does not say what other deliverables contain");
            let help = "write `methodology deliverables \"…\" { text … }`";
            context.report(asked.head.at, message, help).asked_by(asked.by).misses(RULE.kinds);
        }
    }
}
