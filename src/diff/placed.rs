//! Where things stand in a composed draft, and which numbers they have there.

use std::collections::BTreeMap;

use crate::document::{Block, Clause, ClauseKind, Document};

/// A thing in a draft.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Place {
    /// What it is: `clause`, `annex`, `table`, `figure`, `term`, `reference` or `requirement`.
    pub(super) what: &'static str,
    /// Its number or label.
    pub(super) number: String,
    /// Its heading.
    pub(super) title: String,
    /// The anchor of the clause that it stands in; empty for one of the first level.
    pub(super) clause: String,
}

/// Everything in a draft that has a number, by its anchor.
pub(super) fn places(document: &Document) -> BTreeMap<String, Place> {
    let mut places = BTreeMap::new();
    document.clauses.iter().for_each(|clause| in_clause(clause, "", &mut places));
    places
}

fn in_clause(clause: &Clause, within: &str, places: &mut BTreeMap<String, Place>) {
    let is_annex = matches!(clause.kind, ClauseKind::InformativeAnnex | ClauseKind::NormativeAnnex);
    let what = if is_annex && clause.level == 1 { "annex" } else { "clause" };
    let mut place = |id: &str, what, number: &str, title: &str, within: &str| {
        if !id.is_empty() {
            let (number, title) = (number.to_owned(), title.to_owned());
            places.insert(id.to_owned(), Place { what, number, title, clause: within.to_owned() });
        }
    };
    place(&clause.id, what, &clause.number, &clause.title, within);
    for block in &clause.blocks {
        match block {
            Block::Requirement { id, number, title, .. } => place(id, "requirement", number, title, &clause.id),
            Block::Term { id, number, term, .. } => place(id, "term", number, term, &clause.id),
            Block::Reference { id, label, .. } => place(id, "reference", label, "", &clause.id),
            Block::Table(table) => place(&table.id, "table", &table.label, &table.title, &clause.id),
            Block::Figure(figure) => place(&figure.id, "figure", &figure.label, &figure.caption, &clause.id),
            _ => {}
        }
    }
    clause.clauses.iter().for_each(|inner| in_clause(inner, &clause.id, places));
}
