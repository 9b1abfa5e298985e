//! A deliverable whose role is not that of its item.
//!
//! # What it checks
//! A vertical answers vertical items; a horizontal answers the others.
//! # Why
//! Request M/606, Annex I: the items say which deliverables are for product classes.
//! # Bad
//! ```norm
//! // alone
//! standard sole "Sole" {
//!   role vertical
//!   answers req:1  //~ item-role
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
//! # Good
//! ```norm
//! // alone
//! standard sole "Sole" {
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
//! Correct the role, or the item that it answers.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::{Item, item::ItemRole, standard::Role};

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "item-role", severity: Severity::Error, kinds: &["standard", "item"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    for (_, standard) in model.standards() {
        for answered in &standard.answers {
            let Some(item) = model.body::<Item<'_>>(answered.id) else { continue };
            let vertical = item.role == Some(ItemRole::Vertical);
            if item.role.is_some() && standard.role.is_some_and(|role| (role == Role::Vertical) != vertical) {
                let role = standard.role.map_or("", Role::word);
                let message = format!("a deliverable of role `{role}` answers an item that asks for another role");
                context
                    .report(answered.span, message, "correct `role`, or the item after `answers`")
                    .label(model.get(answered.id).at, "the item");
            }
        }
    }
}
