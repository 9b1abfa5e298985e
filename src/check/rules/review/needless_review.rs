//! A review of an obligation that rules decide.
//!
//! # What it checks
//! An obligation that a `review` names is met `by review`, or has no rule.
//! # Why
//! Where rules enforce an obligation, what they find counts, whatever a person wrote; the record would only suggest otherwise.
//! # Bad
//! ```norm
//! // alone
//! standard sole "Sole" {
//!   role horizontal
//!   answers old:1
//!   eso cen
//!   number "EN 3"
//!   stage draft
//!   version "0.1.0"
//!   date 2026-01-01
//!   scope "This document specifies nothing."
//! }
//! use old
//! use act
//! omits act:E-1 { because "An example of a header only." }
//! guidance module act:A "Internal control" { text "The manufacturer keeps the records." }
//! review RV-1 "State of the art" {
//!   reviews old:OB-1  //~ needless-review
//!   outcome met
//!   by "Editor of the deliverable"
//!   date 2025-12-01
//!   text "The methods were compared with those of the references."
//! }
//! ```
//! # Good
//! ```norm
//! // alone
//! standard sole "Sole" {
//!   role horizontal
//!   answers old:1
//!   eso cen
//!   number "EN 3"
//!   stage draft
//!   version "0.1.0"
//!   date 2026-01-01
//!   scope "This document specifies nothing."
//! }
//! use old
//! use act
//! omits act:E-1 { because "An example of a header only." }
//! guidance module act:A "Internal control" { text "The manufacturer keeps the records." }
//! review RV-1 "State of the art" {
//!   reviews old:OB-2
//!   outcome met
//!   by "Editor of the deliverable"
//!   date 2025-12-01
//!   text "The methods were compared with those of the references."
//! }
//! ```
//! # How to fix
//! Take the obligation out of the record. To accept what a rule finds, write `allow` with the reason.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::{Obligation, Review};

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "needless-review", severity: Severity::Warning, kinds: &["review", "obligation"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    for (_, review) in model.all::<Review<'_>>() {
        for target in &review.reviews {
            let Some(obligation) = model.body::<Obligation<'_>>(target.id) else { continue };
            if obligation.is_by_review() || obligation.checked_by.is_empty() {
                continue;
            }
            let rules: Vec<_> = obligation.checked_by.iter().map(|word| format!("`{}`", word.text)).collect();
            let message = format!("rules decide whether `{}` is met: {}", model.qualified(target.id), rules.join(", "));
            context
                .report(target.span, message, "take it out of the record; `allow` accepts what a rule finds")
                .label(model.get(target.id).at, "the obligation");
        }
    }
}
