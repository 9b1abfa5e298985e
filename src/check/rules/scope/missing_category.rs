//! A vertical that does not name its product category.
//!
//! # What it checks
//! A vertical names the product categories of the act that are in its scope.
//! # Why
//! Request M/606, Annex II, section 1: the products in scope are clearly indicated. Section 2.3, paragraph 1, for verticals (OB-120).
//! # Bad
//! ```norm
//! // alone
//! standard sole "Sole" {  //~ missing-category
//!   role vertical
//!   answers req:2
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
//! use lib
//! use-case UC "Home" { purpose "Keep secrets."; environment "A home."; users lib:anyone }
//! ```
//! # Good
//! ```norm
//! // alone
//! standard sole "Sole" {
//!   role vertical
//!   answers req:2
//!   eso cen
//!   number "EN 3"
//!   stage draft
//!   version "0.1.0"
//!   date 2026-01-01
//!   category act:C-1
//!   scope "This document specifies nothing."
//! }
//! use req
//! use act
//! omits act:E-1 { because "An example of a header only." }
//! use lib
//! use-case UC "Home" { purpose "Keep secrets."; environment "A home."; users lib:anyone }
//! ```
//! # How to fix
//! Write `category` in the header.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::standard::Role;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "missing-category", severity: Severity::Error, kinds: &["standard"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    for (package, standard) in model.standards() {
        let Some(head) = package.head else { continue };
        if standard.role == Some(Role::Vertical) && standard.category.is_empty() {
            let message = format!("the vertical `{}` names no product category", package.name);
            context.report(model.get(head).at, message, "write `category` with the category of the act").misses(&[]);
        }
    }
}
