//! A parameter that lets through what the parent forbids.
//!
//! # What it checks
//! What a refinement allows a parameter to be lies within what the requirement that it refines allows, of every type and over all storeys. A
//! line of the `refines` block keeps the bound that it does not give; a `param` of the same name says anew what holds, and lies within the
//! line and within every parent that has the parameter. A choice has no option that the parent does not have, and picks no more of them.
//! # Why
//! Request M/606, Annex II, section 2.3: verticals further specify the horizontal provisions; a product that meets the vertical meets the
//! horizontal too.
//! # Bad
//! ```norm
//! requirement R-C "Waiting" {
//!   statement "The vault shall wait for {delay} after a wrong code."
//!   serves O-1
//!   covers act:E-1
//!   rationale "An example."
//!   param delay duration >= 30 s default 1 min "time to wait"
//!   param method choice in (code, card) default code "what opens it"
//!   assessment A-C "Look" { method test; modules act:A; activity "Wait for {delay}."; verdict { pass "It holds."; fail "It does not." }; evidence "notes" }
//! }
//! requirement R-D "Waiting longer" {
//!   statement "The vault shall wait for {delay}."
//!   serves O-1
//!   covers act:E-1
//!   refines R-C {
//!     delay >= 10 s  //~ wider-parameter
//!     method in (code, voice)  //~ wider-parameter
//!   }
//!   assessment A-D "Look" { method test; modules act:A; activity "Wait for {delay}."; verdict { pass "It holds."; fail "It does not." }; evidence "notes" }
//! }
//! requirement R-E "Waiting for a time" {
//!   statement "The vault shall wait for {delay}."
//!   serves O-1
//!   covers act:E-1
//!   refines R-C
//!   param delay duration in 20 s..1 day default 2 min "time to wait"  //~ wider-parameter
//!   assessment A-E "Look" { method test; modules act:A; activity "Wait for {delay}."; verdict { pass "It holds."; fail "It does not." }; evidence "notes" }
//! }
//! ```
//! # Good
//! ```norm
//! requirement R-C "Waiting" {
//!   statement "The vault shall wait for {delay} after a wrong code."
//!   serves O-1
//!   covers act:E-1
//!   rationale "An example."
//!   param delay duration >= 30 s default 1 min "time to wait"
//!   assessment A-C "Look" { method test; modules act:A; activity "Wait for {delay}."; verdict { pass "It holds."; fail "It does not." }; evidence "notes" }
//! }
//! requirement R-D "Waiting longer" {
//!   statement "The vault shall wait for {delay}."
//!   serves O-1
//!   covers act:E-1
//!   refines R-C { delay <= 1 hour }
//!   assessment A-D "Look" { method test; modules act:A; activity "Wait for {delay}."; verdict { pass "It holds."; fail "It does not." }; evidence "notes" }
//! }
//! ```
//! # How to fix
//! Narrow the parameter to what both allow, or write `deviates` with the reason instead of `refines`.

use crate::check::{Context, Rule};
use crate::diagnostic::{Fix, Severity};
use crate::logic::parameters::{Parameter, Parameters, narrowing};
use crate::logic::values::{Scale, Values, Witness, constraint};
use crate::model::{Constraint, Declaration, ParamType, Refinement, Requirement};
use crate::source::Span;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "wider-parameter", severity: Severity::Error, kinds: &["requirement"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    let parameters = context.parameters;
    for (declaration, requirement) in model.all::<Requirement<'_>>() {
        for refinement in &requirement.refines {
            for parent in parameters.of(refinement.parent.id) {
                // Everything is wider than nothing: a parent that no value satisfies is the one to mend.
                let is_sound = !parent.values.is_empty() && is_open(parameters, declaration, parent);
                let Some(kind) = parent.kind().filter(|_| is_sound) else { continue };
                let own = parameters.counterpart(declaration.id, parent).filter(|own| own.from.is_empty());
                if let Some(wider) = Wider::find(kind, refinement, parent, own.filter(|own| own.kind() == Some(kind))) {
                    report(context, declaration, refinement, parent, &wider);
                }
            }
        }
    }
}

/// Whether a parameter of an option can matter: the option can be picked here.
fn is_open(parameters: &Parameters<'_, '_>, declaration: &Declaration<'_>, parent: &Parameter<'_, '_>) -> bool {
    parent.under.is_none_or(|(choice, option)| {
        let here = parameters.of(declaration.id).iter().find(|other| other.name().text == choice);
        here.is_none_or(|here| match &here.values {
            Values::Words(words) => words.contains(option),
            _ => true,
        })
    })
}

/// A value that gets through.
struct Wider<'m, 's> {
    scale: Scale<'s>,
    witness: Witness<'s>,
    /// Where it gets through.
    at: Span,
    /// Whether the `param` is wider than the line of the `refines` block above it.
    than_line: bool,
    /// The constraints to tighten, and what both allow.
    tighten: Vec<&'m Constraint<'s>>,
    both: Values<'s>,
}

impl<'m, 's> Wider<'m, 's> {
    fn find(
        kind: ParamType,
        refinement: &'m Refinement<'s>,
        parent: &Parameter<'m, 's>,
        own: Option<&Parameter<'m, 's>>,
    ) -> Option<Self> {
        let line = narrowing(refinement, parent.name().text);
        let declared = own.and_then(|own| own.param.constraint.as_ref());
        let theirs = parent.param.constraint.as_ref();
        let written = line.map(|line| &line.constraint).into_iter().chain(declared).chain(theirs);
        let scale = Scale::new(kind, written);
        let narrowed = line.map(|line| (line, parent.narrowed(line)));
        let outside = |values: &Values<'s>, of: &Values<'s>| values.beyond(of, &scale);
        if let Some((line, values)) = &narrowed
            && let Some(witness) = outside(values, &parent.values)
        {
            let both = values.intersection(&parent.values);
            let too = declared.filter(|_| own.is_some_and(|own| outside(&own.values, &both).is_some()));
            let tighten = std::iter::once(&line.constraint).chain(too).collect();
            return Some(Self { scale, witness, at: line.constraint.span, than_line: false, tighten, both });
        }
        let own = own?;
        let bound = narrowed.as_ref().map_or(&parent.values, |(_, values)| values);
        let witness = outside(&own.values, bound)?;
        let both = own.values.intersection(bound);
        let keeps = own.default().is_none_or(|(default, _)| both.contains(&default));
        let tighten = declared.filter(|_| keeps).into_iter().collect();
        let than_line = parent.values.has(&witness);
        Some(Self { scale, witness, at: own.said, than_line, tighten, both })
    }
}

fn report(
    context: &mut Context<'_, '_>,
    declaration: &Declaration<'_>,
    refinement: &Refinement<'_>,
    parent: &Parameter<'_, '_>,
    wider: &Wider<'_, '_>,
) {
    let (child, name) = (&declaration.name, parent.name().text);
    let theirs = context.name(context.model.get(refinement.parent.id), declaration.package);
    let witness = wider.scale.witness(&wider.witness);
    let together = matches!(&wider.witness, Witness::Picked(words) if words.len() > 1);
    let at_once = if together { " at once" } else { "" };
    let forbidden = if wider.than_line {
        "against its own `refines` block".to_owned()
    } else {
        format!("which `{theirs}` forbids")
    };
    let tightened = constraint(&wider.both, &wider.scale).filter(|_| !wider.both.is_empty());
    let help = match &tightened {
        Some(both) => format!("both allow `{both}`: write that, or `deviates` with the reason instead of `refines`"),
        None => "narrow it to what both allow, or write `deviates` with the reason instead of `refines`".to_owned(),
    };
    let message = format!("`{child}` lets `{name}` be {witness}{at_once}, {forbidden}");
    let said = if wider.than_line {
        (narrowing(refinement, name).map_or(parent.said, |line| line.constraint.span), "what the block says")
    } else {
        (parent.said, "what is allowed there")
    };
    let reported = context.report(wider.at, message, help).label(said.0, said.1);
    if let Some(both) = tightened.filter(|_| !wider.tighten.is_empty()) {
        let fix = Fix::safe(format!("write `{both}`"));
        reported.fix(wider.tighten.iter().fold(fix, |fix, old| fix.replace(old.span, both.clone())));
    }
}
