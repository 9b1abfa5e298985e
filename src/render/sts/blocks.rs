//! Blocks. Statements and items of lists hold paragraphs only, and publishers' checkers want no list inside a paragraph: so a list in a
//! requirement becomes statements with the labels of its items, and what else is no paragraph stands in one.

use crate::document::{Block, Clause, Definition, Field, Inline, ListingEntry, Mark};

use super::{Release, Sts};

/// Where blocks stand, and with that what may stand there.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// In a clause, an annex or a note: every block.
    Clause,
    /// In an item of a list: paragraphs, notes and lists.
    Item,
    /// In a statement, a definition or the foot of a table: paragraphs, notes and statements.
    Statement,
}

/// Whether the whole clause was deleted.
pub(super) fn is_gone(clause: &Clause) -> bool {
    clause.mark == Some(Mark::Deleted)
}

/// The blocks as they stand now: without those that were deleted, and with what was inserted or moved in their midst.
pub(super) fn visible(blocks: &[Block]) -> Vec<&Block> {
    let mut found = Vec::with_capacity(blocks.len());
    for block in blocks {
        match block {
            Block::Marked { mark: Mark::Deleted, .. } => {}
            Block::Marked { blocks, .. } => found.extend(visible(blocks)),
            _ => found.push(block),
        }
    }
    found
}

impl<'d> Sts<'d> {
    /// Blocks, entries of references that follow each other in one list.
    pub(super) fn blocks(&mut self, blocks: &[&'d Block], place: Place) {
        let is_entry = |block: &&Block| matches!(block, Block::Reference { .. });
        for group in blocks.chunk_by(|one, next| is_entry(one) && is_entry(next)) {
            if group.iter().all(is_entry) {
                self.references(group, place);
            } else {
                group.iter().for_each(|block| self.block(block, place));
            }
        }
    }

    /// Blocks of which there has to be one: an empty paragraph where there is none.
    fn some_blocks(&mut self, blocks: &'d [Block], place: Place) {
        let blocks = visible(blocks);
        if blocks.is_empty() {
            self.xml.mark("p", &[]);
        }
        self.blocks(&blocks, place);
    }

    fn block(&mut self, block: &'d Block, place: Place) {
        match block {
            Block::Paragraph { text } => self.paragraph(&[], text),
            Block::Label { text } => {
                self.element("p", &[], |sts| sts.inline("bold", &[], |sts| sts.inlines(text)));
            }
            Block::Note { label, blocks } => self.remark("non-normative-note", &[], label, blocks),
            Block::Example { label, blocks } => self.remark("non-normative-example", &[], label, blocks),
            Block::Warning { label, blocks } => {
                self.remark("non-normative-note", &[("content-type", "warning")], label, blocks);
            }
            Block::EditorsNote { label, blocks } => {
                self.remark("non-normative-note", &[("specific-use", "editors-note")], label, blocks);
            }
            Block::List { start, items } if place == Place::Statement => self.parts(*start, items),
            Block::List { start, items } => self.list(*start, items),
            Block::Requirement { id, number, title, applicability, blocks, relations, .. } => {
                self.statement("requirement", id, number, title, |sts| {
                    if !applicability.is_empty() {
                        sts.paragraph(&[("content-type", "applicability")], applicability);
                    }
                    sts.some_blocks(blocks, Place::Statement);
                    sts.fields(relations);
                });
            }
            Block::Assessment { id, number, title, fields, .. } => {
                self.statement("assessment", id, number, title, |sts| {
                    if fields.is_empty() {
                        sts.xml.mark("p", &[]);
                    }
                    sts.fields(fields);
                });
            }
            Block::Term { .. } => self.term(block),
            Block::Marked { blocks, .. } => self.blocks(&visible(blocks), place),
            Block::Reference { .. } => self.references(&[block], place),
            _ if place == Place::Clause => self.display(block),
            _ => self.element("p", &[], |sts| sts.display(block)),
        }
    }

    /// What is no paragraph, and may stand in one.
    fn display(&mut self, block: &'d Block) {
        match block {
            Block::Table(table) => self.table(table),
            Block::Figure(figure) => self.figure(figure),
            Block::Formula { id, label, math, source } => self.display_formula(id, label, math, source),
            Block::Code { text, language } => self.code(text, language),
            Block::Definitions { entries } => self.definitions(entries),
            Block::Listing { entries, .. } => self.listing(entries),
            _ => {}
        }
    }

    pub(super) fn paragraph(&mut self, attributes: &[(&str, &str)], text: &'d [Inline]) {
        self.element("p", attributes, |sts| sts.inlines(text));
    }

    fn remark(&mut self, name: &str, attributes: &[(&str, &str)], label: &str, blocks: &'d [Block]) {
        self.element(name, attributes, |sts| {
            sts.label(label);
            sts.blocks(&visible(blocks), Place::Clause);
        });
    }

    fn statement(&mut self, sort: &str, id: &str, number: &str, title: &str, content: impl FnOnce(&mut Self)) {
        let id = self.ids.get(id);
        self.element("statement", &[("content-type", sort), ("id", id)], |sts| {
            sts.leaf("label", &[], number);
            sts.leaf("title", &[], title);
            content(sts);
        });
    }

    /// The labelled parts of a requirement or an assessment, each a statement in the statement: only so can each hold lists and tables.
    fn fields(&mut self, fields: &'d [Field]) {
        for field in fields {
            self.element("statement", &[("content-type", "field")], |sts| {
                sts.leaf("title", &[], &field.label);
                sts.some_blocks(&field.blocks, Place::Statement);
            });
        }
    }

    fn list(&mut self, start: Option<u64>, items: &'d [Vec<Block>]) {
        let sort = if start.is_some() { "arabic" } else { "bullet" };
        let items: Vec<_> = items.iter().filter(|item| item.is_empty() || !visible(item).is_empty()).collect();
        if items.is_empty() {
            return;
        }
        self.element("list", &[("list-type", sort)], |sts| {
            for (label, item) in labels(start).zip(items) {
                sts.element("list-item", &[], |sts| {
                    sts.leaf("label", &[], &label);
                    sts.some_blocks(item, Place::Item);
                });
            }
        });
    }

    /// The items of a list as statements.
    fn parts(&mut self, start: Option<u64>, items: &'d [Vec<Block>]) {
        let items = items.iter().filter(|item| item.is_empty() || !visible(item).is_empty());
        for (label, item) in labels(start).zip(items) {
            self.element("statement", &[("content-type", "list-item")], |sts| {
                sts.leaf("label", &[], &label);
                sts.some_blocks(item, Place::Statement);
            });
        }
    }

    fn definitions(&mut self, entries: &'d [Definition]) {
        self.element("def-list", &[], |sts| {
            for entry in entries {
                let id = sts.ids.get(&entry.id);
                let attributes = [("id", id)];
                sts.element("def-item", if id.is_empty() { &[] } else { &attributes }, |sts| {
                    sts.xml.leaf("term", &[], &entry.term);
                    sts.element("def", &[], |sts| sts.paragraph(&[], &entry.text));
                });
            }
        });
    }

    /// The list of a numbered clause, which would be empty without it.
    fn listing(&mut self, entries: &'d [ListingEntry]) {
        if entries.is_empty() {
            return;
        }
        self.element("list", &[("list-type", "simple")], |sts| {
            for entry in entries {
                sts.element("list-item", &[], |sts| {
                    sts.element("p", &[], |sts| {
                        sts.reference(&entry.target, &entry.label);
                        sts.xml.text(" ");
                        sts.xml.text(&entry.title);
                    });
                });
            }
        });
    }

    /// Code, which STS 1.0 has as preformatted text.
    fn code(&mut self, text: &str, language: &str) {
        let attributes = [("xml:space", "preserve"), ("language", language)];
        let (name, count) = match self.release {
            Release::First => ("preformat", 1),
            Release::Second => ("code", if language.is_empty() { 1 } else { 2 }),
        };
        self.xml.leaf(name, &attributes[..count], text);
    }
}

/// The labels of a list's items, in order.
fn labels(start: Option<u64>) -> impl Iterator<Item = String> {
    let first = start.unwrap_or_default();
    (first..).map(move |at| if start.is_some() { format!("{at})") } else { "\u{2014}".to_owned() })
}
