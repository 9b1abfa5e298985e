//! A requirement of a horizontal that a vertical treats in two ways.
//!
//! # What it checks
//! A requirement of a package that a deliverable extends is adopted, refined or deviated from: one of the three.
//! # Why
//! Request M/606, Annex II, section 2.3: a reader must be able to tell whether the horizontal's provision holds.
//! # Bad
//! ```norm
//! deviates base:R-B { because "It is too strict." }  //~ contradictory-inheritance
//! ```
//! # Good
//! ```norm
//! // in: demo
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
//! Keep one of the two.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::{Id, Treatment};
use std::collections::BTreeMap;

pub(in crate::check::rules) const RULE: Rule = Rule {
    name: "contradictory-inheritance",
    severity: Severity::Error,
    kinds: &["requirement", "adopts", "deviates"],
    check: Some(check),
};

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    for (package, _) in model.standards() {
        let mut first: BTreeMap<Id, Treatment> = BTreeMap::new();
        for (id, treatment) in model.treatments(package.id) {
            let Some(earlier) = first.insert(id, treatment) else { continue };
            if matches!((earlier, treatment), (Treatment::Refined(..), Treatment::Refined(..))) {
                continue;
            }
            let (one, other) = if earlier.target().span < treatment.target().span {
                (earlier, treatment)
            } else {
                (treatment, earlier)
            };
            // Of the two, the one that is no refinement is the one to look at.
            let (at, label) = if matches!(other, Treatment::Refined(..)) { (one, other) } else { (other, one) };
            let name = model.qualified(id);
            context
                .report(
                    at.target().span,
                    format!("`{name}` is {} and {} at once", at.word(), label.word()),
                    "keep one of the two",
                )
                .label(label.target().span, format!("{} here", label.word()));
        }
    }
}
