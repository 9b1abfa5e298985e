//! A document that is cited, or an entry of a public catalogue.

use crate::syntax::Text;

use super::super::entry::{Entry, Word};
use super::super::reader::Reader;
use super::Read;

/// A document that is cited, or an entry of a public catalogue.
#[derive(Clone, Debug)]
pub struct CitedDocument<'s> {
    /// Whether it is needed to apply the deliverable.
    pub normative: bool,
    /// Its number or identifier.
    pub number: Option<Text<'s>>,
    /// Its title.
    pub document_title: Option<Text<'s>>,
    /// The edition cited.
    pub date: Option<Text<'s>>,
    /// Who publishes it.
    pub body: Option<Text<'s>>,
    /// Where it is published.
    pub url: Option<Text<'s>>,
    /// What kind of document it is, where the source says it.
    pub document_type: Option<Word<'s>>,
    /// The catalogue whose entry it is.
    pub catalogue: Option<Text<'s>>,
}

impl<'s> Read<'s> for CitedDocument<'s> {
    fn read(entry: &Entry<'s>, _: &mut Reader<'_, 's>) -> Self {
        Self {
            normative: entry.word("status").is_some_and(|word| word.text == "normative"),
            number: entry.text("number"),
            document_title: entry.text("title"),
            date: entry.text("date"),
            body: entry.text("body"),
            url: entry.text("url"),
            document_type: entry.word("type"),
            catalogue: entry.text("catalogue"),
        }
    }
}

impl CitedDocument<'_> {
    /// The year of the edition cited: the last in its date, or the one in its number, as in `ISO/IEC 27005:2022`.
    pub fn year(&self) -> Option<u16> {
        let of = |text: Option<Text<'_>>| year(text?.content().as_str());
        of(self.date).or_else(|| of(self.number))
    }

    /// Whether it says which edition is cited: by a date or version, or by a number that has a year.
    pub fn is_dated(&self) -> bool {
        let dated = self.date.is_some_and(|date| date.content().as_str().contains(|c: char| c.is_ascii_digit()));
        dated || self.number.is_some_and(|number| year(number.content().as_str()).is_some())
    }

    /// Its number without edition, case or blanks at the ends, by which two entries are the same document.
    pub fn key(&self) -> Option<String> {
        let content = self.number?.content();
        let number = content.as_str().split(':').next().unwrap_or("");
        Some(number.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase())
    }
}

/// The last year in a text: four digits that begin with 19 or 20 and are no part of a longer number.
pub(in crate::model) fn year(text: &str) -> Option<u16> {
    let numbers = text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|part| part.len() == 4);
    let mut years = numbers.filter_map(|part| part.parse().ok()).filter(|year| (1900..2100).contains(year));
    years.next_back()
}

#[cfg(test)]
mod tests {
    use super::year;

    #[test]
    fn a_year_is_a_number_of_its_own() {
        assert_eq!(year("ISO/IEC 27005:2022"), Some(2022));
        assert_eq!(year("V3.1.3 (2024-09)"), Some(2024));
        assert_eq!(year("Regulation (EU) 2024/2847"), Some(2024));
        assert_eq!(year("IETF RFC 8446"), None);
        assert_eq!(year("EN 40000-1-2"), None);
    }
}
