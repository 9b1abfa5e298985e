//! Packages that use each other in a circle.
//!
//! # What it checks
//! `use` leads from package to package and never back.
//! # Why
//! What builds on what must be decidable: a library cannot stand on a deliverable that stands on it.
//! # Bad
//! ```norm
//! // in: base
//! use demo  //~ circular-use
//! ```
//! # Good
//! ```norm
//! // in: demo
//! use spare
//! ```
//! # How to fix
//! Move what both need to a third package.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::PackageId;
use crate::source::Span;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "circular-use", severity: Severity::Error, kinds: &[], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    for circle in not_of_extends_alone(context) {
        let names: Vec<_> = circle.iter().map(|(package, _)| context.model.package(*package).name).collect();
        let path = names.iter().chain(names.first()).map(|name| format!("`{name}`")).collect::<Vec<_>>().join(" uses ");
        let Some((_, first)) = circle.first() else { continue };
        let mut report = context.report(
            *first,
            format!("packages use each other in a circle: {path}"),
            "move what they share to a package that both use",
        );
        for ((_, span), name) in circle.iter().zip(&names).skip(1) {
            report = report.label(*span, format!("`{name}` leads on here"));
        }
    }
}

/// Circles of `extends` alone have a rule of their own.
fn not_of_extends_alone(context: &Context<'_, '_>) -> Vec<Vec<(PackageId, Span)>> {
    let extends = context.graph.package_circles(true);
    let mut circles = context.graph.package_circles(false);
    circles.retain(|circle| !extends.contains(circle));
    circles
}
