//! A number that two requirements have had.
//!
//! # What it checks
//! Within a family of a deliverable, no two requirements keep the same `number`, and none keeps one that the family has `withdrawn`.
//! # Why
//! The common structure of the verticals (M-08): test reports, certificates and comments name a requirement by its number, so a number means one requirement
//! for ever.
//! # Bad
//! ```norm
//! family KEYS "Keys" { withdrawn 2 because "Part of 1 since version 0.2.0." }
//! requirement R-OLD "Old" {
//!   family KEYS
//!   number 1
//!   statement "The vault shall lock its door."
//!   serves O-1
//!   covers act:E-1
//!   rationale "An example."
//! }
//! requirement R-NEW "New" {
//!   family KEYS
//!   number 1  //~ reused-number
//!   statement "The vault shall hide its key."
//!   serves O-1
//!   covers act:E-1
//!   rationale "An example."
//! }
//! requirement R-BACK "Back" {
//!   family KEYS
//!   number 2  //~ reused-number
//!   statement "The vault shall wipe its key."
//!   serves O-1
//!   covers act:E-1
//!   rationale "An example."
//! }
//! assessment A-9 "Look" { assesses R-OLD, R-NEW, R-BACK; method examine; modules act:A; activity "Look."; verdict { pass "It holds."; fail "It does not." }; evidence "notes" }
//! ```
//! # Good
//! ```norm
//! family KEYS "Keys" { withdrawn 2 because "Part of 1 since version 0.2.0." }
//! requirement R-OLD "Old" {
//!   family KEYS
//!   number 1
//!   statement "The vault shall lock its door."
//!   serves O-1
//!   covers act:E-1
//!   rationale "An example."
//! }
//! requirement R-NEW "New" {
//!   family KEYS
//!   number 3
//!   statement "The vault shall hide its key."
//!   serves O-1
//!   covers act:E-1
//!   rationale "An example."
//! }
//! assessment A-9 "Look" { assesses R-OLD, R-NEW; method examine; modules act:A; activity "Look."; verdict { pass "It holds."; fail "It does not." }; evidence "notes" }
//! ```
//! # How to fix
//! Give the younger requirement a number that is free.

use std::collections::BTreeMap;

use crate::check::{Context, Rule};
use crate::diagnostic::{Fix, Severity};
use crate::edit;
use crate::model::{Declaration, Family, Id, Model, Requirement};
use crate::source::Span;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "reused-number", severity: Severity::Error, kinds: &["requirement", "family"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    for (package, _) in model.standards() {
        let mut first: BTreeMap<(Option<Id>, u32), Span> = BTreeMap::new();
        let mut last: BTreeMap<Option<Id>, u32> = BTreeMap::new();
        for (declaration, requirement) in model.of::<Requirement<'_>>(package.id) {
            let (family, Some(number)) = (requirement.family.map(|family| family.id), requirement.number) else {
                continue;
            };
            let had = withdrawn(model, family, number).or_else(|| first.get(&(family, number)).copied());
            let Some(before) = had else {
                first.insert((family, number), declaration.at);
                continue;
            };
            let free = last.entry(family).or_insert_with(|| highest(model, package.id, family));
            *free += 1;
            report(context, declaration, number, before, *free);
        }
    }
}

/// The highest number that the family has in a package, given or withdrawn.
fn highest(model: &Model<'_>, package: crate::model::PackageId, family: Option<Id>) -> u32 {
    let kept = model.of::<Requirement<'_>>(package).map(|(_, requirement)| requirement);
    let kept = kept.filter(|it| it.family.map(|family| family.id) == family).filter_map(|it| it.number);
    let gone = family.and_then(|id| model.body::<Family<'_>>(id)).into_iter().flat_map(|family| &family.withdrawn);
    kept.chain(gone.map(|gone| gone.number)).max().unwrap_or(0)
}

fn withdrawn(model: &Model<'_>, family: Option<Id>, number: u32) -> Option<Span> {
    let family = model.body::<Family<'_>>(family?)?;
    family.withdrawn.iter().find(|gone| gone.number == number).map(|gone| gone.span)
}

fn report(context: &mut Context<'_, '_>, declaration: &Declaration<'_>, number: u32, before: Span, free: u32) {
    let sources = context.model.sources;
    let line = edit::line(sources, declaration.span, "number");
    let message = format!("another requirement of the family has or had the number {number}");
    let fix = line.map(|line| Fix::proposed(format!("write `number {free}`")).replace(line, format!("number {free}")));
    let help = format!("give it a number that is free, such as {free}");
    let finding =
        context.report(line.unwrap_or(declaration.at), message, help).label(before, "the number is given here");
    if let Some(fix) = fix {
        finding.fix(fix);
    }
}
