//! An assessment without activity, expected result, evidence or module.
//!
//! # What it checks
//! Every assessment says what is done, when it passes and fails, what evidence is kept and in which conformity assessment modules it is used; one that stands outside a requirement says what it assesses.
//! # Why
//! Request M/606, Annex II, section 1: expected evaluation results are defined. The six fields are those that the verticals' editors agreed on.
//! # Bad
//! ```norm
//! requirement R-2 "Second" {
//!   statement "The vault shall hold."
//!   serves O-1
//!   covers act:E-1
//!   rationale "An example."
//! }
//! assessment A-9 "Look" {  //~ incomplete-assessment
//!   assesses R-2; method examine; modules act:A; activity "Look."; verdict { pass "It holds."; fail "It does not." } }
//! ```
//! # Good
//! ```norm
//! requirement R-2 "Second" {
//!   statement "The vault shall hold."
//!   serves O-1
//!   covers act:E-1
//!   rationale "An example."
//! }
//! assessment A-9 "Look" { assesses R-2; method examine; modules act:A; activity "Look."; verdict { pass "It holds."; fail "It does not." }; evidence "notes" }
//! ```
//! # How to fix
//! Add what the message names.

use crate::check::{Context, Rule};
use crate::diagnostic::{Fix, Severity};
use crate::edit;
use crate::model::{Assessment, Declaration, Model};

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "incomplete-assessment", severity: Severity::Error, kinds: &["assessment"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    for (declaration, assessment) in model.all::<Assessment<'_>>() {
        let missing = [
            ("`activity`", assessment.activities.is_empty()),
            ("`verdict`", assessment.verdict.is_none()),
            ("`evidence`", assessment.evidence.is_none()),
            ("`modules`", assessment.modules.is_empty()),
            ("`assesses`", declaration.parent.is_none() && assessment.assesses.is_empty()),
        ];
        let missing: Vec<_> = missing.into_iter().filter(|(_, is)| *is).map(|(what, _)| what).collect();
        if !missing.is_empty() {
            let message = format!("the assessment `{}` has no {}", declaration.name, listed(&missing, "or"));
            let reported = context
                .report(declaration.at, message, format!("add {}", listed(&missing, "and")))
                .without(declaration.at)
                .misses(&[]);
            if let Some(fix) = filled(model, declaration, &missing) {
                reported.fix(fix);
            }
        }
    }
}

/// Writes what is missing and can be a text to fill in.
fn filled(model: &Model<'_>, declaration: &Declaration<'_>, missing: &[&str]) -> Option<Fix> {
    let stubs = [
        ("`activity`", "activity \"\""),
        ("`verdict`", "verdict { pass \"\"; fail \"\" }"),
        ("`evidence`", "evidence \"\""),
    ];
    let lines: Vec<_> = stubs.iter().filter(|(what, _)| missing.contains(what)).map(|(_, line)| *line).collect();
    let edit = edit::into_block(model.sources, declaration.span, &lines.join("\n"));
    (!lines.is_empty()).then(|| Fix::proposed("write what can be filled in").edit(edit))
}

fn listed(words: &[&str], last: &str) -> String {
    match words {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., end] => format!("{} {last} {end}", first.join(", ")),
    }
}
