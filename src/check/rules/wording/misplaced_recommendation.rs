//! A `should` or `may` where nothing is recommended or permitted.
//!
//! # What it checks
//! `should`, `may` and `need not` do not stand in notes, examples, footnotes, the scope, the foreword or a definition.
//! # Why
//! ISO/IEC Directives, Part 2, clauses 12, 14, 24, 25 and 26: these elements hold neither recommendations nor permissions. What is possible is said with `can`.
//! # Bad
//! ```norm
//! clause cl-locks "Locks" {
//!   text "The locks are described here."
//!   note "A lock may be heavy."  //~ misplaced-recommendation
//! }
//! ```
//! # Good
//! ```norm
//! clause cl-locks "Locks" {
//!   text "The locks are described here."
//!   note "A lock can be heavy."
//! }
//! ```
//! # How to fix
//! Say `can` for what is possible; move a recommendation or a permission into a requirement's statement or a rationale.

use crate::check::{Context, Rule};
use crate::diagnostic::{Fix, Severity};
use crate::wording::{Class, Force, Place, in_case_of};

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "misplaced-recommendation", severity: Severity::Warning, kinds: &[], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    let wording = context.wording;
    for passage in &wording.passages {
        for found in passage.found.iter().filter(|found| is_closed(found.place)) {
            let Class::Verb(force @ (Force::Recommendation | Force::Permission)) = found.class else { continue };
            let (span, written) = (passage.span(&found.range), passage.words(&found.range));
            let message = format!("`{written}` in {}, which holds no {}", found.place.words(), force.word());
            let help = "say `can` for what is possible, or move it to where provisions stand";
            let reported = context.report(span, message, help);
            if written.eq_ignore_ascii_case(passage.lexicon.verb(Force::Permission)) {
                let can = in_case_of(&written, passage.lexicon.verb(Force::Possibility));
                reported.fix(Fix::proposed(format!("write `{can}`")).replace(span, can));
            }
        }
    }
}

fn is_closed(place: Place) -> bool {
    matches!(place, Place::Note | Place::Example | Place::Footnote | Place::Scope | Place::Foreword | Place::Definition)
}
