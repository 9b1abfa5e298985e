//! A scope that says what is inside and not what is outside.
//!
//! # What it checks
//! The header says `out-of-scope` at least once, where the request asks for a clear scope.
//! # Why
//! Request M/606, Annex II, section 1, paragraph 6 (OB-051): the scope is clearly indicated. A product beside the border finds its side only where both sides are described.
//! # Bad
//! ```norm
//! // asked: unbounded-scope on framework
//! // alone
//! standard sole "Sole" {  //~ unbounded-scope
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
//! // asked: unbounded-scope on framework
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
//!   out-of-scope "Products without digital elements."
//! }
//! use req
//! use act
//! omits act:E-1 { because "An example of a header only." }
//! ```
//! # How to fix
//! Write `out-of-scope` once for each sort of product, use or risk that a reader might expect and does not find.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "unbounded-scope", severity: Severity::Error, kinds: &["standard"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    for asked in context.asked_standards() {
        if asked.standard.out_of_scope.is_empty() && asked.standard.scope.is_some() {
            let name = context.model.package(asked.package).name;
            let message = format!("`{name}` says what is in its scope, and not what is outside");
            let help = "write `out-of-scope \"…\"` in the header, once for each sort of product, use or risk left out";
            context.report(asked.head.at, message, help).asked_by(asked.by).misses(RULE.kinds);
        }
    }
}
