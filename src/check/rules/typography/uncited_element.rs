//! A table, a figure, a formula or an annex to which nothing refers.
//!
//! # What it checks
//! The text of a deliverable refers to each of its tables, figures, formulas and annexes.
//! # Why
//! ISO/IEC Directives, Part 2, clauses 20, 28 and 29: the reader learns from the text why it is there and what to look for.
//! # Bad
//! ```norm
//! annex an-tools "Tools" { text "Picks open locks." }  //~ uncited-element
//! ```
//! # Good
//! ```norm
//! annex an-tools "Tools" { text "Picks open locks." }
//! clause cl-attacks "Attacks" { text "Attackers have the tools of [an-tools]." }
//! ```
//! # How to fix
//! Refer to it by its name in brackets where the text needs it, or take it away.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::Relation;

pub(in crate::check::rules) const RULE: Rule = Rule {
    name: "uncited-element",
    severity: Severity::Warning,
    kinds: &["table", "figure", "formula", "annex"],
    check: Some(check),
};

fn check(context: &mut Context<'_, '_>) {
    let (model, graph) = (context.model, context.graph);
    let loose = context.loose();
    let elements =
        model.declarations().iter().filter(|it| matches!(it.kind(), "table" | "figure" | "formula" | "annex"));
    for declaration in elements.filter(|it| !it.broken && !loose.contains(&it.package)) {
        let cited = graph.incoming(declaration.id).any(|edge| edge.relation == Relation::Mentions);
        // References to a name that is declared twice mean the first, which `duplicate-name` says.
        if !cited && model.lookup(declaration.package, &declaration.name) == Some(declaration.id) {
            let message = format!("nothing refers to the {} `{}`", declaration.kind(), declaration.name);
            let help = format!("write `[{}]` where the text needs it, or take it away", declaration.name);
            context.report(declaration.at, message, help);
        }
    }
}
