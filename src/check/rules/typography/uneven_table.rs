//! A row with more or fewer cells than its table has columns.
//!
//! # What it checks
//! Each `row` of a table has as many cells as its `head`.
//! # Why
//! A draft has to fill up or cut off such a row, and its cells then stand under the wrong headings.
//! # Bad
//! ```norm
//! clause cl-oils "Oils" {
//!   text "[tab-oils] names the oils."
//!   table tab-oils "Oils by season" {
//!     head "Season", "Oil"
//!     row "Winter"  //~ uneven-table
//!   }
//! }
//! ```
//! # Good
//! ```norm
//! clause cl-oils "Oils" {
//!   text "[tab-oils] names the oils."
//!   table tab-oils "Oils by season" {
//!     head "Season", "Oil"
//!     row "Winter", "Thin"
//!   }
//! }
//! ```
//! # How to fix
//! Give every row as many cells as the head; write `""` where a cell is to stay blank.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::FreeTable;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "uneven-table", severity: Severity::Error, kinds: &["table"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    for (declaration, table) in context.model.all::<FreeTable<'_>>().filter(|(declaration, _)| !declaration.broken) {
        let columns = table.head.len();
        let Some(head) = table.head.first() else { continue };
        for row in table.rows.iter().filter(|row| row.len() != columns) {
            let at = row.first().zip(row.last()).map_or(declaration.at, |(first, last)| first.span().to(last.span()));
            let message = format!("this row has {}, but the head has {columns}", cells(row.len()));
            context
                .report(at, message, "give every row as many cells as the head; write `\"\"` for a blank one")
                .label(head.span(), "the head begins here");
        }
    }
}

fn cells(count: usize) -> String {
    format!("{count} {}", if count == 1 { "cell" } else { "cells" })
}
