//! A document that is cited, or an entry of a public catalogue.

use crate::syntax::Text;

use super::super::entry::Entry;
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
            catalogue: entry.text("catalogue"),
        }
    }
}
