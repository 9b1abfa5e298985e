//! An essential requirement that is neither covered nor omitted.
//!
//! # What it checks
//! Every essential requirement that the deliverable's items address is covered by a requirement in force in it, whole or by all its concepts, or omitted with a reason.
//! # Why
//! Request M/606, Annex II, section 1: essential requirements that are not fully covered are indicated. CRA, Article 32(2): coverage for each essential requirement decides on the route of conformity assessment.
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
//!   scope "The present document specifies nothing."
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
//!   scope "The present document specifies nothing."
//! }
//! use req
//! use act
//! omits act:E-1 { because "An example of a header only." }
//! ```
//! # How to fix
//! Let a requirement `covers` it, `adopts` one that does, or write `omits` with the reason.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::{Id, Omits, Relation, Requirement};
use std::collections::BTreeSet;

pub(in crate::check::rules) const RULE: Rule = Rule {
    name: "uncovered-essential",
    severity: Severity::Error,
    kinds: &["requirement", "essential", "omits"],
    check: Some(check),
};

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    let unread = context.unread(&["requirement", "omits"]);
    for (package, standard) in model.standards() {
        let Some(head) = package.head.filter(|_| !unread.contains(&package.id)) else { continue };
        let covered: BTreeSet<Id> = model
            .in_force(package.id)
            .into_iter()
            .filter_map(|id| model.body::<Requirement<'_>>(id))
            .flat_map(|requirement| &requirement.covers)
            .chain(model.of::<Omits<'_>>(package.id).flat_map(|(_, omits)| &omits.essentials))
            .map(|target| target.id)
            .collect();
        for essential in model.addressed(standard) {
            let concepts: Vec<_> = context.graph.origins(essential, Relation::PartOf).collect();
            let open: Vec<_> = concepts.iter().filter(|concept| !covered.contains(concept)).collect();
            if covered.contains(&essential) || (!concepts.is_empty() && open.is_empty()) {
                continue;
            }
            let name = model.qualified(essential);
            let in_part = open.len() < concepts.len();
            let open = if in_part {
                open.iter().map(|concept| model.qualified(**concept)).collect()
            } else {
                vec![name.clone()]
            };
            let message = if in_part {
                format!(
                    "`{}` covers `{name}` in part only: `{}` is neither covered nor omitted",
                    package.name,
                    open.join("`, `")
                )
            } else {
                format!("`{}` neither covers nor omits `{name}`", package.name)
            };
            let help = format!(
                "let a requirement say `covers {0}`, or write `omits {0} {{ because \"…\" }}`",
                open.join(", ")
            );
            context
                .report(model.get(head).at, message, help)
                .label(model.get(essential).at, "the essential requirement");
        }
    }
}
