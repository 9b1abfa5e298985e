//! A word that provisions do without.
//!
//! # What it checks
//! Statements and normative clauses do not say `may not`, `and/or`, `&` or `etc.`.
//! # Why
//! ISO/IEC Directives, Part 2: these have two readings, or none that can be assessed. `may not` forbids to one reader and leaves open to another.
//! # Bad
//! ```norm
//! requirement R-2 "Second" {
//!   statement "The vault shall hold jewels and/or papers."  //~ avoided-word
//!   serves O-1
//!   covers act:E-1
//!   rationale "An example."
//! }
//! assessment A-9 "Look" { assesses R-2; method examine; modules act:A; activity "Look."; verdict { pass "It holds."; fail "It does not." }; evidence "notes" }
//! ```
//! # Good
//! ```norm
//! requirement R-2 "Second" {
//!   statement "The vault shall hold jewels, papers or both."
//!   serves O-1
//!   covers act:E-1
//!   rationale "An example."
//! }
//! assessment A-9 "Look" { assesses R-2; method examine; modules act:A; activity "Look."; verdict { pass "It holds."; fail "It does not." }; evidence "notes" }
//! ```
//! # How to fix
//! Write what is meant; the finding says between what to choose.

use crate::check::{Context, Rule};
use crate::diagnostic::{Fix, Severity};
use crate::wording::{Class, Place};

pub(in crate::check::rules) const RULE: Rule = Rule {
    name: "avoided-word",
    severity: Severity::Warning,
    kinds: &["requirement", "clause", "annex"],
    check: Some(check),
};

fn check(context: &mut Context<'_, '_>) {
    let wording = context.wording;
    for passage in &wording.passages {
        for found in &passage.found {
            let Class::Avoided(at) = found.class else { continue };
            if !matches!(found.place, Place::Statement | Place::NormativeProse) {
                continue;
            }
            let (span, replaced) = (passage.span(&found.range), &passage.lexicon.avoid[at]);
            let message = format!("`{}` in {}", passage.words(&found.range), found.place.words());
            let reported = context.report(span, message, format!("write {}", replaced.instead));
            if let Some(word) = &replaced.fix {
                reported.fix(Fix::safe(format!("write `{word}`")).replace(span, word.as_str()));
            }
        }
    }
}
