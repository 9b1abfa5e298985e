//! An essential requirement that is neither covered nor omitted.
//!
//! # What it checks
//! For every product in scope, each essential requirement that the deliverable's items address is covered by a requirement in force that applies to
//! the product, whole or by all its concepts, or omitted, or found not applicable, with a reason; what a line `covers … partial`
//! counts as open until the rest is covered or omitted. At the lowest level that a use case calls for this must hold already. The
//! finding names the smallest product that is left out: the one with the fewest features.
//! # Why
//! Request M/606, Annex II, section 1: which essential requirements apply is determined, and those that are not fully covered are indicated (OB-055, OB-056). CRA, Article 32(2): coverage for each essential requirement decides on the route of conformity assessment.
//! Sections 2.1 to 2.3 ask for the coverage of single essential requirements (OB-104, OB-111 to OB-118, OB-128).
//! # Bad
//! ```norm
//! // alone
//! standard sole "Sole" {  //~ uncovered-essential
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
//! Let a requirement that applies to the product `covers` it, `adopts` one that does, or write `omits` with the reason; `omits … { when … }` leaves
//! it uncovered for some products only. `not-applicable` says that it does not apply to products in scope.

use crate::check::stub;
use crate::check::{Context, Rule};
use crate::coverage::{Covers, Gap};
use crate::diagnostic::Severity;
use crate::logic::Configurations;
use crate::model::{Id, Relation};

pub(in crate::check::rules) const RULE: Rule = Rule {
    name: "uncovered-essential",
    severity: Severity::Error,
    kinds: &["requirement", "essential", "omits"],
    check: Some(check),
};

fn check(context: &mut Context<'_, '_>) {
    let (model, graph) = (context.model, context.graph);
    for (package, standard) in model.standards() {
        let Some(head) = package.head else { continue };
        let covers = Covers::of(model, package.id, standard);
        let mut configurations = Configurations::new(model, standard.in_scope.as_ref());
        for essential in model.addressed(standard) {
            let units = graph.origins(essential, Relation::PartOf).count();
            let mut gaps = covers.gaps(graph, essential, &mut configurations);
            while let Some(first) = gaps.first().cloned() {
                let (alike, rest): (Vec<_>, Vec<_>) = gaps.into_iter().partition(|gap| gap.is_like(&first));
                gaps = rest;
                let open = alike.iter().map(|gap| gap.unit).collect::<Vec<_>>();
                // Where every part is open, the whole is.
                let open = if open.len() == units { vec![essential] } else { open };
                report(context, (head, essential), &open, &first);
            }
        }
    }
}

fn report(context: &mut Context<'_, '_>, (head, essential): (Id, Id), open: &[Id], gap: &Gap) {
    let model = context.model;
    let package = model.package(model.get(head).package);
    let (name, open) = (model.qualified(essential), open.iter().map(|id| model.qualified(*id)).collect::<Vec<_>>());
    let in_part = open[0] != name;
    let what = open.join("`, `");
    let message = match (gap.configuration.is_any(), gap.elsewhere.is_empty(), in_part) {
        (true, true, true) => {
            format!("`{}` covers `{name}` in part only: `{what}` is neither covered nor omitted", package.name)
        }
        (true, true, false) => format!("`{}` neither covers nor omits `{name}`", package.name),
        (true, false, _) => format!("`{}` covers `{what}` from a higher level only", package.name),
        (false, ..) => {
            let product = gap.configuration.in_words(model, package.id);
            format!("`{}` neither covers nor omits `{what}` for {product}", package.name)
        }
    };
    let covers = open.join(", ");
    let help = if gap.configuration.is_any() {
        format!("let a requirement say `covers {covers}`, or write `omits {covers} {{ because \"…\" }}`")
    } else {
        format!(
            "let a requirement that applies there say `covers {covers}`, or write `omits {covers} {{ when …; because \"…\" }}`"
        )
    };
    let mut reported = context.report(model.get(head).at, message, help);
    reported = reported.label(model.get(essential).at, "the essential requirement").misses(&[
        "requirement",
        "omits",
        "adopts",
    ]);
    for at in &gap.elsewhere {
        reported = reported.label(*at, "for other products or levels, it is covered here");
    }
    if gap.configuration.is_any() && gap.elsewhere.is_empty() {
        let fix = stub::reasoned(model, package.id, "omit it, with the reason", &format!("omits {covers}"));
        reported.fixed(fix);
    }
}
