//! A predicate about which two assessors can disagree.
//!
//! # What it checks
//! The statement of a requirement, and the `pass` and `fail` of an assessment, do not rest on words such as `appropriate`, `adequate`, `sufficient`, `timely` or `state of the art`, unless the sentence has a value: a number or a `{parameter}`, or the words are those of a link to what defines them. Whether the words around it decide is a guess, so the rule only warns.
//! # Why
//! Request M/606, Annex II, section 1: criteria are objectively verifiable. Assessors of harmonised standards reject wording that leaves the verdict to whoever assesses.
//! # Bad
//! ```norm
//! requirement R-2 "Second" {
//!   statement "The vault shall have an adequate lock."  //~ vague-predicate
//!   serves O-1
//!   covers act:E-1
//!   rationale "An example."
//! }
//! assessment A-9 "Look" { assesses R-2; method examine; modules act:A; activity "Look."; verdict { pass "It holds."; fail "It does not." }; evidence "notes" }
//! ```
//! # Good
//! ```norm
//! requirement R-2 "Second" {
//!   statement "The vault shall have a lock that withstands at least {minutes} of drilling."
//!   param minutes duration >= 5 min default 5 min "drilling"
//!   serves O-1
//!   covers act:E-1
//!   rationale "An example."
//! }
//! assessment A-9 "Look" { assesses R-2; method examine; modules act:A; activity "Look."; verdict { pass "It holds."; fail "It does not." }; evidence "notes" }
//! ```
//! # How to fix
//! Say what is enough: a parameter with its bound, a list, a property that a test can show, or a term that is defined.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::wording::{Class, Found, Passage, Place};

pub(in crate::check::rules) const RULE: Rule = Rule {
    name: "vague-predicate",
    severity: Severity::Warning,
    kinds: &["requirement", "assessment"],
    check: Some(check),
};

fn check(context: &mut Context<'_, '_>) {
    let wording = context.wording;
    for passage in wording.passages.iter().filter(|passage| decides(passage)) {
        for found in passage.found.iter().filter(|found| found.class == Class::Vague && found.place == passage.place) {
            if is_measured(passage.sentence(found)) || is_defined(passage, found) {
                continue;
            }
            let message = format!("`{}` leaves open what is enough", passage.words(&found.range));
            let help = "give the measure: a parameter with its bound, a list, what a test shows, or a link to a term that says it";
            context.report(passage.span(&found.range), message, help).here("two assessors can disagree about this");
        }
    }
}

fn decides(passage: &Passage<'_>) -> bool {
    passage.place == Place::Statement || matches!(passage.property, "pass" | "fail")
}

/// Whether a sentence has a value.
fn is_measured(sentence: &str) -> bool {
    sentence.contains(|c: char| c == '{' || c.is_ascii_digit())
}

/// How far the words of a link may reach, in bytes.
const FAR: usize = 200;

/// Whether a word stands among the words of a link: `[appropriate means][means]`.
fn is_defined(passage: &Passage<'_>, found: &Found) -> bool {
    let bytes = passage.content.as_str().as_bytes();
    let (before, after) = (&bytes[..found.range.start], &bytes[found.range.end..]);
    let is_bracket = |byte: &&u8| matches!(byte, b'[' | b']');
    let opened = before.iter().rev().take(FAR).find(is_bracket) == Some(&b'[');
    let close = after.iter().take(FAR).position(|byte| matches!(byte, b'[' | b']'));
    opened && close.is_some_and(|at| after[at..].starts_with(b"]["))
}
