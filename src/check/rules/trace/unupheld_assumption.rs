//! An assumption that no objective upholds.
//!
//! # What it checks
//! Every assumption is upheld by an objective on the environment.
//! # Why
//! Common Criteria, part 3, APE_OBJ.2; request M/606, Annex II, section 1: a deliverable is transparent about its assumptions.
//! # Bad
//! ```norm
//! assumption A-2 { text "The room is locked." }  //~ unupheld-assumption
//! ```
//! # Good
//! ```norm
//! assumption A-2 { text "The room is locked." }
//! objective O-2 "Kept" { on environment; upholds A-2 }
//! ```
//! # How to fix
//! Let an objective `on environment` uphold it.

use crate::check::stub;
use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::{Assumption, Relation};

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "unupheld-assumption", severity: Severity::Error, kinds: &["assumption"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    let (model, graph) = (context.model, context.graph);
    for (declaration, _) in model.all::<Assumption<'_>>() {
        if !graph.is_target(declaration.id, &[Relation::Upholds]) {
            let message = format!("no objective upholds the assumption `{}`", declaration.name);
            context
                .report(declaration.at, message, "let an objective `on environment` say that it `upholds` it")
                .misses(&["objective"])
                .fix(stub::objective(model, declaration, "OE", "environment", "upholds"));
        }
    }
}
