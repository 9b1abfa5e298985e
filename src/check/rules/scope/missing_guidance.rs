//! A conformity assessment module without guidance.
//!
//! # What it checks
//! Where the request that a deliverable answers asks for guidance, the deliverable gives it for each conformity assessment module of the act;
//! certification schemes are no modules of its own.
//! Which edition asks is read from the obligations of the request that name this rule.
//! # Why
//! The draft request of 16 April 2024, Annex II, section 1, asks for it; the adopted request does not.
//! # Bad
//! ```norm
//! // alone
//! standard sole "Sole" {  //~ missing-guidance
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
//! ```
//! # How to fix
//! Write `guidance module` for each module that the message names.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::{Guidance, Module, Relation};
use std::collections::BTreeSet;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "missing-guidance", severity: Severity::Error, kinds: &["guidance", "module"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    let (model, graph) = (context.model, context.graph);
    for (package, _) in model.standards() {
        let Some(head) = package.head.filter(|_| context.is_asked_of(package.id)) else { continue };
        let guided: BTreeSet<_> = model
            .of::<Guidance<'_>>(package.id)
            .flat_map(|(guidance, _)| graph.targets(guidance.id, Relation::Guides))
            .collect();
        let seen: BTreeSet<_> = package.uses.iter().map(|used| used.package).collect();
        let modules = model
            .all::<Module<'_>>()
            .filter(|(_, module)| module.scheme.is_none_or(|word| word.text != "yes"))
            .filter(|(module, _)| seen.contains(&module.package) && !guided.contains(&module.id));
        let missing: Vec<_> = modules.map(|(module, _)| format!("`{}`", model.qualified(module.id))).collect();
        if !missing.is_empty() {
            let message = format!(
                "`{}` answers a request that asks for guidance, and gives none for {}",
                package.name,
                missing.join(", ")
            );
            context
                .report(model.get(head).at, message, "write `guidance module … { text … }` for each")
                .misses(&["guidance"]);
        }
    }
}
