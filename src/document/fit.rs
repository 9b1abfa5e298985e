//! Widths of tables: each column holds its longest word, so that no word runs out of its cell and no identifier is broken; a table that has no
//! room for that on an upright page stands on a page on its side.

use super::block::{Block, Clause, Row, Table};
use super::inline::Inline;

/// The width of the text of an A4 page with margins of 20 mm, upright and on its side, in points.
const UPRIGHT: f32 = 481.0;
const ON_ITS_SIDE: f32 = 728.0;
/// The size of the type in tables, and what a cell leaves blank at its sides, in points.
const SIZE: f32 = 9.0;
const BLANK: f32 = 10.5;
/// What a column needs to be read as running text, where it holds any.
const READABLE: f32 = 64.0;

/// Gives every table of the clauses its widths.
pub(super) fn fit(clauses: &mut [Clause]) {
    for clause in clauses {
        blocks(&mut clause.blocks);
        fit(&mut clause.clauses);
    }
}

fn blocks(all: &mut [Block]) {
    for block in all {
        match block {
            Block::Table(table) => fit_table(table),
            Block::Requirement { blocks: inside, .. } | Block::Note { blocks: inside, .. } => blocks(inside),
            _ => {}
        }
    }
}

fn fit_table(table: &mut Table) {
    let columns = table.head.len();
    if columns == 0 {
        return;
    }
    let mut needs = vec![Need::default(); columns];
    for (need, cell) in needs.iter_mut().zip(&table.head) {
        need.cell(cell, 1.1);
    }
    for row in &table.rows {
        needs.iter_mut().zip(&row.cells).for_each(|(need, cell)| need.cell(cell, 1.0));
    }
    let least: Vec<f32> = needs.iter().map(|need| need.longest + BLANK).collect();
    let readable: f32 = needs.iter().map(|need| need.longest.max(need.whole.min(READABLE)) + BLANK).sum();
    // Only what stands among the blocks of a clause can turn the page.
    table.wide = readable > UPRIGHT;
    let room = if table.wide { ON_ITS_SIDE } else { UPRIGHT };
    let wanted: Vec<f32> = if table.widths.iter().all(|width| Some(width) == table.widths.first()) {
        needs.iter().map(|need| need.weight(&table.rows)).collect()
    } else {
        table.widths.iter().map(|width| f32::from(*width)).collect()
    };
    table.widths = shares(&wanted, &least, room);
}

/// What a column holds, in points.
#[derive(Clone, Default)]
struct Need {
    /// The longest piece that is not broken.
    longest: f32,
    /// The longest cell on one line.
    whole: f32,
    /// All cells on one line.
    sum: f32,
}

impl Need {
    fn cell(&mut self, cell: &[Inline], bold: f32) {
        let (mut whole, mut longest) = (0.0_f32, 0.0_f32);
        for line in words_of(cell).split('\n') {
            whole += width(line);
            for word in line.split_whitespace() {
                pieces(word).for_each(|piece| longest = longest.max(width(piece)));
            }
        }
        self.longest = self.longest.max(longest * bold);
        self.whole = self.whole.max(whole * bold);
        self.sum += whole;
    }

    /// How much of the table it takes where nobody said: more for more text, but not as much more.
    fn weight(&self, rows: &[Row]) -> f32 {
        #[expect(clippy::cast_precision_loss, reason = "no table has so many rows that it matters")]
        let rows = rows.len().max(1) as f32;
        (self.sum / rows).clamp(20.0, 2_000.0).sqrt()
    }
}

/// The words of a cell, a line break between those that stand on lines of their own.
fn words_of(cell: &[Inline]) -> String {
    cell.iter().map(|inline| if *inline == Inline::Break { "\n".to_owned() } else { inline.words() }).collect()
}

/// The pieces of a word between which a line may be broken. Identifiers are kept whole.
fn pieces(word: &str) -> impl Iterator<Item = &str> {
    let whole = is_identifier(word);
    word.split_inclusive(move |c: char| !whole && matches!(c, '-' | '\u{2013}' | '/'))
}

/// Whether a word is the name of something, such as `T-UNATTENDED` or `REQ-PM-KDF-001`, which stays on one line.
pub fn is_identifier(word: &str) -> bool {
    let inside = word.trim_matches(|c: char| !c.is_alphanumeric());
    let named = |c: char| c.is_ascii_uppercase() || c.is_ascii_digit() || matches!(c, '-' | '.' | '_' | ':');
    inside.contains('-') && inside.len() <= 40 && inside.chars().all(named)
}

/// The width of a line in points, by the widths of the letters of a sans-serif type.
fn width(line: &str) -> f32 {
    let per_letter = |c: char| match c {
        'i' | 'j' | 'l' | '\'' | '|' | '.' | ',' | ':' | ';' | '!' | 'I' => 0.28,
        'f' | 't' | 'r' | '-' | '(' | ')' | '[' | ']' | ' ' | '/' => 0.34,
        'm' | 'w' | 'M' | 'W' | '\u{2264}' | '\u{2265}' => 0.86,
        c if c.is_uppercase() => 0.71,
        _ => 0.56,
    };
    line.chars().map(per_letter).sum::<f32>() * SIZE
}

/// Relative widths: as wanted, but no column narrower than it needs. They add up to about 200.
fn shares(wanted: &[f32], least: &[f32], room: f32) -> Vec<u8> {
    let mut fixed = vec![false; wanted.len()];
    let mut widths = vec![0.0; wanted.len()];
    // Each round fixes at least one column, or is the last.
    for _ in 0..=wanted.len() {
        let taken: f32 = least.iter().zip(&fixed).filter(|(_, fixed)| **fixed).map(|(least, _)| least).sum();
        let weights: f32 = wanted.iter().zip(&fixed).filter(|(_, fixed)| !**fixed).map(|(wanted, _)| wanted).sum();
        let mut changed = false;
        for at in 0..wanted.len() {
            widths[at] = if fixed[at] { least[at] } else { (room - taken).max(0.0) * wanted[at] / weights.max(0.001) };
            if !fixed[at] && widths[at] < least[at] {
                (fixed[at], changed) = (true, true);
            }
        }
        if !changed {
            break;
        }
    }
    let sum: f32 = widths.iter().sum();
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it stands between 1 and 200")]
    let share = |width: &f32| (width / sum.max(1.0) * 200.0).round().clamp(1.0, 200.0) as u8;
    widths.iter().map(share).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_are_whole() {
        assert!(is_identifier("T-UNATTENDED") && is_identifier("REQ-PM-KDF-001,") && is_identifier("[R-1]"));
        assert!(!is_identifier("well-known") && !is_identifier("VAULT") && !is_identifier("EN-conformant"));
    }

    #[test]
    fn columns_hold_their_longest_word() {
        assert_eq!(shares(&[1.0, 1.0], &[10.0, 10.0], 200.0), [100, 100]);
        assert_eq!(shares(&[1.0, 9.0], &[60.0, 10.0], 200.0), [60, 140]);
        assert_eq!(shares(&[1.0, 1.0, 8.0], &[50.0, 50.0, 10.0], 200.0), [50, 50, 100]);
    }
}
