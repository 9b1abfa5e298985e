//! The first column: who made a comment, and its number. `FR`, `FR-003`, `FR 12`, `**`.

use std::collections::BTreeSet;

/// What the first column says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Given {
    /// Who made the comment.
    pub body: String,
    /// The name of the comment, where the column has a number.
    pub id: Option<String>,
}

/// Reads the first column.
pub fn given(cell: &str) -> Given {
    let cell = cell.trim();
    let digits = cell.rfind(|c: char| !c.is_ascii_digit() && c != '-').map_or(0, |at| at + last(cell, at));
    let (head, number) = cell.split_at(digits);
    let (number, body) = (number.trim_start_matches('-'), head.trim_end_matches(['-', '_', ' ', '.']));
    if !is_body(body) || !is_number(number) {
        return Given { body: cell.to_owned(), id: None };
    }
    Given { body: body.to_owned(), id: Some(format!("{}-{number}", stem(body))) }
}

fn last(cell: &str, at: usize) -> usize {
    cell[at..].chars().next().map_or(1, char::len_utf8)
}

/// A code: capitals, or the sign of the secretariat's editors.
fn is_body(text: &str) -> bool {
    text == "**" || (2..=12).contains(&text.len()) && text.chars().all(|c| c.is_ascii_uppercase())
}

fn is_number(text: &str) -> bool {
    text.len() <= 24 && text.split('-').all(|part| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit()))
}

/// What the names of a body's comments begin with: something that can be typed in a shell.
fn stem(body: &str) -> String {
    if body == "**" {
        return "CS".to_owned();
    }
    let letters = body.chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_uppercase() } else { '-' });
    let letters: String = letters.collect();
    let parts: Vec<_> = letters.split('-').filter(|part| !part.is_empty()).take(4).collect();
    if parts.is_empty() { "C".to_owned() } else { parts.join("-") }
}

/// Names that are not taken yet.
#[derive(Default)]
pub(super) struct Names {
    taken: BTreeSet<String>,
    /// For each stem the number that was given last.
    last: std::collections::BTreeMap<String, u32>,
}

impl Names {
    /// Takes a name that somebody has; false where it is taken.
    pub(super) fn take(&mut self, name: &str) -> bool {
        self.taken.insert(name.to_owned())
    }

    /// The name with the next number that is free behind it: `FR-003-2`.
    pub(super) fn other(&mut self, name: &str) -> String {
        let stem = name.to_owned();
        self.next(&stem, 2, |stem, number| format!("{stem}-{number}"))
    }

    /// The next free name of a body: `FR-001`.
    pub(super) fn of(&mut self, body: &str) -> String {
        self.next(&stem(body), 1, |stem, number| format!("{stem}-{number:03}"))
    }

    fn next(&mut self, stem: &str, first: u32, name: impl Fn(&str, u32) -> String) -> String {
        let mut number = self.last.get(stem).map_or(first, |last| last + 1);
        while !self.taken.insert(name(stem, number)) {
            number += 1;
        }
        self.last.insert(stem.to_owned(), number);
        name(stem, number)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bodies_and_numbers_are_told_apart() {
        let read = |cell: &str| {
            let Given { body, id } = given(cell);
            (body, id.unwrap_or_default())
        };
        let expect = |body: &str, id: &str| (body.to_owned(), id.to_owned());
        assert_eq!(read("FR"), expect("FR", ""));
        assert_eq!(read("FR-003"), expect("FR", "FR-003"));
        assert_eq!(read("FR-02-003"), expect("FR", "FR-02-003"));
        assert_eq!(read(" DE 12 "), expect("DE", "DE-12"));
        assert_eq!(read("**-001"), expect("**", "CS-001"));
        assert_eq!(read("**"), expect("**", ""));
        assert_eq!(read("AFNOR3"), expect("AFNOR", "AFNOR-3"));
        assert_eq!(read("CEN/TC 13"), expect("CEN/TC 13", ""));
        assert_eq!(read("Société é1"), expect("Société é1", ""));
        assert_eq!(read("17"), expect("17", ""));
        assert_eq!(read(""), expect("", ""));
    }

    #[test]
    fn free_names_are_given() {
        let mut names = Names::default();
        assert!(names.take("FR-001") && !names.take("FR-001"));
        assert_eq!(
            [names.of("FR"), names.of("FR"), names.of("**"), names.of(""), names.of("CEN/TC 13")],
            ["FR-002", "FR-003", "CS-001", "C-001", "CEN-TC-13-001"]
        );
        assert_eq!([names.other("FR-001"), names.other("FR-001")], ["FR-001-2", "FR-001-3"]);
    }
}
