//! An element of vulnerability handling that no requirement covers by name.
//!
//! # What it checks
//! The deliverable on vulnerability handling covers every concept of the essential requirements that its items address, each by its name: coverage of the whole would hide which element is meant.
//! # Why
//! Request M/606, Annex II, section 2.2, points (a) to (h) (OB-109, OB-111 to OB-118): each element of the eight processes is specified. CRA, Annex I, Part II.
//! # Bad
//! ```norm
//! // asked: missing-handling-element on vulnerability-handling
//! // alone
//! standard sole "Sole" {  //~ missing-handling-element
//!   role horizontal
//!   answers req:9
//!   eso cen
//!   number "EN 3"
//!   stage draft
//!   version "0.1.0"
//!   date 2026-01-01
//!   scope "This document specifies nothing."
//! }
//! use req
//! use act
//! use lib
//! asset plan "Plan" { protects integrity }
//! threat T-2 "Guess" { targets plan; agent "A thief"; likelihood rare; impact minor }
//! objective O-2 "Kept" { on process; counters T-2; achieves act:E-9 }
//! requirement R-2 "Contact" {
//!   statement "The manufacturer shall name an address for reports."
//!   serves O-2
//!   covers act:E-9
//! }
//! assessment A-9 "Look" { assesses R-2; method examine; modules act:A; activity "Look."; verdict { pass "It holds."; fail "It does not." }; evidence "notes" }
//! ```
//! # Good
//! ```norm
//! // asked: missing-handling-element on vulnerability-handling
//! // alone
//! standard sole "Sole" {
//!   role horizontal
//!   answers req:9
//!   eso cen
//!   number "EN 3"
//!   stage draft
//!   version "0.1.0"
//!   date 2026-01-01
//!   scope "This document specifies nothing."
//! }
//! use req
//! use act
//! use lib
//! asset plan "Plan" { protects integrity }
//! threat T-2 "Guess" { targets plan; agent "A thief"; likelihood rare; impact minor }
//! objective O-2 "Kept" { on process; counters T-2; achieves act:E-9 }
//! requirement R-2 "Contact" {
//!   statement "The manufacturer shall name an address for reports."
//!   serves O-2
//!   covers act:E-9.contact
//! }
//! assessment A-9 "Look" { assesses R-2; method examine; modules act:A; activity "Look."; verdict { pass "It holds."; fail "It does not." }; evidence "notes" }
//! ```
//! # How to fix
//! Write `covers` with the concept in the requirement that specifies it.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::{Id, Relation, Requirement};
use std::collections::BTreeSet;

pub(in crate::check::rules) const RULE: Rule = Rule {
    name: "missing-handling-element",
    severity: Severity::Error,
    kinds: &["requirement", "concept"],
    check: Some(check),
};

fn check(context: &mut Context<'_, '_>) {
    let (model, graph) = (context.model, context.graph);
    let unread = context.unread(&["requirement"]);
    for asked in context.asked_standards().into_iter().filter(|asked| !unread.contains(&asked.package)) {
        let in_force = model.in_force(asked.package);
        let requirements = in_force.into_iter().filter_map(|id| model.body::<Requirement<'_>>(id));
        let covered: BTreeSet<Id> = requirements.flat_map(|it| it.covers.iter().map(|target| target.id)).collect();
        for essential in model.addressed(asked.standard) {
            let concepts = graph.origins(essential, Relation::PartOf).filter(|concept| !covered.contains(concept));
            let missing: Vec<_> = concepts.map(|concept| model.qualified(concept)).collect();
            if !missing.is_empty() {
                let name = model.package(asked.package).name;
                let message = format!("no requirement of `{name}` covers `{}` by name", missing.join("`, `"));
                let help = format!("write `covers {}` in the requirement that specifies it", missing.join(", "));
                context
                    .report(asked.head.at, message, help)
                    .label(model.get(essential).at, "the essential requirement")
                    .asked_by(asked.by);
            }
        }
    }
}
