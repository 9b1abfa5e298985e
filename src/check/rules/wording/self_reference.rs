//! A deliverable that does not call itself as its publisher does.
//!
//! # What it checks
//! A draft in ETSI's format calls itself `the present document`, one in the format of CEN or CENELEC `this document`, and neither `this standard` or `this specification`. That `this document` is the deliverable, and not some other one, is a guess, so the rule only warns.
//! # Why
//! ETSI Drafting Rules and CEN-CENELEC Internal Regulations, Part 3: the deliverable has one name for itself.
//! # Bad
//! ```norm
//! clause cl-locks "Locks" {
//!   text "This standard describes locks."  //~ self-reference
//! }
//! ```
//! # Good
//! ```norm
//! clause cl-locks "Locks" {
//!   text "The present document describes locks."
//! }
//! ```
//! # How to fix
//! Write the name that the finding gives. Where another document is meant, say which.

use crate::check::{Context, Rule};
use crate::diagnostic::{Fix, Severity};
use crate::wording::{Class, Place, in_case_of};

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "self-reference", severity: Severity::Warning, kinds: &[], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    let wording = context.wording;
    for passage in wording.passages.iter().filter(|passage| passage.eso.is_some()) {
        for found in passage.found.iter().filter(|found| found.class == Class::SelfReference) {
            if found.place == Place::Editorial {
                continue;
            }
            let (span, written) = (passage.span(&found.range), passage.words(&found.range));
            let right = in_case_of(&written, &passage.lexicon.self_reference.right);
            let message = format!("the draft calls itself `{written}`");
            let help = format!("write `{right}`; where another document is meant, say which");
            let title = format!("write `{right}`");
            // What a provision or an assessment is about can be a document, too.
            let sure = !matches!(found.place, Place::Statement | Place::Assessment);
            let fix = if sure { Fix::safe(title) } else { Fix::proposed(title) };
            context.report(span, message, help).fix(fix.replace(span, right));
        }
    }
}
