//! The figures of a draft, wherever they stand.

use super::block::{Block, Clause, Document, Figure};

impl Document {
    /// Every figure, in reading order.
    pub fn figures(&self) -> Vec<&Figure> {
        let mut found = Vec::new();
        self.clauses.iter().for_each(|clause| of_clause(clause, &mut found));
        found
    }
}

fn of_clause<'d>(clause: &'d Clause, found: &mut Vec<&'d Figure>) {
    of_blocks(&clause.blocks, found);
    clause.clauses.iter().for_each(|clause| of_clause(clause, found));
}

fn of_blocks<'d>(blocks: &'d [Block], found: &mut Vec<&'d Figure>) {
    for block in blocks {
        match block {
            Block::Figure(figure) => found.push(figure),
            Block::List { items, .. } => items.iter().for_each(|item| of_blocks(item, found)),
            Block::Note { blocks, .. }
            | Block::Example { blocks, .. }
            | Block::Warning { blocks, .. }
            | Block::EditorsNote { blocks, .. }
            | Block::Marked { blocks, .. }
            | Block::Requirement { blocks, .. }
            | Block::Term { notes: blocks, .. } => of_blocks(blocks, found),
            Block::Table(table) => of_blocks(&table.notes, found),
            Block::Assessment { fields, .. } => fields.iter().for_each(|field| of_blocks(&field.blocks, found)),
            Block::Paragraph { .. }
            | Block::Label { .. }
            | Block::Formula { .. }
            | Block::Listing { .. }
            | Block::Code { .. }
            | Block::Definitions { .. }
            | Block::Reference { .. } => {}
        }
    }
}
