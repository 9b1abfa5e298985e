//! A vertical without a use case.
//!
//! # What it checks
//! A vertical describes at least one use case, with its purpose, environment and users.
//! # Why
//! Request M/606, Annex II, sections 1 and 2.3: intended purpose, foreseeable use and environment are the ground of the risk assessment.
//! # Bad
//! ```norm
//! // alone
//! standard sole "Sole" {  //~ missing-use-case
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
//! Write a `use-case`.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::{UseCase, standard::Role};

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "missing-use-case", severity: Severity::Error, kinds: &["use-case", "standard"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    for (package, standard) in model.standards() {
        let Some(head) = package.head else { continue };
        if standard.role == Some(Role::Vertical) && model.of::<UseCase<'_>>(package.id).next().is_none() {
            let message = format!("the vertical `{}` describes no use case", package.name);
            context
                .report(model.get(head).at, message, "write a `use-case` with purpose, environment and users")
                .misses(&["use-case"]);
        }
    }
}
