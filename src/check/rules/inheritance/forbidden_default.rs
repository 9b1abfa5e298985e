//! A default that the parameter may not have.
//!
//! # What it checks
//! The default of a parameter is one of its allowed values; the default of a choice is one of its options. A refinement that forbids the
//! default of its parent declares a `param` of its own with a default that it allows.
//! # Why
//! Request M/606, Annex II, section 1: requirements do not contradict each other; whoever keeps the default would fail the requirement.
//! # Bad
//! ```norm
//! requirement R-2 "Second" {
//!   statement "The vault shall hold for {time}."
//!   serves O-1
//!   covers act:E-1
//!   rationale "An example."
//!   param time duration >= 2 h default 90 min "time it holds"  //~ forbidden-default
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
//!   param time duration >= 2 h default 150 min "time it holds"
//! }
//! assessment A-9 "Look" { assesses R-2; method examine; modules act:A; activity "Look for {time}."; verdict { pass "It holds."; fail "It does not." }; evidence "notes" }
//! ```
//! # How to fix
//! Write a default that is allowed, or allow it.

use crate::check::{Context, Rule};
use crate::diagnostic::{Fix, Severity};
use crate::logic::parameters::{Parameter, Parameters, narrowing};
use crate::logic::values::{Scale, Values, measures, numeric};
use crate::model::{Declaration, ParamValue, Quantity, Requirement};
use crate::nearest::nearest;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "forbidden-default", severity: Severity::Error, kinds: &["requirement"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    let parameters = context.parameters;
    for (declaration, requirement) in model.all::<Requirement<'_>>() {
        for parameter in parameters.of(declaration.id) {
            let Some((default, _)) = parameter.default() else { continue };
            let is_measured = |kind, default: &Quantity<'_>| !numeric(kind) || measures(kind, default);
            let is_sound = match (parameter.kind(), &default) {
                (Some(kind), ParamValue::Quantity(default)) => is_measured(kind, default),
                _ => true,
            };
            if !is_sound || parameter.values.is_empty() || parameter.values.contains(&default) {
                continue;
            }
            if parameter.from.is_empty() {
                declared(context, parameter);
            } else {
                kept(context, parameters, declaration, requirement, parameter);
            }
        }
    }
}

fn declared(context: &mut Context<'_, '_>, parameter: &Parameter<'_, '_>) {
    let Some((default, at)) = parameter.default() else { return };
    let name = parameter.name().text;
    let message = format!("the default `{}` of `{name}` is not among its allowed values", default.display());
    let near = match (&parameter.values, default) {
        (Values::Words(words), ParamValue::Word(word)) => {
            words.options.as_ref().and_then(|options| nearest(word.text, options.iter().copied()))
        }
        _ => None,
    };
    let help = near.map_or_else(
        || "write a default that is allowed, or allow it".to_owned(),
        |near| format!("did you mean `{near}`?"),
    );
    let reported = context.report(at, message, help).label(parameter.said, "what is allowed");
    if let Some(near) = near {
        reported.fix(Fix::rename(at, near, true));
    }
}

/// A default that a parent allows and the child, which declares none, does not.
fn kept(
    context: &mut Context<'_, '_>,
    parameters: &Parameters<'_, '_>,
    declaration: &Declaration<'_>,
    requirement: &Requirement<'_>,
    parameter: &Parameter<'_, '_>,
) {
    let Some((default, at)) = parameter.default() else { return };
    let name = parameter.name().text;
    let theirs = parameter.from.iter().map(|number| &requirement.refines[*number]);
    // A line that is wider than the parent is a finding of its own.
    let narrows = |other: &Parameter<'_, '_>| {
        let scale = parameter.kind().map(|kind| Scale::new(kind, []));
        scale.is_some_and(|scale| parameter.values.beyond(&other.values, &scale).is_none())
    };
    let allows = |id| {
        let mut same = parameters.of(id).iter().filter(|other| other.name().text == name);
        same.any(|other| other.under == parameter.under && other.values.contains(&default) && narrows(other))
    };
    let Some(refinement) = theirs.into_iter().find(|refinement| allows(refinement.parent.id)) else { return };
    let parent = context.name(context.model.get(refinement.parent.id), declaration.package);
    let message = format!(
        "`{}` keeps the default `{}` of `{name}` from `{parent}`, but forbids it",
        declaration.name,
        default.display()
    );
    let line = narrowing(refinement, name).map_or(refinement.parent.span, |line| line.constraint.span);
    let help = format!("declare `param {name}` in `{}` with a default that is allowed", declaration.name);
    context.report(line, message, help).label(at, "the default that is kept");
}
