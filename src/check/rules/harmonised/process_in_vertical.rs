//! A vertical that covers an essential requirement on processes.
//!
//! # What it checks
//! A requirement of a vertical covers essential requirements on the product only: those of Annex I, Part I of the CRA, not those of Part II.
//! # Why
//! Practice of the harmonised standards for the CRA: verticals are on properties of the product; handling vulnerabilities is the subject of one horizontal deliverable (request M/606, Annex I), which binds the manufacturer whatever the product.
//! # Bad
//! ```norm
//! requirement R-2 "Second" {
//!   statement "The vault shall hold."
//!   serves O-1
//!   covers act:E-1, act:E-9  //~ process-in-vertical
//!   rationale "An example."
//! }
//! assessment A-9 "Look" { assesses R-2; method examine; modules act:A; activity "Look."; verdict { pass "It holds."; fail "It does not." }; evidence "notes" }
//! ```
//! # Good
//! ```norm
//! requirement R-2 "Second" {
//!   statement "The vault shall hold."
//!   serves O-1
//!   covers act:E-1
//!   rationale "An example."
//! }
//! assessment A-9 "Look" { assesses R-2; method examine; modules act:A; activity "Look."; verdict { pass "It holds."; fail "It does not." }; evidence "notes" }
//! ```
//! # How to fix
//! Take the essential requirement away from `covers`; the deliverable on vulnerability handling covers it.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::{Concept, Essential, Id, Model, Requirement, essential::Group, standard::Role};

pub(in crate::check::rules) const RULE: Rule = Rule {
    name: "process-in-vertical",
    severity: Severity::Error,
    kinds: &["requirement", "essential"],
    check: Some(check),
};

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    let verticals = model.standards().filter(|(_, standard)| standard.role == Some(Role::Vertical));
    for (package, _) in verticals {
        for (declaration, requirement) in model.of::<Requirement<'_>>(package.id) {
            for target in requirement.covers.iter().filter(|target| on_process(model, target.id)) {
                let name = context.name(model.get(target.id), package.id);
                let message = format!("`{}` of a vertical covers `{name}`, which is on processes", declaration.name);
                let help = "take it away from `covers`; the deliverable on vulnerability handling covers it";
                context
                    .report(target.span, message, help)
                    .label(model.get(target.id).at, "on the manufacturer's process");
            }
        }
    }
}

/// Whether an essential requirement, or the one that a concept is part of, is on processes.
fn on_process(model: &Model<'_>, id: Id) -> bool {
    let essential = if model.body::<Concept>(id).is_some() { model.get(id).parent.unwrap_or(id) } else { id };
    model.body::<Essential<'_>>(essential).is_some_and(|essential| essential.group == Some(Group::Process))
}
