//! A table inside a text, without a number or a caption.
//!
//! # What it checks
//! Texts hold no Markdown tables: a table is declared with `table`.
//! # Why
//! ISO/IEC Directives, Part 2, clause 29, and the ETSI Drafting Rules: a table has a number and a caption, and the text refers to it. One that is drawn inside a text has none of these.
//! # Bad
//! ```norm
//! clause cl-oils "Oils" {
//!   text """
//!     Oils differ by how warm it is.
//!
//!     | Season | Oil   |  //~ table-in-text
//!     | ------ | ----- |
//!     | Winter | Thin  |
//!     """
//! }
//! ```
//! # Good
//! ```norm
//! clause cl-oils "Oils" {
//!   text "Oils differ by how warm it is, see [tab-oils]."
//!   table tab-oils "Oils by season" {
//!     head "Season", "Oil"
//!     row "Winter", "Thin"
//!   }
//! }
//! ```
//! # How to fix
//! Declare it with `table` in a clause or an annex, and refer to it.

use crate::check::{Context, Mark, Rule};
use crate::diagnostic::Severity;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "table-in-text", severity: Severity::Warning, kinds: &["clause", "annex"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    let texts = context.texts;
    for prose in texts.marked().filter(|prose| prose.property != "foreword") {
        for range in prose.all(Mark::Table) {
            let message = "this table has neither a number nor a caption";
            let help = "declare it with `table` in a clause or an annex, and refer to it";
            context.report(prose.first_line(range), message, help);
        }
    }
}
