//! A deliverable that is later than its item is due.
//!
//! # What it checks
//! The date of a deliverable that is not published is not later than the date on which an item it answers is due.
//! # Why
//! Request M/606, Annex I: each item has a deadline for its adoption. Article 1, paragraph 1 (OB-002).
//! # Bad
//! ```norm
//! // alone
//! standard sole "Sole" {
//!   role horizontal
//!   answers req:1  //~ deadline-passed
//!   eso cen
//!   number "EN 3"
//!   stage draft
//!   version "0.1.0"
//!   date 2028-01-01
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
//! Agree on a later date with the Commission, and accept the finding with that reason.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::{Item, standard::Stage};

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "deadline-passed", severity: Severity::Warning, kinds: &["standard", "item"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    for (_, standard) in model.standards() {
        for answered in &standard.answers {
            let due = model.body::<Item<'_>>(answered.id).and_then(|item| item.due);
            let (Some(date), Some(due)) = (standard.date, due) else { continue };
            if date > due && standard.stage != Some(Stage::Published) {
                let message = format!(
                    "`{}` was due on {due}, and the version of {date} is not published",
                    model.qualified(answered.id)
                );
                context
                    .report(answered.span, message, "agree on a later date, and `allow` the finding with that reason")
                    .label(model.get(answered.id).at, "the item");
            }
        }
    }
}
