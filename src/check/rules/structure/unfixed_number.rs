//! Numbers of requirements that can still change, in a draft that others read.
//!
//! # What it checks
//! From the enquiry on, each requirement of a deliverable keeps its number by `number`.
//! # Why
//! The common structure of the verticals (M-08): a number is never used again. Numbers that follow from the order of the source change as soon as a
//! requirement goes or comes, and the comments of the enquiry then name the wrong ones.
//! # Bad
//! ```norm
//! // alone
//! standard sole "Sole" {  //~ unfixed-number
//!   role horizontal
//!   answers req:1
//!   eso cen
//!   number "EN 3"
//!   stage enquiry
//!   version "0.1.0"
//!   date 2026-01-01
//!   scope "This document specifies how a door is kept shut."
//! }
//! use req
//! use act
//! policy P-SHUT { text "Doors are shut." }
//! objective O-SHUT "Shut" { on product; achieves act:E-1; enforces P-SHUT; rationale "An example." }
//! requirement R-LOCK "Lock" {
//!   statement "The product shall lock the door."
//!   serves O-SHUT
//!   covers act:E-1
//! }
//! assessment A-9 "Look" { assesses R-LOCK; method examine; modules act:A; activity "Look."; verdict { pass "It holds."; fail "It does not." }; evidence "notes" }
//! ```
//! # Good
//! ```norm
//! // alone
//! standard sole "Sole" {
//!   role horizontal
//!   answers req:1
//!   eso cen
//!   number "EN 3"
//!   stage enquiry
//!   version "0.1.0"
//!   date 2026-01-01
//!   scope "This document specifies how a door is kept shut."
//! }
//! use req
//! use act
//! policy P-SHUT { text "Doors are shut." }
//! objective O-SHUT "Shut" { on product; achieves act:E-1; enforces P-SHUT; rationale "An example." }
//! requirement R-LOCK "Lock" {
//!   number 1
//!   statement "The product shall lock the door."
//!   serves O-SHUT
//!   covers act:E-1
//! }
//! assessment A-9 "Look" { assesses R-LOCK; method examine; modules act:A; activity "Look."; verdict { pass "It holds."; fail "It does not." }; evidence "notes" }
//! ```
//! # How to fix
//! Let the fix write the numbers that the requirements have today; where one goes later, its family says `withdrawn NUMBER because "…"`.

use crate::check::{Context, Rule};
use crate::diagnostic::{Fix, Severity};
use crate::edit;
use crate::model::{Requirement, standard::Stage};

pub(in crate::check::rules) const RULE: Rule = Rule {
    name: "unfixed-number",
    severity: Severity::Warning,
    kinds: &["standard", "requirement"],
    check: Some(check),
};

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    for (package, standard) in model.standards() {
        let Some(stage) = standard.stage.filter(|stage| *stage > Stage::Draft) else { continue };
        let Some(head) = package.head.map(|head| model.get(head)) else { continue };
        let counted = model.counted(package.id);
        let open = model.of::<Requirement<'_>>(package.id).filter(|(_, requirement)| requirement.number.is_none());
        let open: Vec<_> = open.map(|(declaration, _)| declaration).collect();
        let Some(first) = open.first() else { continue };
        let mut fix = Fix::safe("write the numbers that the requirements have today");
        for declaration in &open {
            let line = format!("number {}", counted.get(&declaration.id).copied().unwrap_or(1));
            fix = fix.edit(edit::into_block(model.sources, declaration.span, &line));
        }
        let message = format!(
            "at the stage `{}`, the numbers of {} of its requirements follow from their order and change with it",
            stage.word(),
            open.len()
        );
        context
            .report(head.at, message, "give each requirement the `number` that it has today")
            .label(first.at, "the first of them")
            .fix(fix);
    }
}
