//! A review that no longer holds.
//!
//! # What it checks
//! No `revision` of the deliverable is dated after its newest review of an obligation, and the review is not older than the obligation or its own
//! `until` allows. It is a note while the deliverable is a draft, a warning at `enquiry`, and an error after that.
//! # Why
//! Request M/606, Annex II, section 1: deliverables reflect the state of the art, which moves on; and a judgement is about the text that was judged.
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
//! review RV-1 "State of the art" {  //~ outdated-review
//!   reviews old:OB-2
//!   outcome met
//!   by "Editor of the deliverable"
//!   date 2023-12-01
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
//! Judge anew, and give the record the new date, or add a second record: the newest counts.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::{Lapse, Obligation, Review};

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "outdated-review", severity: Severity::Error, kinds: &["review"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    for (declaration, review) in model.all::<Review<'_>>() {
        let package = declaration.package;
        let newest = |id| model.review(package, id).is_some_and(|(newest, _)| newest.id == declaration.id);
        let of = review.reviews.iter().filter(|target| newest(target.id));
        let mut lapses = of.filter_map(|target| {
            let obligation = model.body::<Obligation<'_>>(target.id)?;
            Some((target.id, model.lapse(package, review, obligation)?))
        });
        let out_of_date = lapses.find(|(_, lapse)| !matches!(lapse, Lapse::Future(_)));
        let Some((id, lapse)) = out_of_date else { continue };
        let message = format!(
            "the review `{}` of `{}` is out of date: {}",
            declaration.name,
            model.qualified(id),
            lapse.in_words()
        );
        let severity = context.by_stage(package);
        context
            .report(declaration.at, message, "judge anew, and record it with the new date")
            .label(model.get(id).at, "what was reviewed")
            .severity(severity);
    }
}
