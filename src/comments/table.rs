//! A table of comments, whichever file it came in: the columns by what they hold, and rows of texts.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::Source;
use super::house::house;

/// What a column holds.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Field {
    /// The comment's own number.
    Id,
    /// Who made it.
    Body,
    /// The line.
    Line,
    /// The clause.
    Clause,
    /// The paragraph, figure or table.
    Element,
    /// The type of comment.
    Type,
    /// The comment.
    Comment,
    /// The proposed change.
    Proposed,
    /// What the secretariat observes.
    Observations,
}

/// What a file holds: what stands at its head, and its rows.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Table {
    /// The file and its head.
    pub source: Source,
    /// The rows that say something, in order.
    pub rows: Vec<Row>,
    /// What was seen and could not be taken in, in words.
    pub notices: Vec<String>,
}

/// A row: its texts by what they are.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Row {
    /// What known columns say; nothing for one that is empty.
    pub fields: BTreeMap<Field, String>,
    /// What other columns say, by their headings.
    pub more: BTreeMap<String, String>,
    /// What no text can hold, such as `a picture in the comment`.
    pub left_out: Vec<String>,
}

impl Row {
    /// What a column says; nothing where it is empty.
    pub fn text(&self, field: Field) -> &str {
        self.fields.get(&field).map_or("", String::as_str)
    }

    /// Whether no column says anything.
    pub fn is_empty(&self) -> bool {
        self.fields.is_empty() && self.more.is_empty() && self.left_out.is_empty()
    }

    /// The cells as a row.
    pub(super) fn of<S: AsRef<str>>(columns: &[Column], cells: &[S]) -> Self {
        let mut row = Self::default();
        for (at, cell) in cells.iter().enumerate() {
            let text = super::text::clean(cell.as_ref());
            if text.is_empty() {
                continue;
            }
            match columns.get(at) {
                Some(Column::Known(field)) => row.put(*field, text),
                Some(Column::Other(heading)) => row.add(heading, text),
                None => row.add(&format!("column {}", at + 1), text),
            }
        }
        row
    }

    fn put(&mut self, field: Field, text: String) {
        let old = self.fields.remove(&field);
        self.fields.insert(field, old.map_or(text.clone(), |old| format!("{old}\n{text}")));
    }

    /// Another column. Two of one heading are told apart by a number.
    fn add(&mut self, heading: &str, text: String) {
        let names = (2..).map(|at: u32| format!("{heading} {at}"));
        let name = std::iter::once(heading.to_owned()).chain(names).find(|name| !self.more.contains_key(name));
        self.more.extend(name.map(|name| (name, text)));
    }
}

/// How much of a heading is kept, in characters.
const HEADING: usize = 100;

/// What a column is.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Column {
    Known(Field),
    Other(String),
}

/// The columns that headings name; nothing where they are not the headings of comments.
pub(super) fn headed<S: AsRef<str>>(headings: &[S]) -> Option<Vec<Column>> {
    let mut seen = Vec::new();
    let column = |heading: &S| match field(heading.as_ref()) {
        Some(field) if !seen.contains(&field) => {
            seen.push(field);
            Column::Known(field)
        }
        _ => Column::Other(
            super::text::clean(heading.as_ref()).replace(['\n', '\t'], " ").chars().take(HEADING).collect(),
        ),
    };
    let mut columns: Vec<_> = headings.iter().map(column).collect();
    for (at, column) in columns.iter_mut().enumerate() {
        if matches!(column, Column::Other(heading) if heading.is_empty()) {
            *column = Column::Other(format!("column {}", at + 1));
        }
    }
    let place = [Field::Clause, Field::Element, Field::Line].iter().any(|field| seen.contains(field));
    (seen.contains(&Field::Comment) && (place || seen.contains(&Field::Proposed))).then_some(columns)
}

/// The columns that a row inside a form's table names, where it is one of headings for certain: `Table 1` and `Comments are …` stand in
/// comments, too.
pub(super) fn surely_headed<S: AsRef<str>>(headings: &[S]) -> Option<Vec<Column>> {
    let columns =
        headed(headings).filter(|_| headings.iter().all(|heading| heading.as_ref().chars().count() <= HEADING))?;
    let has = |field: Field| columns.contains(&Column::Known(field));
    let known = columns.iter().filter(|column| matches!(column, Column::Known(_))).count();
    (known >= 4 && (has(Field::Type) || has(Field::Body))).then_some(columns)
}

/// The columns of a table without headings, by how many there are.
pub(super) fn unheaded(count: usize) -> Option<Vec<Column>> {
    house().unheaded.get(&count).map(|fields| fields.iter().copied().map(Column::Known).collect())
}

/// What a heading names: the longest of the known words that it begins with.
fn field(heading: &str) -> Option<Field> {
    let letters: String = heading.chars().map(|c| if c.is_alphabetic() { c } else { ' ' }).collect();
    let words: Vec<_> = letters.split_whitespace().map(str::to_lowercase).collect();
    let words = words.join(" ");
    let begins = |known: &str| words.strip_prefix(known).is_some_and(|rest| rest.is_empty() || rest.starts_with(' '));
    let known = house().headings.iter().flat_map(|(field, all)| all.iter().map(|known| (*field, known.as_str())));
    known.filter(|(_, known)| begins(known)).max_by_key(|(_, known)| known.len()).map(|(field, _)| field)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_of_both_forms_are_known() {
        let known = |headings: &[&str]| {
            let columns = headed(headings).unwrap();
            columns.into_iter().map(|column| if let Column::Known(field) = column { field } else { panic!() }).collect()
        };
        let current: Vec<Field> = known(&[
            "MB/NC1",
            "Line number\n(e.g. 17)",
            "Clause/ Subclause\n(e.g. 3.1)",
            "Paragraph/ Figure/ Table/\n(e.g. Table 1)",
            "Type of comment2",
            "Comments",
            "Proposed change",
            "Observations of the secretariat",
        ]);
        assert_eq!(current, house().unheaded[&8]);
        let older: Vec<Field> = known(&[
            "MB1",
            "Clause No./ Annex\n(e.g. 3.1)",
            "Paragraph/List item",
            "Type of com-ment2",
            "Comment (justification for change)",
            "Proposed change",
            "Secretariat observations",
        ]);
        assert_eq!(older, house().unheaded[&7]);
    }

    #[test]
    fn other_columns_keep_their_headings() {
        let columns = headed(&["Comment ID", "Comment", "Clause", "Priority", "", "Priority"]).unwrap();
        let row = Row::of(&columns, &["7", "a", "5.1", "high", "x", "low", "beyond"]);
        assert_eq!((row.text(Field::Id), row.text(Field::Comment)), ("7", "a"));
        let more: Vec<_> = row.more.iter().map(|(heading, text)| (heading.as_str(), text.as_str())).collect();
        assert_eq!(more, [("Priority", "high"), ("Priority 2", "low"), ("column 5", "x"), ("column 7", "beyond")]);
        assert_eq!(headed(&["Name", "Comment"]), None);
    }
}
