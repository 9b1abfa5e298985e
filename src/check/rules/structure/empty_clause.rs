//! A clause, a table or a text in which nothing stands.
//!
//! # What it checks
//! A `clause` or `annex` holds text, a clause, a table or a figure; a table holds a cell that is not blank; and no text is blank.
//! # Why
//! ISO/IEC Directives, Part 2, clauses 22, 28 and 29: a heading, a caption or a label stands over something.
//! # Bad
//! ```norm
//! clause cl-later "Maintenance" { }  //~ empty-clause
//! ```
//! # Good
//! ```norm
//! clause cl-later "Maintenance" { text "A vault is oiled once a year." }
//! ```
//! # How to fix
//! Write what is to stand there, or take it away.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::{FreeTable, Id, Model};
use std::collections::BTreeSet;

pub(in crate::check::rules) const RULE: Rule = Rule {
    name: "empty-clause",
    severity: Severity::Error,
    kinds: &["clause", "annex", "table", "figure"],
    check: Some(check),
};

/// Properties that say something to the reader wherever they stand, and that no other rule looks at.
const TEXTS: &[&str] =
    &["text", "scope", "introduction", "foreword", "product-context", "note", "example", "definition", "alt"];

fn check(context: &mut Context<'_, '_>) {
    let (model, texts) = (context.model, context.texts);
    let help = "write what is to stand there, or take it away";
    for prose in texts.iter().filter(|prose| TEXTS.contains(&prose.property) && prose.text.is_blank()) {
        context.report(prose.text.span(), format!("the `{}` is blank", prose.property), help);
    }
    let filled = filled(model);
    for declaration in model.declarations() {
        let kind = declaration.kind();
        let empty = match kind {
            "clause" | "annex" => declaration.texts.is_empty() && !filled.contains(&declaration.id),
            "table" => is_blank(model.body::<FreeTable<'_>>(declaration.id)),
            _ => false,
        };
        if empty && !declaration.broken {
            context.report(declaration.at, format!("nothing stands in the {kind} `{}`", declaration.name), help);
        }
    }
}

/// What holds a declaration.
fn filled(model: &Model<'_>) -> BTreeSet<Id> {
    let inside =
        model.declarations().iter().filter(|it| matches!(it.kind(), "clause" | "table" | "figure" | "formula"));
    inside.filter_map(|declaration| declaration.parent).collect()
}

fn is_blank(table: Option<&FreeTable<'_>>) -> bool {
    table.is_some_and(|table| {
        let mut cells = table.rows.iter().flatten();
        cells.all(|cell| cell.is_blank())
    })
}
