//! A review of an obligation that does not bind the package.
//!
//! # What it checks
//! Each obligation that a `review` names binds the deliverable, or the work programme, in which the review stands.
//! # Why
//! Such a record says nothing of this package. Often the edition is the wrong one, or the number.
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
//!   reviews old:OB-3  //~ unbound-review
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
//! Name the obligation that was judged, or take the record away; `normc obligations` lists what binds the package.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::{Obligation, Review, Standing};
use std::collections::BTreeMap;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "unbound-review", severity: Severity::Error, kinds: &["review", "obligation"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    let mut standings = BTreeMap::new();
    for (declaration, review) in model.all::<Review<'_>>() {
        let package = declaration.package;
        let standings = standings.entry(package).or_insert_with(|| model.standings(package, None));
        for target in &review.reviews {
            let Some(obligation) = model.body::<Obligation<'_>>(target.id) else { continue };
            let standing = standings.iter().find(|standing| standing.request == model.get(target.id).package);
            let Some(why) = reason(standing, obligation) else { continue };
            let message =
                format!("`{}` does not bind `{}`: {why}", model.qualified(target.id), model.package(package).name);
            context
                .report(target.span, message, "name the obligation that was judged, or take the record away")
                .label(model.get(target.id).at, "the obligation");
        }
    }
}

fn reason(standing: Option<&Standing>, obligation: &Obligation<'_>) -> Option<String> {
    match standing {
        Some(standing) => standing.unbound(obligation).map(|unbound| unbound.in_words()),
        None => Some("it is of a request, or an edition, that the package does not answer".to_owned()),
    }
}
