//! What a word processor would count, so that it counts only where it comes to the numbers of the draft.

use std::collections::BTreeMap;

use super::flat::{Piece, What};

/// The counters of a draft.
#[derive(Default)]
pub(super) struct Sequences {
    /// The last number of each sequence.
    last: BTreeMap<String, u64>,
    /// The numbers of the clauses above, and that of the last one.
    clauses: Vec<String>,
    /// Whether a number was not the next one: from there on the word processor would count otherwise.
    lost: bool,
    footnotes: u64,
}

impl Sequences {
    /// A label such as `Table A.1`: its number is the place of the bookmark, and its last part is counted.
    pub(super) fn label(&mut self, label: &str, bookmark: &str) -> Vec<Piece> {
        let (word, number) = label.rsplit_once(' ').unwrap_or(("", label));
        let mut pieces = if word.is_empty() { Vec::new() } else { vec![Piece::text(&format!("{word} "))] };
        pieces.extend(Piece::place(bookmark, self.number(word, number)));
        pieces
    }

    /// A number such as `A.1` or `(3)`, its figures counted by a field.
    pub(super) fn number(&mut self, word: &str, number: &str) -> Vec<Piece> {
        let end = number.rfind(|c: char| c.is_ascii_digit()).map_or(0, |at| at + 1);
        let start = number[..end].rfind(|c: char| !c.is_ascii_digit()).map_or(0, |at| at + 1);
        let (before, figures, after) = (&number[..start], &number[start..end], &number[end..]);
        let Ok(value) = figures.parse::<u64>() else { return vec![Piece::text(number)] };
        let mut pieces = vec![Piece::text(before), self.field(&format!("{word} {before}"), value), Piece::text(after)];
        pieces.retain(|piece| piece.what != What::Text(String::new()));
        pieces
    }

    fn field(&mut self, name: &str, value: u64) -> Piece {
        let mut name: String = name.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '_' }).collect();
        name = name.trim_matches('_').to_owned();
        if name.is_empty() {
            "Number".clone_into(&mut name);
        }
        let last = self.last.insert(name.clone(), value).unwrap_or(0);
        let reset = if last + 1 == value { String::new() } else { format!(" \\r {value}") };
        let instruction = format!("SEQ {name} \\* ARABIC{reset}");
        Piece::new(What::Field { instruction, result: value.to_string() })
    }

    /// Whether the clause of this number follows those before it, so that counting comes to it.
    pub(super) fn counts(&mut self, number: &str) -> bool {
        let parts: Vec<_> = number.split('.').map(str::to_owned).collect();
        let depth = parts.len();
        let follows = {
            let (last, above) = parts.split_last().map_or(("", &[][..]), |(last, above)| (last.as_str(), above));
            let before = self.clauses.get(depth - 1).filter(|_| self.clauses.get(..depth - 1) == Some(above));
            let known_above = depth == 1
                || self.clauses.get(..depth - 1) == Some(above)
                || (depth == 2 && above[0].starts_with(char::is_alphabetic));
            if depth == 2 && above[0].starts_with(char::is_alphabetic) && self.clauses.first() != above.first() {
                // Each annex is counted for itself.
                self.lost = false;
            }
            let expected = before.and_then(|number| number.parse::<u64>().ok()).unwrap_or(0) + 1;
            known_above && last.parse() == Ok(expected)
        };
        self.clauses = parts;
        self.lost |= !follows;
        !self.lost
    }

    /// The number of a footnote where it is not the one after the last.
    pub(super) fn footnote(&mut self, number: &str) -> Option<String> {
        self.footnotes += 1;
        (number != self.footnotes.to_string()).then(|| number.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_what_follows() {
        let mut clauses = Sequences::default();
        let counted: Vec<_> = ["1", "2", "2.1", "2.2", "2.2.1", "3", "5", "5.2", "A.1", "A.1.1", "A.2", "B.1"]
            .iter()
            .map(|number| clauses.counts(number))
            .collect();
        assert_eq!(counted, [true, true, true, true, true, true, false, false, true, true, true, true]);
    }

    #[test]
    fn fields_start_anew_where_numbers_do() {
        let mut sequences = Sequences::default();
        let mut field = |label: &str| {
            let pieces = sequences.label(label, "b");
            pieces.into_iter().find_map(|piece| match piece.what {
                What::Field { instruction, .. } => Some(instruction),
                _ => None,
            })
        };
        assert_eq!(field("Table 1").as_deref(), Some("SEQ Table \\* ARABIC"));
        assert_eq!(field("Table A.1").as_deref(), Some("SEQ Table_A \\* ARABIC"));
        assert_eq!(field("Table 3").as_deref(), Some("SEQ Table \\* ARABIC \\r 3"));
        assert_eq!(field("Table").as_deref(), None);
    }
}
