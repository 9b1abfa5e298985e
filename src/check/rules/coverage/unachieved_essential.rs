//! An essential requirement that is covered without an objective.
//!
//! # What it checks
//! Each essential requirement that a requirement of the deliverable covers is achieved by one of its objectives, where the request asks for it.
//! # Why
//! Request M/606, Annex II, section 1, paragraph 9 (OB-073): objectives are based on the essential requirements, so that each one claimed has an objective.
//! # Bad
//! ```norm
//! // asked: unachieved-essential on vertical
//! requirement R-2 "Wholeness" {
//!   statement "The vault shall be whole."
//!   serves O-1
//!   covers act:E-8  //~ unachieved-essential
//!   rationale "An example."
//! }
//! assessment A-9 "Look" { assesses R-2; method examine; modules act:A; activity "Look."; verdict { pass "It holds."; fail "It does not." }; evidence "notes" }
//! ```
//! # Good
//! ```norm
//! // asked: unachieved-essential on vertical
//! requirement R-2 "Second" {
//!   statement "The vault shall hold."
//!   serves O-1
//!   covers act:E-1
//!   rationale "An example."
//! }
//! assessment A-9 "Look" { assesses R-2; method examine; modules act:A; activity "Look."; verdict { pass "It holds."; fail "It does not." }; evidence "notes" }
//! ```
//! # How to fix
//! Let one of the objectives that the requirement serves say that it `achieves` it.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::{Id, Objective, Requirement, Target, objective::On};
use std::collections::BTreeSet;

pub(in crate::check::rules) const RULE: Rule = Rule {
    name: "unachieved-essential",
    severity: Severity::Error,
    kinds: &["requirement", "objective", "essential"],
    check: Some(check),
};

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    let unread = context.unread(&["objective"]);
    for asked in context.asked_standards().into_iter().filter(|asked| !unread.contains(&asked.package)) {
        let objectives = model.of::<Objective<'_>>(asked.package);
        let mut achieved: BTreeSet<Id> = objectives.flat_map(|(_, it)| it.achieves.iter().map(|it| it.id)).collect();
        // An objective that achieves nothing is reported by itself; what is served through it is its consequence.
        let ungrounded = |objective: &Target| {
            let objective = model.body::<Objective<'_>>(objective.id);
            objective.is_some_and(|it| it.on != Some(On::Environment) && it.achieves.is_empty())
        };
        let requirements = model.of::<Requirement<'_>>(asked.package);
        for (declaration, requirement) in requirements.filter(|(_, it)| !it.serves.iter().any(ungrounded)) {
            for target in &requirement.covers {
                let essential = model.get(target.id).parent.unwrap_or(target.id);
                // One finding for each essential requirement.
                if achieved.insert(essential) {
                    let name = context.name(model.get(essential), declaration.package);
                    let message = format!("`{}` covers `{name}`, but no objective achieves it", declaration.name);
                    let help = format!("let an objective that the requirement serves say `achieves {name}`");
                    context.report(target.span, message, help).asked_by(asked.by).misses(&["objective"]);
                }
            }
        }
    }
}
