//! `must` where neither law nor nature imposes it.
//!
//! # What it checks
//! In a draft in the format of CEN or CENELEC a sentence with `must` names what imposes it: a law, a regulation, a contract. The rule guesses this from the words of the sentence, so it only warns. In the statement of a requirement [wrong-verb](wrong-verb.md) reports it.
//! # Why
//! ISO/IEC Directives, Part 2, clause 7: `must` is for external constraints, so that nobody takes it for a requirement of the document.
//! # Bad
//! ```norm
//! // in: base
//! clause cl-locks "Locks" {
//!   text "A lock must be known before it is tested."  //~ unfounded-must
//! }
//! ```
//! # Good
//! ```norm
//! // in: base
//! clause cl-locks "Locks" {
//!   text "By Regulation (EU) 2024/2847 a manufacturer must keep the documentation for ten years."
//! }
//! ```
//! # How to fix
//! Name the law that imposes it, state the fact in the present tense, or require it with `shall` in a requirement.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::wording::{Class, OnlyIn, Place};

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "unfounded-must", severity: Severity::Warning, kinds: &[], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    let wording = context.wording;
    for passage in wording.passages.iter().filter(|passage| passage.eso.is_some()) {
        let constraint = &passage.lexicon.constraint;
        if constraint.only_in != OnlyIn::ExternalConstraints {
            continue;
        }
        let places = |place| !matches!(place, Place::Statement | Place::Editorial);
        for found in passage.found.iter().filter(|found| found.class == Class::Constraint && places(found.place)) {
            if !names_one_of(passage.sentence(found), &constraint.signs) {
                let message = format!(
                    "`{}` in a sentence that names no law or other constraint from outside",
                    passage.words(&found.range)
                );
                let help = "name what imposes it, state the fact in the present tense, or require it with `shall` in a `requirement`";
                context.report(passage.span(&found.range), message, help);
            }
        }
    }
}

fn names_one_of(sentence: &str, signs: &[String]) -> bool {
    let mut words = sentence.split(|c: char| !c.is_alphanumeric());
    words.any(|word| signs.iter().any(|sign| sign.eq_ignore_ascii_case(word)))
}
