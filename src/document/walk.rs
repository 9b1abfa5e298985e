//! What stands inside a block, and every piece of running text of a draft, in the order in which it is read.

use super::block::{Block, Clause};
use super::inline::Inline;

impl Block {
    /// Its own running text, lot by lot, in the order in which it is read; not that of the blocks inside it.
    pub fn texts(&self) -> Vec<&[Inline]> {
        match self {
            Self::Paragraph { text } | Self::Label { text } | Self::Reference { text, .. } => vec![text],
            Self::Table(table) => {
                let rows = table.rows.iter().flat_map(|row| &row.cells);
                table.head.iter().chain(rows).map(Vec::as_slice).collect()
            }
            Self::Term { definition, .. } => vec![definition],
            Self::Definitions { entries } => entries.iter().map(|entry| entry.text.as_slice()).collect(),
            Self::Requirement { applicability, .. } => vec![applicability],
            Self::List { .. }
            | Self::Note { .. }
            | Self::Example { .. }
            | Self::Warning { .. }
            | Self::EditorsNote { .. }
            | Self::Marked { .. }
            | Self::Assessment { .. }
            | Self::Figure(_)
            | Self::Formula { .. }
            | Self::Listing { .. }
            | Self::Code { .. } => Vec::new(),
        }
    }

    /// The blocks inside it, lot by lot, in the order in which they are read.
    pub fn inside(&self) -> Vec<&[Block]> {
        match self {
            Self::List { items, .. } => items.iter().map(Vec::as_slice).collect(),
            Self::Note { blocks, .. }
            | Self::Example { blocks, .. }
            | Self::Warning { blocks, .. }
            | Self::EditorsNote { blocks, .. }
            | Self::Marked { blocks, .. } => vec![blocks],
            Self::Table(table) => vec![&table.notes],
            Self::Term { notes, .. } => vec![notes],
            Self::Requirement { blocks, relations, .. } => std::iter::once(blocks.as_slice())
                .chain(relations.iter().map(|field| field.blocks.as_slice()))
                .collect(),
            Self::Assessment { fields, .. } => fields.iter().map(|field| field.blocks.as_slice()).collect(),
            Self::Paragraph { .. }
            | Self::Label { .. }
            | Self::Figure(_)
            | Self::Formula { .. }
            | Self::Listing { .. }
            | Self::Code { .. }
            | Self::Definitions { .. }
            | Self::Reference { .. } => Vec::new(),
        }
    }
}

/// Shows `visit` each inline of the clauses, the content of emphasis and links included.
pub(super) fn inlines(clauses: &mut [Clause], visit: &mut dyn FnMut(&mut Inline)) {
    for clause in clauses {
        in_blocks(&mut clause.blocks, visit);
        inlines(&mut clause.clauses, visit);
    }
}

/// Shows `visit` each inline of blocks.
pub(super) fn in_blocks(blocks: &mut [Block], visit: &mut dyn FnMut(&mut Inline)) {
    for block in blocks {
        match block {
            Block::Paragraph { text } | Block::Label { text } | Block::Reference { text, .. } => in_text(text, visit),
            Block::List { items, .. } => items.iter_mut().for_each(|item| in_blocks(item, visit)),
            Block::Note { blocks, .. }
            | Block::Example { blocks, .. }
            | Block::Warning { blocks, .. }
            | Block::EditorsNote { blocks, .. }
            | Block::Marked { blocks, .. } => {
                in_blocks(blocks, visit);
            }
            Block::Table(table) => {
                table.head.iter_mut().for_each(|cell| in_text(cell, visit));
                table.rows.iter_mut().flat_map(|row| &mut row.cells).for_each(|cell| in_text(cell, visit));
                in_blocks(&mut table.notes, visit);
            }
            Block::Term { definition, notes, .. } => {
                in_text(definition, visit);
                in_blocks(notes, visit);
            }
            Block::Definitions { entries } => entries.iter_mut().for_each(|entry| in_text(&mut entry.text, visit)),
            Block::Requirement { applicability, blocks, relations, .. } => {
                in_text(applicability, visit);
                in_blocks(blocks, visit);
                relations.iter_mut().for_each(|field| in_blocks(&mut field.blocks, visit));
            }
            Block::Assessment { fields, .. } => fields.iter_mut().for_each(|field| in_blocks(&mut field.blocks, visit)),
            Block::Figure(_) | Block::Formula { .. } | Block::Listing { .. } | Block::Code { .. } => {}
        }
    }
}

/// Shows `visit` each inline of a running text.
pub(super) fn in_text(inlines: &mut [Inline], visit: &mut dyn FnMut(&mut Inline)) {
    for inline in inlines {
        visit(inline);
        match inline {
            Inline::Emphasis { content }
            | Inline::Strong { content }
            | Inline::Link { content, .. }
            | Inline::Marked { content, .. }
            | Inline::Footnote { text: content, .. } => in_text(content, visit),
            _ => {}
        }
    }
}

/// Shows `visit` each block, the blocks inside blocks included.
pub(super) fn blocks(blocks_: &mut [Block], visit: &mut dyn FnMut(&mut Block)) {
    for block in blocks_ {
        visit(block);
        match block {
            Block::List { items, .. } => items.iter_mut().for_each(|item| blocks(item, visit)),
            Block::Note { blocks: inner, .. }
            | Block::Example { blocks: inner, .. }
            | Block::Warning { blocks: inner, .. }
            | Block::EditorsNote { blocks: inner, .. }
            | Block::Marked { blocks: inner, .. }
            | Block::Term { notes: inner, .. } => blocks(inner, visit),
            Block::Table(table) => blocks(&mut table.notes, visit),
            Block::Requirement { blocks: inner, relations, .. } => {
                blocks(inner, visit);
                relations.iter_mut().for_each(|field| blocks(&mut field.blocks, visit));
            }
            Block::Assessment { fields, .. } => fields.iter_mut().for_each(|field| blocks(&mut field.blocks, visit)),
            _ => {}
        }
    }
}
