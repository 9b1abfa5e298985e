//! An applicable requirement of a horizontal that a vertical passes over.
//!
//! # What it checks
//! For each requirement of each package that a deliverable extends, and that can apply to a product in its scope, the deliverable adopts it, refines it or deviates from it. A requirement whose condition contradicts the scope cannot apply, which is proved, not declared.
//! # Why
//! Request M/606, Annex II, section 2.3: verticals build on the horizontals or justify every deviation.
//! # Bad
//! ```norm
//! // in: base
//! //~ elsewhere unaddressed-horizontal
//! requirement R-C "Common" {
//!   statement "The product shall hold."
//!   serves O-B
//!   covers act:E-1
//!   assessment A-C "Look" { method examine; modules act:A; activity "Look."; verdict { pass "It holds."; fail "It does not." }; evidence "notes" }
//! }
//! ```
//! # Good
//! ```norm
//! requirement R-2 "Second" {
//!   statement "The vault shall hold."
//!   serves O-1
//!   covers act:E-1
//!   rationale "An example."
//!   refines base:R-B
//! }
//! assessment A-9 "Look" { assesses R-2; method examine; modules act:A; activity "Look."; verdict { pass "It holds."; fail "It does not." }; evidence "notes" }
//! ```
//! # How to fix
//! Write `adopts`, let a requirement `refines` it, or write `deviates` with the reason.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::logic::Configurations;
use crate::model::{Id, Requirement};
use std::collections::BTreeSet;

pub(in crate::check::rules) const RULE: Rule = Rule {
    name: "unaddressed-horizontal",
    severity: Severity::Error,
    kinds: &["requirement", "adopts", "deviates"],
    check: Some(check),
};

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    for (package, standard) in model.standards() {
        let bases = model.bases(package.id);
        if bases.is_empty() {
            continue;
        }
        // What a base says of its own bases, it says for whoever builds on it.
        let treated: BTreeSet<Id> = std::iter::once(package.id)
            .chain(bases.iter().copied())
            .flat_map(|package| model.treatments(package))
            .map(|(id, _)| id)
            .collect();
        let mut configurations = Configurations::new(model, standard.in_scope.as_ref());
        for base in bases {
            let at = package.uses.iter().find(|used| used.extends && used.package == base).map(|used| used.span);
            let Some(at) = at.or(package.head.map(|head| model.get(head).at)) else { continue };
            for (declaration, requirement) in model.of::<Requirement<'_>>(base) {
                let applies = requirement.when.as_ref().is_none_or(|when| configurations.some(&[when]));
                if treated.contains(&declaration.id) || !applies {
                    continue;
                }
                let name = model.qualified(declaration.id);
                context
                    .report(
                        at,
                        format!("`{}` neither adopts, refines nor deviates from `{name}`", package.name),
                        format!("write `adopts {name}`, `refines {name}` in a requirement, or `deviates {name} {{ because \"…\" }}`"),
                    )
                    .label(declaration.at, "the requirement that applies");
            }
        }
    }
}
