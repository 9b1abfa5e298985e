//! A list that nothing introduces.
//!
//! # What it checks
//! Before a list stands a sentence, or its beginning with a colon.
//! # Why
//! ISO/IEC Directives, Part 2, clause 23: without it the reader does not know whether all items hold or one of them.
//! # Bad
//! ```norm
//! clause cl-parts "Parts" {
//!   text """
//!     A vault has
//!
//!     - a door;  //~ list-introduction
//!     - a lock.
//!     """
//! }
//! ```
//! # Good
//! ```norm
//! clause cl-parts "Parts" {
//!   text """
//!     A vault has:
//!
//!     - a door;
//!     - a lock.
//!     """
//! }
//! ```
//! # How to fix
//! Write a sentence before the list that ends with a colon or a full stop.

use crate::check::{Context, Mark, Rule};
use crate::diagnostic::{Fix, Severity};

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "list-introduction", severity: Severity::Warning, kinds: &[], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    let texts = context.texts;
    for prose in texts.marked() {
        for (mark, range) in prose.marks() {
            if !matches!(mark, Mark::List { depth: 1, .. }) {
                continue;
            }
            let before = prose.as_str()[..range.start].trim_end();
            if before.ends_with([':', '.']) {
                continue;
            }
            let span = prose.first_line(range);
            if before.is_empty() {
                context.report(
                    span,
                    "nothing introduces this list",
                    "write a sentence before it that ends with a colon",
                );
            } else {
                let end = prose.span(before.len()..before.len());
                let message = "what stands before this list ends neither with a colon nor with a full stop";
                let fix = Fix::proposed("end it with a colon").replace(end, ":");
                context.report(span, message, "end it with a colon, or write a whole sentence").fix(fix);
            }
        }
    }
}
