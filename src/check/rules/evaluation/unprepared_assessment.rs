//! An assessment that does not say what it finds out or what it needs.
//!
//! # What it checks
//! Every assessment of a deliverable has an `objective` and a `preparation`, where the request asks that assessments can be carried out.
//! # Why
//! Request M/606, Annex II, section 1, paragraph 2 (OB-037): methods to assess compliance are implementable. The six fields are those that the verticals' editors agreed on.
//! # Bad
//! ```norm
//! // asked: unprepared-assessment on vertical
//! requirement R-2 "Second" {
//!   statement "The vault shall hold."
//!   serves O-1
//!   covers act:E-1
//!   rationale "An example."
//! }
//! assessment A-9 "Look" { assesses R-2; method examine; modules act:A; activity "Look."; verdict { pass "It holds."; fail "It does not." }; evidence "notes" }  //~ unprepared-assessment
//! ```
//! # Good
//! ```norm
//! // asked: unprepared-assessment on vertical
//! requirement R-2 "Second" {
//!   statement "The vault shall hold."
//!   serves O-1
//!   covers act:E-1
//!   rationale "An example."
//! }
//! assessment A-9 "Look" { assesses R-2; method examine; modules act:A; objective "The vault holds."; preparation "A vault."; activity "Look."; verdict { pass "It holds."; fail "It does not." }; evidence "notes" }
//! ```
//! # How to fix
//! Write `objective` with what the assessment is to find out, and `preparation` with what must be at hand.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::Assessment;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "unprepared-assessment", severity: Severity::Error, kinds: &["assessment"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    for asked in context.asked_standards() {
        for (declaration, assessment) in model.of::<Assessment<'_>>(asked.package) {
            let missing = match (assessment.objective.is_some(), assessment.preparation.is_some()) {
                (true, true) => continue,
                (false, true) => "`objective`",
                (true, false) => "`preparation`",
                (false, false) => "`objective` and no `preparation`",
            };
            let message = format!("the assessment `{}` has no {missing}", declaration.name);
            let help = "write what it is to find out, and what must be at hand before it starts";
            context.report(declaration.at, message, help).asked_by(asked.by);
        }
    }
}
