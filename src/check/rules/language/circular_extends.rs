//! Deliverables that extend each other in a circle.
//!
//! # What it checks
//! `extends` leads from a vertical to what it builds on and never back.
//! # Why
//! Request M/606, Annex II, section 2.3: a vertical builds on horizontals; nothing builds on itself.
//! # Bad
//! ```norm
//! // alone
//! standard loop "Loop" {
//!   role horizontal
//!   answers req:1
//!   eso cen
//!   number "EN 3"
//!   stage draft
//!   version "0.1.0"
//!   date 2026-01-01
//!   extends loop  //~ circular-extends
//!   scope "This document specifies nothing."
//! }
//! use req
//! use act
//! omits act:E-1 { because "An example of a header only." }
//! ```
//! # Good
//! ```norm
//! // alone
//! standard straight "Straight" {
//!   role horizontal
//!   answers req:1
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
//! # How to fix
//! Take one `extends` of the circle away.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "circular-extends", severity: Severity::Error, kinds: &[], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    for circle in context.graph.package_circles(true) {
        let names: Vec<_> = circle.iter().map(|(package, _)| context.model.package(*package).name).collect();
        let path =
            names.iter().chain(names.first()).map(|name| format!("`{name}`")).collect::<Vec<_>>().join(" extends ");
        let Some((_, first)) = circle.first() else { continue };
        let mut report = context.report(
            *first,
            format!("deliverables extend each other in a circle: {path}"),
            "take one `extends` of the circle away",
        );
        for ((_, span), name) in circle.iter().zip(&names).skip(1) {
            report = report.label(*span, format!("`{name}` leads on here"));
        }
    }
}
