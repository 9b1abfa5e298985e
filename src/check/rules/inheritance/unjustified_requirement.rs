//! A new requirement of a vertical without a reason.
//!
//! # What it checks
//! A requirement of a deliverable that extends others refines one of theirs, or its `rationale` says why none of theirs serves.
//! # Why
//! Request M/606, Annex II, section 2.3: verticals further specify the horizontals.
//! # Bad
//! ```norm
//! requirement R-2 "Second" {  //~ unjustified-requirement
//!   statement "The vault shall hold."
//!   serves O-1
//!   covers act:E-1
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
//! Let it `refines` a requirement of a horizontal, or write the `rationale`.

use crate::check::stub;
use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::Requirement;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "unjustified-requirement", severity: Severity::Error, kinds: &["requirement"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    for (package, _) in model.standards() {
        if model.bases(package.id).is_empty() {
            continue;
        }
        for (declaration, requirement) in model.of::<Requirement<'_>>(package.id) {
            if requirement.refines.is_empty() && declaration.common.rationale.is_none() {
                let message = format!(
                    "`{}` refines no requirement of what `{}` extends, and does not say why it is new",
                    declaration.name, package.name
                );
                context
                    .report(declaration.at, message, "let it `refines` one, or write the `rationale`")
                    .misses(&[])
                    .fix(stub::property(model, declaration, "rationale"));
            }
        }
    }
}
