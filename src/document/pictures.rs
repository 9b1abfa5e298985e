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
        if let Block::Figure(figure) = block {
            found.push(figure);
        }
        block.inside().into_iter().for_each(|blocks| of_blocks(blocks, found));
    }
}
