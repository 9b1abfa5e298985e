//! A review that is dated after the version that holds it.
//!
//! # What it checks
//! The date of a review is not later than the date of the version in whose sources it stands.
//! # Why
//! A record of something that has not happened is no evidence. Either the date of the review is wrong, or the date of the version was not moved on.
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
//! review RV-1 "State of the art" {  //~ future-review
//!   reviews old:OB-2
//!   outcome met
//!   by "Editor of the deliverable"
//!   date 2026-02-01
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
//! Correct the date of the review, or of the version.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::Review;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "future-review", severity: Severity::Error, kinds: &["review"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    for (declaration, review) in model.all::<Review<'_>>() {
        let (Some(date), Some(version)) = (review.date, model.version_date(declaration.package)) else { continue };
        if date > version {
            let message = format!(
                "the review `{}` of {date} is later than this version, which is of {version}",
                declaration.name
            );
            let report = context.report(declaration.at, message, "correct the date of the review, or of the version");
            if let Some(head) = model.package(declaration.package).head {
                report.label(model.get(head).at, "the version");
            }
        }
    }
}
