//! A horizontal without a provision on secure development.
//!
//! # What it checks
//! A horizontal has a requirement whose `phase` is development, or says by `considers secure-development` why none is wanted; where the request asks for it.
//! # Why
//! Request M/606, Annex II, section 2.1, paragraph 3 (OB-106): provisions on secure software development wherever relevant.
//! # Bad
//! ```norm
//! // asked: missing-secure-development on framework
//! // alone
//! standard sole "Sole" {  //~ missing-secure-development
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
//! // asked: missing-secure-development on framework
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
//! considers secure-development as not-relevant "Nothing is developed."
//! ```
//! # How to fix
//! Say `phase development` on the requirements that are met while software is developed, or write `considers secure-development`.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::Requirement;

pub(in crate::check::rules) const RULE: Rule = Rule {
    name: "missing-secure-development",
    severity: Severity::Warning,
    kinds: &["requirement", "considers"],
    check: Some(check),
};

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    for asked in context.asked_standards() {
        let mut requirements = model.of::<Requirement<'_>>(asked.package);
        let provided = requirements.any(|(_, it)| it.phases.iter().any(|phase| phase.text == "development"));
        if !provided && model.considered(asked.package, "secure-development").is_none() {
            let name = model.package(asked.package).name;
            let message = format!("no requirement of `{name}` is about the development of software");
            let help = "say `phase development` on those that are, or write `considers secure-development \"…\"`";
            context.report(asked.head.at, message, help).asked_by(asked.by).misses(RULE.kinds);
        }
    }
}
