//! The places of a draft that can be referred to: the bookmark of each, and the number that stands there.

use std::collections::{BTreeMap, BTreeSet};

use crate::digest;
use crate::document::{Block, Clause, ClauseKind, Document, Inline};

/// How long the name of a bookmark may be.
const LENGTH: usize = 40;

/// A place.
#[derive(Clone, Debug)]
pub(super) struct Target {
    /// The name of its bookmark.
    pub(super) bookmark: String,
    /// What the bookmark holds: a number or label; empty where nothing can be repeated.
    pub(super) number: String,
    /// Whether it is the heading of a numbered clause.
    pub(super) heading: bool,
}

/// The places by their anchors.
#[derive(Default)]
pub(super) struct Targets {
    places: BTreeMap<String, Target>,
    /// The names that are taken; word processors do not tell capitals from small letters in them.
    taken: BTreeSet<String>,
}

impl Targets {
    /// Every place of a draft.
    pub(super) fn of(document: &Document) -> Self {
        let mut targets = Self::default();
        targets.clauses(&document.clauses);
        targets
    }

    /// The place of an anchor.
    pub(super) fn get(&self, id: &str) -> Option<&Target> {
        self.places.get(id)
    }

    fn add(&mut self, id: &str, number: &str) {
        if id.is_empty() || self.places.contains_key(id) {
            return;
        }
        let legal: String = id.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect();
        let mut bookmark =
            if legal.starts_with(|c: char| c.is_ascii_alphabetic()) { legal } else { format!("b_{legal}") };
        if bookmark.len() > LENGTH || self.taken.contains(&bookmark.to_lowercase()) {
            bookmark.truncate(LENGTH - 9);
            bookmark = format!("{bookmark}_{}", &digest::short(id)[..8]);
        }
        self.taken.insert(bookmark.to_lowercase());
        self.places.insert(id.to_owned(), Target { bookmark, number: number.to_owned(), heading: false });
    }

    fn clauses(&mut self, clauses: &[Clause]) {
        for clause in clauses {
            self.add(&clause.id, &clause.number);
            let counted = !matches!(clause.kind, ClauseKind::NormativeAnnex | ClauseKind::InformativeAnnex);
            if let Some(target) = self.places.get_mut(&clause.id) {
                target.heading = counted;
            }
            self.blocks(&clause.blocks);
            self.clauses(&clause.clauses);
        }
    }

    fn blocks(&mut self, blocks: &[Block]) {
        blocks.iter().for_each(|block| self.block(block));
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Table(table) => self.add(&table.id, number_of(&table.label)),
            Block::Figure(figure) => self.add(&figure.id, number_of(&figure.label)),
            Block::Formula { id, label, .. } | Block::Reference { id, label, .. } => self.add(id, label),
            Block::Term { id, number, term, .. } => self.add(id, if number.is_empty() { term } else { number }),
            Block::Definitions { entries } => entries.iter().for_each(|entry| self.add(&entry.id, &entry.term)),
            Block::Requirement { id, number, .. } | Block::Assessment { id, number, .. } => self.add(id, number),
            _ => {}
        }
        block.texts().into_iter().for_each(|text| self.text(text));
        block.inside().into_iter().for_each(|blocks| self.blocks(blocks));
    }

    fn text(&mut self, inlines: &[Inline]) {
        for inline in inlines {
            match inline {
                Inline::Anchor { id } => self.add(id, ""),
                Inline::Emphasis { content }
                | Inline::Strong { content }
                | Inline::Link { content, .. }
                | Inline::Marked { content, .. }
                | Inline::Footnote { text: content, .. } => self.text(content),
                _ => {}
            }
        }
    }
}

/// What stands behind the word of a label: `A.1` of `Table A.1`.
pub(super) fn number_of(label: &str) -> &str {
    label.rsplit(' ').next().unwrap_or_default()
}
