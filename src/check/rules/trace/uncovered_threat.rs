//! A threat that nothing counters and nothing leaves.
//!
//! # What it checks
//! Every threat of a deliverable is countered by an objective or declared `residual` with a reason.
//! # Why
//! Request M/606, Annex II, section 1: objectives relate to the identified risks, and risks that are not mitigated are indicated.
//! # Bad
//! ```norm
//! threat T-2 "Guess" {  //~ uncovered-threat
//!   targets store; agent "A thief"; likelihood rare; impact minor }
//! ```
//! # Good
//! ```norm
//! threat T-2 "Guess" { targets store; agent "A thief"; likelihood rare; impact minor }
//! residual T-2 { because "Guessing is left to chance."; instead "Guidance." }
//! ```
//! # How to fix
//! Let an objective `counters` it, or declare `residual` with the reason and another way to address it.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::{Relation, Threat};

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "uncovered-threat", severity: Severity::Error, kinds: &["threat"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    let (model, graph) = (context.model, context.graph);
    let unread = context.unread(&["objective", "residual"]);
    for (package, _) in model.standards() {
        if unread.contains(&package.id) {
            continue;
        }
        for (threat, _) in model.of::<Threat<'_>>(package.id) {
            if !graph.is_target(threat.id, &[Relation::Counters, Relation::Leaves]) {
                let help = format!(
                    "let an objective say `counters {0}`, or write `residual {0} {{ … }}` with the reason",
                    threat.name
                );
                context.report(threat.at, format!("no objective counters the threat `{}`", threat.name), help);
            }
        }
    }
}
