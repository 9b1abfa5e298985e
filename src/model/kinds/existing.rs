//! A standard that exists.

use crate::syntax::Text;

use super::super::Target;
use super::super::entry::{Entry, Word};
use super::super::reader::Reader;
use super::Read;
use super::mapping::Mapping;

/// A standard that exists.
#[derive(Clone, Debug)]
pub struct Existing<'s> {
    /// Its number.
    pub number: Option<Text<'s>>,
    /// Its edition.
    pub edition: Option<Text<'s>>,
    /// Who publishes it.
    pub body: Option<Text<'s>>,
    /// Whether it is in force.
    pub status: Option<Word<'s>>,
    /// The standard that took its place.
    pub superseded_by: Option<Target>,
    /// What its scope is restricted to.
    pub restricted_to: Option<Text<'s>>,
    /// The product categories its scope touches.
    pub categories: Vec<Target>,
    /// What it maps to.
    pub maps: Vec<Mapping<'s>>,
}

impl<'s> Read<'s> for Existing<'s> {
    fn read(entry: &Entry<'s>, reader: &mut Reader<'_, 's>) -> Self {
        Self {
            number: entry.text("number"),
            edition: entry.text("edition"),
            body: entry.text("body"),
            status: entry.word("status"),
            superseded_by: reader.target(entry, "superseded-by"),
            restricted_to: entry.text("restricted-to"),
            categories: reader.targets(entry, "categories"),
            maps: Mapping::read_all(entry, reader),
        }
    }
}

impl Existing<'_> {
    /// The year of its edition.
    pub fn year(&self) -> Option<u16> {
        let of = |text: Option<Text<'_>>| super::reference::year(text?.content().as_str());
        of(self.edition).or_else(|| of(self.number))
    }

    /// Its number without edition or case, by which two entries are the same document.
    pub fn key(&self) -> Option<String> {
        let content = self.number?.content();
        let number = content.as_str().split(':').next().unwrap_or("");
        Some(number.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase())
    }
}
