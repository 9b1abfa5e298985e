//! Another expression in place of a verbal form.
//!
//! # What it checks
//! A sentence of a statement, or of a normative clause, that has neither `shall`, `should` nor `may` does not say the same with `has to`, `is required to`, `is to be`, `is recommended`, `is allowed to` and their like. Where the whole statement has no verbal form, [wrong-verb](wrong-verb.md) reports it. That such a sentence is meant as a provision is a guess, so the rule only warns.
//! # Why
//! ISO/IEC Directives, Part 2, clause 7, and ETSI Drafting Rules, clause 3.2: one form for each sort of provision, so that a reader, and a program, can tell what binds.
//! # Bad
//! ```norm
//! requirement R-2 "Second" {
//!   statement "The vault shall hold. Its lock has to be heavy."  //~ equivalent-verb
//!   serves O-1
//!   covers act:E-1
//!   rationale "An example."
//! }
//! assessment A-9 "Look" { assesses R-2; method examine; modules act:A; activity "Look."; verdict { pass "It holds."; fail "It does not." }; evidence "notes" }
//! ```
//! # Good
//! ```norm
//! requirement R-2 "Second" {
//!   statement "The vault shall hold what its owner has to keep."
//!   serves O-1
//!   covers act:E-1
//!   rationale "An example."
//! }
//! assessment A-9 "Look" { assesses R-2; method examine; modules act:A; activity "Look."; verdict { pass "It holds."; fail "It does not." }; evidence "notes" }
//! ```
//! # How to fix
//! Write the sentence with the verbal form, or as a fact in the present tense; another provision is another requirement.

use crate::check::{Context, Rule};
use crate::diagnostic::{Fix, Severity};
use crate::wording::{Class, Force, Found, Passage, Place};

pub(in crate::check::rules) const RULE: Rule = Rule {
    name: "equivalent-verb",
    severity: Severity::Warning,
    kinds: &["requirement", "clause", "annex"],
    check: Some(check),
};

fn check(context: &mut Context<'_, '_>) {
    let wording = context.wording;
    for passage in &wording.passages {
        let looked_at = match passage.place {
            Place::Statement => passage.provisions().next().is_some(),
            place => place == Place::NormativeProse,
        };
        for found in passage.found.iter().filter(|found| looked_at && !passage.binds(found)) {
            match found.class {
                Class::Equivalent(force) => report(context, passage, found, force),
                // What is inevitable is no provision, so a bare `will` in a statement asks where it should say what is asked.
                Class::Verb(Force::Inevitability) if passage.place == Place::Statement => {
                    report(context, passage, found, Force::Requirement);
                }
                _ => {}
            }
        }
    }
}

fn report(context: &mut Context<'_, '_>, passage: &Passage<'_>, found: &Found, force: Force) {
    let (span, written) = (passage.span(&found.range), passage.words(&found.range));
    let verb = passage.lexicon.verb(force);
    let message = format!("`{written}` in a sentence of {} without a verbal form", passage.place.words());
    let help = format!("write `{verb}` if it is {}, or state a fact in the present tense", force.words());
    let reported = context.report(span, message, help).here("reads like a provision");
    if let Some(instead) = passage.lexicon.instead_of(force, &written) {
        reported.fix(Fix::proposed(format!("write `{instead}`")).replace(span, instead));
    }
}
