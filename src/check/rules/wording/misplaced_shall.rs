//! A `shall` where nothing can be required.
//!
//! # What it checks
//! `shall` stands in the statement of a requirement, in an assessment, or in a clause or annex that is normative: not in a note, an example, a footnote, the foreword, the introduction, the scope, a definition, a rationale, guidance, a justification, a description, or anything that the draft prints in an informative annex.
//! # Why
//! ISO/IEC Directives, Part 2 (introduction, scope, terms, notes, examples, footnotes, informative annexes), and ETSI Drafting Rules: these elements inform. A provision there has no number, no objective and no assessment, and what informs gives no presumption of conformity (request M/606, Annex II).
//! Request M/606, Annex II, section 1, paragraphs 6, 12 and 13 (OB-059, OB-093, OB-094): guidance and ways to address a remaining risk are informative.
//! # Bad
//! ```norm
//! clause cl-locks "Locks" {
//!   text "The locks are described here."
//!   note "A lock shall be tested once a year."  //~ misplaced-shall
//! }
//! ```
//! # Good
//! ```norm
//! clause cl-locks "Locks" {
//!   text "The locks are described here."
//!   note "A lock is tested once a year in most homes."
//! }
//! ```
//! # How to fix
//! State the fact without `shall`, or move what is required into the `statement` of a requirement.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::wording::{Class, Force};

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "misplaced-shall", severity: Severity::Error, kinds: &[], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    let wording = context.wording;
    for passage in &wording.passages {
        for found in passage.found.iter().filter(|found| found.class == Class::Verb(Force::Requirement)) {
            if !found.place.may_bind() {
                let message = format!("`{}` in {}", passage.words(&found.range), found.place.words());
                let help = "state the fact without it, or move what is required into the `statement` of a requirement";
                context
                    .report(passage.span(&found.range), message, help)
                    .here("requires where nothing can be required");
            }
        }
    }
}
