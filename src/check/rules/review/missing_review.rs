//! An obligation that a person has to judge, and no record that somebody did.
//!
//! # What it checks
//! Every obligation that binds the deliverable and is met `by review` has a `review` in its package. How serious that is depends on how far the
//! deliverable has come: at stage `draft` nothing is reported, because reviews belong to a text that is ready for them (`normc obligations` lists
//! what is to be reviewed); at `enquiry` it is a warning; at `vote` and `published` an error, or a warning where the request only recommends.
//! What the request merely permits needs no review.
//! # Why
//! Request M/606, Annex II: some of its obligations, such as the state of the art, no program can decide. A signed and dated record is the evidence.
//! # Bad
//! ```norm
//! // alone
//! standard sole "Sole" {  //~ missing-review
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
//! Review the text, and write `review` with the outcome, who judged, the date, and what was looked at.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::{Id, Obligation, Package, standard::Stage};

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "missing-review", severity: Severity::Error, kinds: &["standard", "review"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    let unread = context.unread(&["review"]);
    for (package, standard) in model.standards() {
        let Some(head) = package.head.filter(|_| !unread.contains(&package.id)) else { continue };
        if matches!(standard.stage, None | Some(Stage::Draft)) {
            continue;
        }
        let missing = missing(context, package);
        let Some((first, _)) = missing.first().copied() else { continue };
        let demanded = missing.iter().any(|(_, strength)| *strength == "shall");
        let severity = match standard.stage {
            Some(Stage::Vote | Stage::Published) if demanded => Severity::Error,
            _ => Severity::Warning,
        };
        let names: Vec<_> = missing.iter().map(|(id, _)| format!("`{}`", model.qualified(*id))).collect();
        let message = format!("`{}` has no record of a review of {}", package.name, names.join(", "));
        let help = format!("review the text, and write `review … {{ reviews {} … }}`", model.qualified(first));
        context.report(model.get(head).at, message, help).label(model.get(first).at, "asked here").severity(severity);
    }
}

/// What is to be reviewed and is not, with its strength.
fn missing<'m>(context: &Context<'m, '_>, package: &Package<'_>) -> Vec<(Id, &'m str)> {
    let model = context.model;
    let asked = model.standings(package.id, None).into_iter().flat_map(|standing| {
        let obligations = model.of::<Obligation<'_>>(standing.request);
        let binding = obligations.filter(move |(_, it)| it.is_by_review() && standing.unbound(it).is_none());
        binding.map(|(declaration, it)| (declaration.id, it.strength.map_or("", |word| word.text)))
    });
    asked.filter(|(id, strength)| *strength != "may" && model.review(package.id, *id).is_none()).collect()
}
