//! The places of a draft, by what a commenter may call them: printed numbers, names, clauses, tables and figures.

use std::collections::BTreeMap;

use super::block::{Block, Clause, Document};
use super::compose::anchor;
use super::inline::Inline;
use crate::comments::{Place, Places};
use crate::model::{Model, PackageId};

/// Every place of a draft that was composed from this package.
pub fn places(document: &Document, model: &Model<'_>, package: PackageId) -> Places {
    let named = model.members(package).iter().filter(|declaration| !declaration.name.is_empty());
    let names = named.map(|declaration| {
        let place = (declaration.name.clone(), declaration.label());
        (anchor(model, package, declaration.id), place)
    });
    let mut finder = Finder { places: Places::default(), names: names.collect() };
    document.clauses.iter().for_each(|clause| finder.clause(clause));
    finder.rest();
    finder.places
}

struct Finder {
    places: Places,
    /// Names and titles of declarations, by their anchors.
    names: BTreeMap<String, (String, String)>,
}

impl Finder {
    fn place(&self, anchor: &str, label: &str, title: &str) -> Place {
        let name = self.names.get(anchor).map(|(name, _)| name.clone());
        Place { anchor: anchor.to_owned(), name, label: label.to_owned(), title: title.to_owned() }
    }

    fn clause(&mut self, clause: &Clause) {
        let annex = !clause.number.is_empty() && clause.number.chars().all(|c| c.is_ascii_uppercase());
        let label = match clause.number.as_str() {
            "" => clause.title.clone(),
            number if annex => format!("annex {number}"),
            number => format!("clause {number}"),
        };
        let place = self.place(&clause.id, &label, &clause.title);
        self.places.clause(&clause.number, &clause.title, &place);
        if let Some(name) = &place.name {
            self.places.id(name, &place);
        }
        self.blocks(&clause.blocks);
        clause.clauses.iter().for_each(|clause| self.clause(clause));
    }

    fn blocks(&mut self, blocks: &[Block]) {
        blocks.iter().for_each(|block| self.block(block));
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Requirement { id, number, title, blocks, .. } => {
                self.id(id, number, title);
                self.blocks(blocks);
            }
            Block::Assessment { id, number, title, fields, .. } => {
                self.id(id, number, title);
                fields.iter().for_each(|field| self.blocks(&field.blocks));
            }
            Block::Term { id, number, term, .. } => self.id(id, number, term),
            Block::Reference { id, label, .. } => self.id(id, label, ""),
            Block::Table(table) => {
                self.element(&table.id, &table.label, &table.title);
                let cells = table.rows.iter().flat_map(|row| &row.cells).flatten();
                cells.for_each(|inline| self.inline(inline));
            }
            Block::Figure(figure) => self.element(&figure.id, &figure.label, &figure.caption),
            Block::List { items, .. } => items.iter().for_each(|item| self.blocks(item)),
            Block::Note { blocks, .. }
            | Block::Example { blocks, .. }
            | Block::Warning { blocks, .. }
            | Block::EditorsNote { blocks, .. }
            | Block::Marked { blocks, .. } => self.blocks(blocks),
            Block::Definitions { entries } => entries.iter().for_each(|entry| self.id(&entry.id, "", &entry.term)),
            Block::Paragraph { .. }
            | Block::Label { .. }
            | Block::Formula { .. }
            | Block::Listing { .. }
            | Block::Code { .. } => {}
        }
    }

    /// What is declared in the row of a table has its anchor there.
    fn inline(&mut self, inline: &Inline) {
        if let Inline::Anchor { id } = inline {
            let title = self.names.get(id).map_or_else(String::new, |(_, title)| title.clone());
            self.id(id, "", &title);
        }
    }

    /// What can be called by its printed number, and by its name where it is declared.
    fn id(&mut self, anchor: &str, number: &str, title: &str) {
        let name = self.names.get(anchor).map(|(name, _)| name.clone());
        let label = if number.is_empty() { name.as_deref().unwrap_or(title) } else { number };
        let place = self.place(anchor, label, title);
        for id in [number, name.as_deref().unwrap_or("")].into_iter().filter(|id| !id.is_empty()) {
            self.places.id(id, &place);
        }
    }

    fn element(&mut self, anchor: &str, label: &str, title: &str) {
        if !label.is_empty() {
            self.places.element(label, &self.place(anchor, label, title));
        }
    }

    /// What is declared and not printed at a place of its own.
    fn rest(&mut self) {
        for (anchor, (name, title)) in &self.names {
            let place =
                Place { anchor: anchor.clone(), name: Some(name.clone()), label: name.clone(), title: title.clone() };
            self.places.id(name, &place);
        }
    }
}
