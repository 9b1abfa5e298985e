//! A value that does not fit the type of its parameter.
//!
//! # What it checks
//! What a parameter may be, its default, and the lines of a `refines` block are in units that its type measures: a `size` in `MiB`, a
//! `duration` in `days`, a `count` without a unit, a `choice` in words. A parameter that a refinement declares anew keeps its type.
//! # Why
//! A number without its unit, or with one of something else, says nothing that could be tested or compared.
//! # Bad
//! ```norm
//! requirement R-2 "Second" {
//!   statement "The vault shall hold for {time}."
//!   serves O-1
//!   covers act:E-1
//!   rationale "An example."
//!   param time duration >= 2 default 3 h "time it holds"  //~ wrong-measure
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
//!   param time duration >= 2 h default 3 h "time it holds"
//! }
//! assessment A-9 "Look" { assesses R-2; method examine; modules act:A; activity "Look for {time}."; verdict { pass "It holds."; fail "It does not." }; evidence "notes" }
//! ```
//! # How to fix
//! Write a unit that the type measures, or the type that the unit measures.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::language;
use crate::logic::parameters::{Parameter, narrowing};
use crate::logic::values::{measures, numeric};
use crate::model::{
    Comparison, Constraint, Declaration, Limit, ParamType, ParamValue, Quantity, Refinement, Requirement,
};
use crate::source::Span;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "wrong-measure", severity: Severity::Error, kinds: &["requirement"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    let parameters = context.parameters;
    for (declaration, requirement) in model.all::<Requirement<'_>>() {
        for own in parameters.of(declaration.id).iter().filter(|parameter| parameter.from.is_empty()) {
            let default = own.param.default.and_then(|default| misfit_of_value(own.kind()?, &default));
            let limits = own.param.constraint.as_ref().and_then(|constraint| misfit(own.kind()?, constraint));
            if let Some(wrong) = limits.or(default) {
                report(context, own, wrong, None);
            }
        }
        for refinement in &requirement.refines {
            for parent in parameters.of(refinement.parent.id) {
                let line = narrowing(refinement, parent.name().text);
                if let Some(wrong) = line.and_then(|line| misfit(parent.kind()?, &line.constraint)) {
                    report(context, parent, wrong, Some(parent.param.name.span));
                }
                if let Some(own) = parameters.counterpart(declaration.id, parent).filter(|own| own.from.is_empty()) {
                    retyped(context, declaration, refinement, parent, own);
                }
            }
        }
    }
}

/// What does not fit: where it stands and what it is.
struct Misfit {
    at: Span,
    what: String,
}

fn misfit(kind: ParamType, constraint: &Constraint<'_>) -> Option<Misfit> {
    constraint.limits.iter().find_map(|limit| match limit {
        Limit::Compare(Comparison::Equal, quantity) => misfit_of_value(kind, &ParamValue::Quantity(*quantity)),
        Limit::Among(quantities) => {
            quantities.iter().find_map(|one| misfit_of_value(kind, &ParamValue::Quantity(*one)))
        }
        Limit::Compare(_, quantity) if numeric(kind) => misfit_of_quantity(kind, quantity),
        Limit::Within(low, high) if numeric(kind) => {
            misfit_of_quantity(kind, low).or_else(|| misfit_of_quantity(kind, high))
        }
        Limit::Compare(..) | Limit::Within(..) => {
            Some(Misfit { at: constraint.span, what: "is compared like a number".to_owned() })
        }
        Limit::OneOf(words) => words.first().and_then(|word| misfit_of_value(kind, &ParamValue::Word(*word))),
    })
}

fn misfit_of_value(kind: ParamType, value: &ParamValue<'_>) -> Option<Misfit> {
    match value {
        ParamValue::Word(word) if numeric(kind) => {
            Some(Misfit { at: word.span, what: format!("is given as the word `{}`", word.text) })
        }
        ParamValue::Word(_) => None,
        ParamValue::Quantity(quantity) if numeric(kind) => misfit_of_quantity(kind, quantity),
        ParamValue::Quantity(quantity) => {
            quantity.unit.map(|unit| Misfit { at: quantity.span, what: format!("is given in `{unit}`") })
        }
    }
}

fn misfit_of_quantity(kind: ParamType, quantity: &Quantity<'_>) -> Option<Misfit> {
    let what =
        quantity.unit.map_or_else(|| "is given without a unit".to_owned(), |unit| format!("is given in `{unit}`"));
    (!measures(kind, quantity)).then_some(Misfit { at: quantity.span, what })
}

fn report(context: &mut Context<'_, '_>, parameter: &Parameter<'_, '_>, wrong: Misfit, declared: Option<Span>) {
    let Some(kind) = parameter.kind() else { return };
    let message = format!("`{}` is a `{}`, but {}", parameter.name().text, kind.word(), wrong.what);
    let units: Vec<_> =
        language::UNITS.iter().filter(|unit| unit.measures == kind.word()).map(|unit| unit.word).collect();
    let help = match kind {
        ParamType::Choice | ParamType::Text => "write words, such as `in (gcm, ccm)`".to_owned(),
        ParamType::Count => "write the number alone".to_owned(),
        _ => format!("write a unit of it: {}", units.join(", ")),
    };
    let reported = context.report(wrong.at, message, help);
    if let Some(declared) = declared {
        reported.label(declared, "the parameter is declared here");
    }
}

/// A parameter that is declared anew with another type.
fn retyped(
    context: &mut Context<'_, '_>,
    declaration: &Declaration<'_>,
    refinement: &Refinement<'_>,
    parent: &Parameter<'_, '_>,
    own: &Parameter<'_, '_>,
) {
    let (Some(kind), Some(theirs)) = (own.kind(), parent.kind()) else { return };
    if kind == theirs {
        return;
    }
    let name = context.name(context.model.get(refinement.parent.id), declaration.package);
    let word = own.name();
    let message =
        format!("`{}` is a `{}` here, but a `{}` in `{name}`, which is refined", word.text, kind.word(), theirs.word());
    let help = format!("write the type `{}`, or give one of the two another name", theirs.word());
    context.report(word.span, message, help).label(parent.param.name.span, format!("the parameter of `{name}`"));
}
