//! What a page needs of a draft besides its blocks in order: the bytes of its pictures, its formulas as
//! markup, its footnotes, and what the cards of references say.

use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::Serialize;

use crate::document::{Block, Clause, Document, Figure, Inline, Math};
use crate::render::mathml;

/// How many characters a card shows of what it is about.
const CARD: usize = 90;

/// Formulas as MathML, by whether they stand on a line of their own and by what they were written as.
pub(crate) type Formulas = BTreeMap<(bool, String), String>;

/// A footnote, to be set at the page's end.
#[derive(Debug, Serialize)]
pub(super) struct Footnote<'d> {
    id: &'d str,
    number: &'d str,
    text: &'d [Inline],
}

/// What was found in a draft.
#[derive(Debug, Default)]
pub(super) struct Gathered<'d> {
    /// The address that holds each figure's bytes, by its anchor.
    pub(super) pictures: BTreeMap<String, String>,
    /// Its formulas.
    pub(super) formulas: Formulas,
    /// The footnotes, in order.
    pub(super) footnotes: Vec<Footnote<'d>>,
    /// The first words of what references may lead to, by its anchor.
    pub(super) cards: BTreeMap<String, String>,
}

impl<'d> From<&'d Document> for Gathered<'d> {
    fn from(document: &'d Document) -> Self {
        let mut gathered = Self::default();
        gathered.clauses(&document.clauses);
        gathered
    }
}

impl<'d> Gathered<'d> {
    fn clauses(&mut self, clauses: &'d [Clause]) {
        for clause in clauses {
            self.blocks(&clause.blocks);
            self.clauses(&clause.clauses);
        }
    }

    pub(super) fn blocks(&mut self, blocks: &'d [Block]) {
        blocks.iter().for_each(|block| self.block(block));
    }

    fn block(&mut self, block: &'d Block) {
        match block {
            Block::Figure(figure) => {
                self.pictures.insert(figure.id.clone(), address(figure));
            }
            Block::Term { id, definition: text, .. } | Block::Reference { id, text, .. } => self.card(id, text),
            Block::Definitions { entries } => entries.iter().for_each(|entry| self.card(&entry.id, &entry.text)),
            Block::Requirement { id, blocks, .. } => {
                if let Some(Block::Paragraph { text }) = blocks.first() {
                    self.card(id, text);
                }
            }
            Block::Formula { math, source, .. } => self.formula(true, source, math),
            _ => {}
        }
        block.texts().into_iter().for_each(|text| self.text(text));
        block.inside().into_iter().for_each(|blocks| self.blocks(blocks));
    }

    fn text(&mut self, text: &'d [Inline]) {
        for inline in text {
            match inline {
                Inline::Emphasis { content }
                | Inline::Strong { content }
                | Inline::Link { content, .. }
                | Inline::Marked { content, .. } => self.text(content),
                Inline::Footnote { id, number, text } => {
                    self.footnotes.push(Footnote { id, number, text });
                    self.text(text);
                }
                Inline::Formula { math, source } => self.formula(false, source, math),
                Inline::Text { .. }
                | Inline::Code { .. }
                | Inline::Reference { .. }
                | Inline::Anchor { .. }
                | Inline::Break => {}
            }
        }
    }

    fn formula(&mut self, display: bool, source: &str, math: &Math) {
        let made = self.formulas.entry((display, source.to_owned()));
        made.or_insert_with(|| mathml::html(math, display, source));
    }

    fn card(&mut self, id: &str, text: &[Inline]) {
        let words: String = text.iter().map(Inline::words).collect();
        self.cards.insert(id.to_owned(), shortened(&words));
    }
}

/// The first words, as many as a card holds.
fn shortened(words: &str) -> String {
    let Some((end, _)) = words.char_indices().nth(CARD) else { return words.to_owned() };
    let end = words[..end].rfind(' ').unwrap_or(end);
    format!("{} …", words[..end].trim_end_matches([',', ';', ':', ' ']))
}

/// The address that holds a figure's bytes.
fn address(figure: &Figure) -> String {
    let kind = if figure.format == "svg" { "svg+xml" } else { "png" };
    format!("data:image/{kind};base64,{}", STANDARD.encode(&figure.bytes))
}
