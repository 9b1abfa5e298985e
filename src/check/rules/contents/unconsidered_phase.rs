//! A phase of the life cycle that nothing considers.
//!
//! # What it checks
//! For each of planning, design, development, production, delivery and maintenance, a requirement in force says `phase`, in the deliverable or in what it extends, or the deliverable `considers` the phase and says why nothing is asked; where the request asks for it.
//! # Why
//! Request M/606, Annex II, section 1, paragraph 1 (OB-030): all six phases of the life cycle are considered.
//! # Bad
//! ```norm
//! // asked: unconsidered-phase on vertical
//! //~ elsewhere unconsidered-phase
//! considers planning, design, development, production as excluded "The process is the subject of another deliverable."
//! ```
//! # Good
//! ```norm
//! // asked: unconsidered-phase on vertical
//! considers planning, design, development, production, delivery as excluded "The process is the subject of another deliverable."
//! considers maintenance as none "A vault is not maintained."
//! ```
//! # How to fix
//! Say `phase` on the requirements that are met there, or write `considers PHASE as excluded "…"` with the reason.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::language::PHASES;
use crate::model::Requirement;
use std::collections::BTreeSet;

pub(in crate::check::rules) const RULE: Rule = Rule {
    name: "unconsidered-phase",
    severity: Severity::Warning,
    kinds: &["requirement", "considers"],
    check: Some(check),
};

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    for asked in context.asked_standards() {
        let packages = model.bases(asked.package).into_iter().chain([asked.package]);
        let requirements = packages.flat_map(|package| model.of::<Requirement<'_>>(package));
        let met: BTreeSet<_> = requirements.flat_map(|(_, it)| it.phases.iter().map(|phase| phase.text)).collect();
        let considered = |phase: &str| met.contains(phase) || model.considered(asked.package, phase).is_some();
        let missing: Vec<_> = PHASES.iter().copied().filter(|phase| !considered(phase)).collect();
        if !missing.is_empty() {
            let name = model.package(asked.package).name;
            let message = format!("nothing in `{name}` is about the phase {}", missing.join(", "));
            let help = format!(
                "say `phase` on the requirements that are met there, or write `considers {} as excluded \"…\"`",
                missing.join(", ")
            );
            context.report(asked.head.at, message, help).asked_by(asked.by).misses(RULE.kinds);
        }
    }
}
