//! A requested item that no deliverable answers.
//!
//! # What it checks
//! Every item of a request is answered by a deliverable of the workspace.
//! # Why
//! Request M/606, Article 1: each item of Annex I is answered by a standard.
//! # Bad
//! ```norm
//! // in: req
//! item 3 "Third" { role vertical; due 2027-01-01 }  //~ unanswered-item
//! ```
//! # Good
//! ```norm
//! // in: req
//! item 3 "Third" { role vertical; due 2027-01-01; allow unanswered-item because "It is not begun." }
//! ```
//! # How to fix
//! Write the deliverable, or `allow` the finding with the reason.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::{Item, Relation};

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "unanswered-item", severity: Severity::Warning, kinds: &["item"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    let (model, graph) = (context.model, context.graph);
    for (declaration, item) in model.all::<Item<'_>>() {
        let answers = [Relation::Answers, Relation::ReplacedBy];
        if item.replaced_by.is_none()
            && !graph.is_target(declaration.id, &answers)
            && model.is_in_force(declaration.package)
        {
            let message = format!("no deliverable answers the item `{}`", model.qualified(declaration.id));
            context
                .report(declaration.at, message, "write the deliverable, or accept the finding with `allow`")
                .misses(&["standard", "request"]);
        }
    }
}
