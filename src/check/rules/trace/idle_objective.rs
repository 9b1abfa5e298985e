//! An objective that serves nothing.
//!
//! # What it checks
//! Every objective counters a threat, enforces a policy or upholds an assumption; an assumption is upheld on the environment only.
//! # Why
//! Common Criteria, part 3, APE_OBJ.2; request M/606, Annex II, section 1: objectives relate to the identified risks.
//! # Bad
//! ```norm
//! objective O-2 "Kept" { on environment }  //~ idle-objective
//! ```
//! # Good
//! ```norm
//! assumption A-2 { text "The room is locked." }
//! objective O-2 "Kept" { on environment; upholds A-2 }
//! ```
//! # How to fix
//! Say what it `counters`, `enforces` or `upholds`, or take it away.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::{Objective, objective::On};

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "idle-objective", severity: Severity::Error, kinds: &["objective"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    for (declaration, objective) in model.all::<Objective<'_>>() {
        if objective.counters.is_empty() && objective.enforces.is_empty() && objective.upholds.is_empty() {
            let message = format!(
                "the objective `{}` counters no threat, enforces no policy and upholds no assumption",
                declaration.name
            );
            context
                .report(declaration.at, message, "say what it `counters`, `enforces` or `upholds`, or take it away")
                .misses(&[]);
        }
        if objective.on != Some(On::Environment)
            && let Some(upheld) = objective.upholds.first()
        {
            let message = format!("`{}` upholds an assumption but is not on the environment", declaration.name);
            context
                .report(upheld.span, message, "uphold assumptions by an objective `on environment`")
                .label(model.get(upheld.id).at, "the assumption")
                .misses(&[]);
        }
    }
}
