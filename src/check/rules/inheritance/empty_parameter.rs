//! A parameter that can have no value.
//!
//! # What it checks
//! Some value satisfies what a `param` or a line of a `refines` block allows, and a parameter that comes from several parents has a value that
//! all of them allow. A choice has at least as many options as must be picked.
//! # Why
//! Request M/606, Annex II, section 1: requirements are verifiable; no product can meet one whose parameter excludes every value.
//! # Bad
//! ```norm
//! requirement R-2 "Second" {
//!   statement "The vault shall hold for {time}."
//!   serves O-1
//!   covers act:E-1
//!   rationale "An example."
//!   param time duration >= 2 h <= 90 min "time it holds"  //~ empty-parameter
//! }
//! assessment A-9 "Look" { assesses R-2; method examine; modules act:A; activity "Look for {time}."; verdict { pass "It holds."; fail "It does not." }; evidence "notes" }
//! ```
//! # Good
//! ```norm
//! requirement R-2 "Second" {
//!   statement "The vault shall hold for {time}."
//!   serves O-1
//!   covers act:E-1
//!   rationale "An example."
//!   param time duration in 90 min..2 h "time it holds"
//! }
//! assessment A-9 "Look" { assesses R-2; method examine; modules act:A; activity "Look for {time}."; verdict { pass "It holds."; fail "It does not." }; evidence "notes" }
//! ```
//! # How to fix
//! Write limits that a value can meet. Where two parents exclude each other, refine one of them and write `deviates` for the other.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::logic::parameters::{Parameter, Parameters, narrowing};
use crate::model::{Declaration, Requirement};

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "empty-parameter", severity: Severity::Error, kinds: &["requirement"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    let parameters = context.parameters;
    for (declaration, requirement) in model.all::<Requirement<'_>>() {
        for parameter in parameters.of(declaration.id).iter().filter(|parameter| parameter.values.is_empty()) {
            match &parameter.from[..] {
                [] => {
                    let message = format!("no value satisfies what `{}` may be", parameter.name().text);
                    context.report(parameter.said, message, "write limits that a value can meet");
                }
                [one] => narrowed(context, parameters, requirement, parameter, *one),
                several => clashing(context, parameters, declaration, requirement, parameter, several),
            }
        }
    }
}

/// A line of a `refines` block that no value satisfies, though the parent leaves some.
fn narrowed(
    context: &mut Context<'_, '_>,
    parameters: &Parameters<'_, '_>,
    requirement: &Requirement<'_>,
    parameter: &Parameter<'_, '_>,
    number: usize,
) {
    let refinement = &requirement.refines[number];
    let parent = parent(parameters, requirement, parameter, number);
    if narrowing(refinement, parameter.name().text).is_none() || parent.is_some_and(|parent| parent.values.is_empty()) {
        return;
    }
    let message = format!("no value satisfies what `{}` may be", parameter.name().text);
    let reported = context.report(parameter.said, message, "write limits that a value can meet");
    if let Some(parent) = parent {
        reported.label(parent.said, "what the parent allows");
    }
}

/// Parents that have no value in common, though each has one.
fn clashing(
    context: &mut Context<'_, '_>,
    parameters: &Parameters<'_, '_>,
    declaration: &Declaration<'_>,
    requirement: &Requirement<'_>,
    parameter: &Parameter<'_, '_>,
    several: &[usize],
) {
    let name = parameter.name().text;
    let parents = several.iter().map(|number| (*number, parent(parameters, requirement, parameter, *number)));
    let parents: Vec<_> = parents.filter_map(|(number, parent)| Some((number, parent?))).collect();
    let ([(first, one), .., (last, other)], false) = (&parents[..], parents.iter().any(|(_, it)| it.values.is_empty()))
    else {
        return;
    };
    let called =
        |number: usize| context.name(context.model.get(requirement.refines[number].parent.id), declaration.package);
    let message = format!("no value of `{name}` satisfies both `{}` and `{}`", called(*first), called(*last));
    let labels = [(one.said, called(*first)), (other.said, called(*last))];
    let help = "declare one `param` where the parents agree, or refine one of them and write `deviates` for the other";
    let at = requirement.refines[*last].parent.span;
    let reported = context.report(at, message, help);
    labels.into_iter().fold(reported, |reported, (span, name)| reported.label(span, format!("what `{name}` allows")));
}

/// The parameter as a parent has it.
fn parent<'p, 'm, 's>(
    parameters: &'p Parameters<'m, 's>,
    requirement: &Requirement<'s>,
    parameter: &Parameter<'m, 's>,
    number: usize,
) -> Option<&'p Parameter<'m, 's>> {
    let theirs = parameters.of(requirement.refines[number].parent.id);
    theirs.iter().find(|other| other.name().text == parameter.name().text && other.under == parameter.under)
}
