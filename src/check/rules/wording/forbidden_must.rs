//! `must` outside of a quotation.
//!
//! # What it checks
//! In a draft in ETSI's format `must` and `must not` stand in quotations only. In the statement of a requirement [wrong-verb](wrong-verb.md) reports them.
//! # Why
//! ETSI Drafting Rules, clause 3.2: these forms are not allowed, except in direct citation.
//! # Bad
//! ```norm
//! clause cl-locks "Locks" {
//!   text "A lock must be known before it is tested."  //~ forbidden-must
//! }
//! ```
//! # Good
//! ```norm
//! clause cl-locks "Locks" {
//!   text "A lock is known before it is tested. The older text said “a lock must be known”."
//! }
//! ```
//! # How to fix
//! State the fact in the present tense, or write a requirement with `shall` where something is required.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::wording::{Class, OnlyIn, Place};

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "forbidden-must", severity: Severity::Error, kinds: &[], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    let wording = context.wording;
    for passage in wording.passages.iter().filter(|passage| passage.eso.is_some()) {
        if passage.lexicon.constraint.only_in != OnlyIn::Quotations {
            continue;
        }
        let places = |place| !matches!(place, Place::Statement | Place::Editorial);
        for found in passage.found.iter().filter(|found| found.class == Class::Constraint && places(found.place)) {
            let message = format!("`{}` in {}", passage.words(&found.range), found.place.words());
            let help = if found.place.may_bind() {
                "state a fact in the present tense, or require it with `shall` in a `requirement`"
            } else {
                "state a fact in the present tense; what is required belongs in the statement of a `requirement`"
            };
            context.report(passage.span(&found.range), message, help);
        }
    }
}
