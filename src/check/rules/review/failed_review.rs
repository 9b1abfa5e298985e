//! A review that says an obligation is not met.
//!
//! # What it checks
//! The newest review of an obligation does not have the outcome `not-met`. That is a note while the deliverable is a draft, a warning at `enquiry`, and
//! after that an error.
//! # Why
//! Request M/606, Article 1(2): a deliverable fulfils the provisions of Annex II. The record says that one of them is open.
//! # Bad
//! ```norm
//! // alone
//! standard sole "Sole" {
//!   role horizontal
//!   answers old:1
//!   eso cen
//!   number "EN 3"
//!   stage vote
//!   version "0.1.0"
//!   date 2026-01-01
//!   scope "This document specifies nothing."
//! }
//! use old
//! use act
//! omits act:E-1 { because "An example of a header only." }
//! guidance module act:A "Internal control" { text "The manufacturer keeps the records." }
//! review RV-1 "State of the art" {  //~ failed-review
//!   reviews old:OB-2
//!   outcome not-met
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
//!   stage vote
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
//! Mend the text, review it again, and add the new record: the newest counts.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::{Review, review::Outcome};

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "failed-review", severity: Severity::Error, kinds: &["review"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    for (declaration, review) in model.all::<Review<'_>>() {
        let newest = |id| model.review(declaration.package, id).is_some_and(|(newest, _)| newest.id == declaration.id);
        let target = review.reviews.iter().find(|target| newest(target.id));
        let Some(target) = target.filter(|_| review.outcome == Some(Outcome::NotMet)) else { continue };
        let name = model.qualified(target.id);
        let message = format!("the review `{}` says that `{name}` is not met", declaration.name);
        let severity = context.by_stage(declaration.package);
        context
            .report(declaration.at, message, "mend the text, and review it again")
            .label(model.get(target.id).at, "the obligation")
            .severity(severity);
    }
}
