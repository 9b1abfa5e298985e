//! Two verticals for the same products, and no word on which counts.
//!
//! # What it checks
//! Two verticals that name the same product category in scope extend one another, or have an `in-scope when` each; where the request asks for unambiguous scopes. Whether two conditions exclude each other is not looked at, so the finding is a warning.
//! # Why
//! Request M/606, Annex II, section 2.3, paragraph 6 (OB-131): broad verticals can support granular ones as long as requirements and scope stay unambiguous.
//! # Bad
//! ```norm
//! // asked: overlapping-scope on vertical
//! // alone
//! standard sole "Sole" {
//!   role vertical
//!   answers req:2
//!   eso cen
//!   number "EN 3"
//!   stage draft
//!   version "0.1.0"
//!   date 2026-01-01
//!   category act:C-1  //~ overlapping-scope
//!   scope "This document specifies nothing."
//! }
//! use req
//! use act
//! omits act:E-1 { because "An example of a header only." }
//! use lib
//! use-case UC "Home" { purpose "Keep secrets."; environment "A home."; users lib:anyone; level lib:low }
//! ```
//! # Good
//! ```norm
//! // asked: overlapping-scope on vertical
//! // alone
//! standard sole "Sole" {
//!   role vertical
//!   answers req:2
//!   eso cen
//!   number "EN 3"
//!   stage draft
//!   version "0.1.0"
//!   date 2026-01-01
//!   category act:C-2
//!   scope "This document specifies nothing."
//! }
//! use req
//! use act
//! omits act:E-1 { because "An example of a header only." }
//! use lib
//! use-case UC "Home" { purpose "Keep secrets."; environment "A home."; users lib:anyone; level lib:low }
//! ```
//! # How to fix
//! Let the narrower one extend the broader one, or say by `in-scope when` which products each is for.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::{Id, standard::Role};
use std::collections::BTreeMap;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "overlapping-scope", severity: Severity::Warning, kinds: &["standard"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    let mut seen: BTreeMap<Id, Vec<usize>> = BTreeMap::new();
    let verticals = context.asked_standards();
    let verticals: Vec<_> = verticals.into_iter().filter(|it| it.standard.role == Some(Role::Vertical)).collect();
    for (at, asked) in verticals.iter().enumerate() {
        for category in &asked.standard.category {
            let others = seen.entry(category.id).or_default();
            let apart = |other: &&usize| {
                let other = &verticals[**other];
                let conditions = asked.standard.in_scope.is_some() && other.standard.in_scope.is_some();
                conditions
                    || model.bases(asked.package).contains(&other.package)
                    || model.bases(other.package).contains(&asked.package)
            };
            if let Some(other) = others.iter().find(|other| !apart(other)) {
                let name = context.name(model.get(category.id), asked.package);
                let other = verticals[*other].head;
                let message = format!(
                    "`{}` and `{}` are both for `{name}`",
                    model.package(other.package).name,
                    model.package(asked.package).name
                );
                let help = "let one extend the other, or say by `in-scope when` which products each is for";
                context.report(category.span, message, help).label(other.at, "the other vertical").asked_by(asked.by);
            }
            others.push(at);
        }
    }
}
