//! A parameter that the requirement does not have.
//!
//! # What it checks
//! `{name}` in the texts of a requirement and of its assessments, and each line of a `refines` block, names a parameter that is declared.
//! # Why
//! The draft would print the braces, and the narrowing would narrow nothing.
//! # Bad
//! ```norm
//! requirement R-2 "Second" {
//!   statement "The vault shall hold for {time}."  //~ unknown-parameter
//!   serves O-1
//!   covers act:E-1
//!   rationale "An example."
//! }
//! assessment A-9 "Look" { assesses R-2; method examine; modules act:A; activity "Look."; verdict { pass "It holds."; fail "It does not." }; evidence "notes" }
//! ```
//! # Good
//! ```norm
//! requirement R-2 "Second" {
//!   statement "The vault shall hold for {time}."
//!   serves O-1
//!   covers act:E-1
//!   rationale "An example."
//!   param time duration >= 1 h default 2 h "time it holds"
//! }
//! assessment A-9 "Look" { assesses R-2; method examine; modules act:A; activity "Look for {time}."; verdict { pass "It holds."; fail "It does not." }; evidence "notes" }
//! ```
//! # How to fix
//! Declare the parameter with `param`, or write the name of one that is declared.

use crate::check::{Context, Rule};
use crate::diagnostic::{Fix, Severity};
use crate::model::{Assessment, Model, Param, Requirement, placeholders};
use crate::nearest::{near, nearest};
use crate::syntax::Text;
use std::collections::BTreeSet;

pub(in crate::check::rules) const RULE: Rule = Rule {
    name: "unknown-parameter",
    severity: Severity::Error,
    kinds: &["requirement", "assessment"],
    check: Some(check),
};

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    for (declaration, requirement) in model.all::<Requirement<'_>>() {
        let known = || inherited(model, requirement);
        let texts = requirement.statement.into_iter().chain(declaration.common.notes.iter().copied());
        placeholders_in(texts, &known, &declaration.name, context);
        for refinement in &requirement.refines {
            let Some(parent) = model.body::<Requirement<'_>>(refinement.parent.id) else { continue };
            let theirs = names(&parent.params);
            for narrowing in refinement.narrowings.iter().filter(|narrowing| !theirs.contains(narrowing.parameter.text))
            {
                let parent = model.get(refinement.parent.id);
                let reported = context
                    .report(
                        narrowing.parameter.span,
                        format!("`{}` has no parameter `{}`", model.qualified(parent.id), narrowing.parameter.text),
                        suggestion(narrowing.parameter.text, &theirs),
                    )
                    .label(parent.at, "the requirement that is refined")
                    .misses(&[]);
                if let Some(near) = near(narrowing.parameter.text, theirs.iter().copied()) {
                    reported.fix(Fix::rename(narrowing.parameter.span, near.name, near.certain));
                }
            }
        }
    }
    for (declaration, assessment) in model.all::<Assessment<'_>>() {
        let assessed = declaration.parent.into_iter().chain(assessment.assesses.iter().map(|target| target.id));
        let subject = assessed.clone().next().map_or("", |id| model.get(id).name.as_str());
        let known = || -> BTreeSet<&str> {
            let requirements = assessed.clone().filter_map(|id| model.body::<Requirement<'_>>(id));
            requirements.flat_map(|requirement| inherited(model, requirement)).collect()
        };
        let verdict =
            assessment.verdict.iter().flat_map(|verdict| [verdict.pass, verdict.fail, verdict.inconclusive]).flatten();
        let fields = [assessment.objective, assessment.preparation, assessment.evidence].into_iter().flatten();
        placeholders_in(fields.chain(assessment.activities.iter().copied()).chain(verdict), &known, subject, context);
    }
}

fn names<'m>(params: &'m [Param<'_>]) -> BTreeSet<&'m str> {
    let own = params.iter().map(|param| param.name.text);
    let of_options = params.iter().flat_map(|param| &param.options).flat_map(|option| &option.params);
    own.chain(of_options.map(|param| param.name.text)).collect()
}

fn inherited<'m>(model: &'m Model<'_>, requirement: &'m Requirement<'_>) -> BTreeSet<&'m str> {
    let parents =
        requirement.refines.iter().filter_map(|refinement| model.body::<Requirement<'_>>(refinement.parent.id));
    names(&requirement.params).into_iter().chain(parents.flat_map(|parent| names(&parent.params))).collect()
}

/// Reports what stands in braces and is not `known`, which is asked for only where something does.
fn placeholders_in<'s, 'm>(
    texts: impl Iterator<Item = Text<'s>>,
    known: &dyn Fn() -> BTreeSet<&'m str>,
    subject: &str,
    context: &mut Context<'_, '_>,
) {
    for text in texts.filter(|text| text.raw().contains('{')) {
        let known = &known();
        let content = text.content();
        for (name, range) in placeholders(content.as_str()).into_iter().filter(|(name, _)| !known.contains(name)) {
            let message = format!("the requirement has no parameter `{name}`");
            let span = content.source_span(range);
            let reported = context.report(span, message, suggestion(name, known)).lacks(subject, name).misses(&[]);
            if let Some(near) = near(name, known.iter().copied()) {
                reported.fix(Fix::rename(span, near.name, near.certain));
            }
        }
    }
}

fn suggestion(name: &str, known: &BTreeSet<&str>) -> String {
    match nearest(name, known.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None if known.is_empty() => "declare it with `param`".to_owned(),
        None => {
            format!("declare it with `param`, or name one of: {}", known.iter().copied().collect::<Vec<_>>().join(", "))
        }
    }
}
