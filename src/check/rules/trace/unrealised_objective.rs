//! An objective that no requirement realises.
//!
//! # What it checks
//! Every objective on the product or the process is served by a requirement of the deliverable.
//! # Why
//! Request M/606, Annex II, section 1: requirements are specified for the objectives.
//! # Bad
//! ```norm
//! threat T-2 "Guess" { targets store; agent "A thief"; likelihood rare; impact minor }
//! objective O-2 "Kept" { on product; counters T-2; achieves act:E-1 }  //~ unrealised-objective
//! ```
//! # Good
//! ```norm
//! threat T-2 "Guess" { targets store; agent "A thief"; likelihood rare; impact minor }
//! objective O-2 "Kept" { on environment; counters T-2 }
//! ```
//! # How to fix
//! Let a requirement `serves` it, or set it `on environment`.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::{Objective, Relation, Requirement, objective::On};

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "unrealised-objective", severity: Severity::Error, kinds: &["objective"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    let (model, graph) = (context.model, context.graph);
    let unread = context.unread(&["requirement"]);
    for (declaration, objective) in model.all::<Objective<'_>>() {
        if objective.on != Some(On::Environment)
            && !model.body_is::<Requirement<'_>>(graph.origins(declaration.id, Relation::Serves))
            && !unread.contains(&declaration.package)
        {
            let message = format!("no requirement serves the objective `{}`", declaration.name);
            context.report(declaration.at, message, format!("let a requirement say `serves {}`", declaration.name));
        }
    }
}
