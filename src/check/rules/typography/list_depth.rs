//! A list inside a list inside a list.
//!
//! # What it checks
//! Lists stand at most four deep in each other.
//! # Why
//! ISO/IEC Directives, Part 2, clause 23: labels of deeper items have no form, and nobody finds the item that is meant.
//! # Bad
//! ```norm
//! clause cl-parts "Parts" {
//!   text """
//!     A vault has these parts:
//!
//!     - a door:
//!       - a lock:
//!         - a bolt:
//!           - a spring:
//!             - a coil.  //~ list-depth
//!     """
//! }
//! ```
//! # Good
//! ```norm
//! clause cl-parts "Parts" {
//!   text """
//!     A vault has these parts:
//!
//!     - a door:
//!       - a lock.
//!     """
//! }
//! ```
//! # How to fix
//! Divide the clause, or say the innermost items in a sentence.

use crate::check::{Context, Mark, Rule};
use crate::diagnostic::Severity;
use crate::wording::Style;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "list-depth", severity: Severity::Warning, kinds: &[], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    let texts = context.texts;
    for prose in texts.marked() {
        let Some(style) = Style::of(prose.eso) else { continue };
        for (mark, range) in prose.marks() {
            let Mark::List { depth, .. } = mark else { continue };
            // What is deeper still stands in one that was reported.
            if depth == style.list_depth + 1 {
                let message = format!("this list stands {depth} deep, and {} is as deep as lists go", style.list_depth);
                context.report(prose.first_line(range), message, "divide the clause, or say the items in a sentence");
            }
        }
    }
}
