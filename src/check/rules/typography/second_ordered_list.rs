//! A second ordered list in one clause.
//!
//! # What it checks
//! In a deliverable of CEN or CENELEC, a clause has at most one ordered list, lists inside it apart.
//! # Why
//! ISO/IEC Directives, Part 2, clause 23: "item a) of 5.2" then means one item. A note and no warning, because two lists can be told apart in other ways.
//! # Bad
//! ```norm
//! // in: base
//! clause cl-steps "Steps" {
//!   text """
//!     The door is opened as follows:
//!
//!     1. the key is turned;
//!     2. the door is pulled.
//!
//!     It is closed as follows:
//!
//!     1. the door is pushed;  //~ second-ordered-list
//!     2. the key is turned back.
//!     """
//! }
//! ```
//! # Good
//! ```norm
//! // in: base
//! clause cl-steps "Steps" {
//!   text """
//!     The door is opened as follows:
//!
//!     1. the key is turned;
//!     2. the door is pulled.
//!     """
//! }
//! ```
//! # How to fix
//! Divide the clause, or make one of the lists an unordered one.

use crate::check::{Context, Mark, Rule};
use crate::diagnostic::Severity;
use crate::model::standard::Eso;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "second-ordered-list", severity: Severity::Note, kinds: &["clause", "annex"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    let texts = context.texts;
    for prose in texts.marked().filter(|prose| prose.eso.is_some_and(|eso| eso != Eso::Etsi)) {
        let mut lists = prose.all(Mark::List { depth: 1, ordered: true });
        if let (Some(first), Some(second)) = (lists.next(), lists.next()) {
            let message = "the clause has two ordered lists, so that an item's number means two things";
            let help = "divide the clause, or make one of the lists an unordered one";
            context
                .report(prose.first_line(second), message, help)
                .label(prose.first_line(first), "the first ordered list");
        }
    }
}
