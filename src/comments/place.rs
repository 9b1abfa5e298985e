//! The places of a draft, and what a comment is on: an identifier before a table or figure, that before a clause, that before a line.

use std::collections::BTreeMap;

use super::Comment;
use super::house::house;
use super::text::squeezed;

/// A place in a draft.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Place {
    /// The anchor in the draft.
    pub anchor: String,
    /// The declaration that stands there, where one does.
    pub name: Option<String>,
    /// How the draft calls it, such as `clause 5.2` or `Table A.1`.
    pub label: String,
    /// Its title.
    pub title: String,
}

/// The places of a draft by what a commenter may call them.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Places {
    /// By printed number or by name, in lower case.
    ids: BTreeMap<String, Place>,
    /// Clauses and annexes by number, in lower case.
    clauses: BTreeMap<String, Place>,
    /// Clauses by title, in lower case; nothing where two have one title.
    titles: BTreeMap<String, Option<Place>>,
    /// Tables, figures and formulas by word and number, such as `table a.1`.
    elements: BTreeMap<String, Place>,
    /// The place that begins with a line, or before it; empty where the lines of the draft are not known.
    lines: BTreeMap<u32, Place>,
}

/// What a comment is on.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Tie<'p> {
    /// A place of the draft.
    To(&'p Place),
    /// The whole draft.
    General,
    /// Nothing that the draft has.
    Nothing,
}

impl Places {
    /// A thing with a printed number or a name.
    pub fn id(&mut self, id: &str, place: &Place) {
        self.ids.entry(squeezed(id)).or_insert_with(|| place.clone());
    }

    /// A clause, by its number and its title; either may be empty.
    pub fn clause(&mut self, number: &str, title: &str, place: &Place) {
        if !number.is_empty() {
            self.clauses.entry(squeezed(number)).or_insert_with(|| place.clone());
        }
        let twice = self.titles.contains_key(&squeezed(title));
        self.titles.insert(squeezed(title), (!twice).then(|| place.clone()));
    }

    /// A table, figure or formula by its label.
    pub fn element(&mut self, label: &str, place: &Place) {
        self.elements.entry(squeezed(label)).or_insert_with(|| place.clone());
    }

    /// Says what begins with which line: an identifier, or the number of a clause. What the draft does not have is passed over.
    pub fn lines<'l>(&mut self, lines: impl IntoIterator<Item = (u32, &'l str)>) {
        for (line, what) in lines {
            let place = self.known(what).cloned();
            self.lines.extend(place.map(|place| (line, place)));
        }
    }

    /// The place of an anchor.
    pub fn anchor(&self, anchor: &str) -> Option<&Place> {
        let titles = self.titles.values().flatten();
        let mut all = self.clauses.values().chain(titles).chain(self.elements.values()).chain(self.ids.values());
        all.find(|place| place.anchor == anchor)
    }

    /// The place of a declaration.
    pub fn named(&self, name: &str) -> Option<&Place> {
        self.ids.get(&squeezed(name))
    }

    fn known(&self, what: &str) -> Option<&Place> {
        let what = squeezed(what);
        self.ids.get(&what).or_else(|| self.clauses.get(&what)).or_else(|| self.elements.get(&what))
    }

    /// What a comment is on.
    pub fn tie(&self, comment: &Comment) -> Tie<'_> {
        let cells = [&comment.element, &comment.clause];
        let place = cells
            .iter()
            .find_map(|cell| self.identifier(cell))
            .or_else(|| cells.iter().find_map(|cell| self.captioned(cell)))
            .or_else(|| self.numbered(&comment.clause))
            .or_else(|| self.titles.get(&squeezed(&comment.clause))?.as_ref())
            .or_else(|| self.at_line(&comment.line));
        match place {
            Some(place) => Tie::To(place),
            None if is_general(comment) => Tie::General,
            None => Tie::Nothing,
        }
    }

    /// A thing whose number or name is written anywhere in a cell. A name that could be any word is none.
    fn identifier(&self, cell: &str) -> Option<&Place> {
        let apart = |c: char| {
            c.is_whitespace() || matches!(c, ',' | ';' | '(' | ')' | '[' | ']' | '"' | '/' | '\u{201c}' | '\u{201d}')
        };
        let parts = cell.split(apart).map(|part| part.trim_end_matches(['.', ':', '!', '?']));
        let telling = |part: &&str| {
            let marked = part.contains(|c: char| c.is_ascii_digit() || c.is_uppercase());
            marked && part.contains(['-', '_']) || part.chars().filter(|c| c.is_uppercase()).count() > 1
        };
        let mut parts = parts.filter(telling);
        // The package may stand before the name.
        parts.find_map(|part| {
            self.ids.get(&squeezed(part)).or_else(|| self.ids.get(&squeezed(part.rsplit_once(':')?.1)))
        })
    }

    /// A table, figure or formula whose label is written in a cell.
    fn captioned(&self, cell: &str) -> Option<&Place> {
        let words = squeezed(cell);
        let words: Vec<_> = words.split([' ', ',', ';', '(', ')', '/']).filter(|word| !word.is_empty()).collect();
        words.windows(2).find_map(|pair| {
            let word = match pair[0].trim_end_matches('.') {
                "tab" | "table" | "tables" => "table",
                "fig" | "figure" | "figures" => "figure",
                _ => return None,
            };
            self.elements.get(&format!("{word} {}", pair[1].trim_end_matches(['.', ':'])))
        })
    }

    /// A clause or annex whose number is written in a cell.
    fn numbered(&self, cell: &str) -> Option<&Place> {
        let words = squeezed(cell);
        let apart = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '(' | ')' | '/' | '\u{2013}');
        let words: Vec<_> = words.split(apart).filter(|word| !word.is_empty()).collect();
        (0..words.len()).find_map(|at| {
            let word = words[at].trim_end_matches(['.', ':']);
            let number = word.contains(|c: char| c.is_ascii_digit());
            // A letter alone is an annex where nothing else is said, or where it is called so.
            let annex = words.len() == 1 || at > 0 && matches!(words[at - 1], "annex" | "annexe");
            if number || annex { self.clauses.get(word) } else { None }
        })
    }

    fn at_line(&self, cell: &str) -> Option<&Place> {
        let digits: String =
            cell.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).take(9).collect();
        self.lines.range(..=digits.parse::<u32>().ok()?).next_back().map(|(_, place)| place)
    }
}

/// Whether a comment says that it is on the whole draft, or says no place.
fn is_general(comment: &Comment) -> bool {
    let is_general = |cell: &str| {
        let cell = squeezed(cell);
        cell.is_empty() || house().general.contains(&cell)
    };
    [&comment.clause, &comment.element, &comment.line].into_iter().all(|cell| is_general(cell))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn places() -> Places {
        let place = |anchor: &str| Place {
            anchor: anchor.to_owned(),
            name: anchor.strip_prefix("n-").map(str::to_owned),
            label: String::new(),
            title: String::new(),
        };
        let mut places = Places::default();
        places.clause("5", "Requirements", &place("cl-5"));
        places.clause("5.2", "General", &place("cl-5.2"));
        places.clause("6.1", "General", &place("cl-6.1"));
        places.clause("A", "Relationship", &place("cl-A"));
        places.clause("", "Foreword", &place("cl-foreword"));
        places.element("Table A.1", &place("tab-1"));
        for id in ["R-KDF", "REQ-PM-KDF-001"] {
            places.id(id, &place("n-R-KDF"));
        }
        places.id("data", &place("n-data"));
        places.lines([(10, "5.2"), (20, "R-KDF"), (30, "nothing")]);
        places
    }

    #[test]
    fn comments_are_tied_to_what_they_name() {
        let places = places();
        let tie = |clause: &str, element: &str, line: &str| {
            let [clause, element, line] = [clause, element, line].map(str::to_owned);
            match places.tie(&Comment { clause, element, line, ..Comment::default() }) {
                Tie::To(place) => place.anchor.clone(),
                Tie::General => "general".to_owned(),
                Tie::Nothing => "nothing".to_owned(),
            }
        };
        assert_eq!(tie("5.2", "", ""), "cl-5.2");
        assert_eq!(tie("Clause 5.2, 2nd paragraph", "", ""), "cl-5.2");
        assert_eq!(tie("5.2", "Req-PM-KDF-001.", ""), "n-R-KDF");
        assert_eq!(tie("5.2 (pm:R-KDF)", "", ""), "n-R-KDF");
        assert_eq!(tie("5.2", "all data", ""), "cl-5.2");
        assert_eq!(tie("Annex A", "Tab. A.1, row 2", ""), "tab-1");
        assert_eq!(tie("A", "", ""), "cl-A");
        assert_eq!(tie("A remark", "", ""), "nothing");
        assert_eq!(tie("Foreword", "", ""), "cl-foreword");
        assert_eq!(tie("General", "", ""), "general");
        assert_eq!(tie("", "", ""), "general");
        assert_eq!(tie("5.9", "", ""), "nothing");
        assert_eq!(tie("", "", "25-27"), "n-R-KDF");
        assert_eq!(tie("", "", "3"), "nothing");
    }
}
