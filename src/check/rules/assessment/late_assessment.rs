//! A requirement that nothing assesses at the level from which it binds.
//!
//! # What it checks
//! Of the assessments of a requirement, at least one is asked for from the level from which the requirement binds, or from a lower one.
//! # Why
//! Request M/606, Annex II, section 1: the evaluation procedures define how to evaluate the target for the required level.
//! # Bad
//! ```norm
//! requirement R-2 "Second" {
//!   statement "The vault shall hold."
//!   serves O-1
//!   covers act:E-1
//!   rationale "An example."
//!   assessment A-2 "Look" { method examine; modules act:A; level lib:high; activity "Look."; verdict { pass "It holds."; fail "It does not." }; evidence "notes" }  //~ late-assessment
//! }
//! ```
//! # Good
//! ```norm
//! requirement R-2 "Second" {
//!   statement "The vault shall hold."
//!   serves O-1
//!   covers act:E-1
//!   rationale "An example."
//!   assessment A-2 "Look" { method examine; modules act:A; activity "Look."; verdict { pass "It holds."; fail "It does not." }; evidence "notes" }
//!   assessment A-3 "Pull" { method test; modules act:A; level lib:high; activity "Pull."; verdict { pass "It holds."; fail "It does not." }; evidence "notes" }
//! }
//! ```
//! # How to fix
//! Add an assessment for the lower level, ask for this one earlier, or let the requirement bind later.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::{Assessment, Relation, Requirement, Target};

pub(in crate::check::rules) const RULE: Rule = Rule {
    name: "late-assessment",
    severity: Severity::Error,
    kinds: &["assessment", "requirement", "level"],
    check: Some(check),
};

fn check(context: &mut Context<'_, '_>) {
    let (model, graph) = (context.model, context.graph);
    let rank = |level: Option<Target>| level.and_then(|level| model.level_rank(level.id)).unwrap_or(0);
    for (declaration, requirement) in model.all::<Requirement<'_>>() {
        let binds = rank(requirement.level);
        let assessments = graph.origins(declaration.id, Relation::Assesses);
        let levels: Vec<_> =
            assessments.filter_map(|id| model.body::<Assessment<'_>>(id)).map(|assessment| assessment.level).collect();
        let Some(earliest) = levels.into_iter().min_by_key(|level| rank(*level)).flatten() else { continue };
        if rank(Some(earliest)) > binds {
            let level = context.name(model.get(earliest.id), declaration.package);
            let message =
                format!("`{}` binds before the level `{level}`, but nothing assesses it before", declaration.name);
            context
                .report(
                    earliest.span,
                    message,
                    "add an assessment without a `level`, or give the requirement this level too",
                )
                .label(requirement.level.map_or(declaration.at, |level| level.span), "the requirement binds from here");
        }
    }
}
