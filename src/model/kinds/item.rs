//! A requested deliverable.

use jiff::civil::Date;

use crate::syntax::Text;

use super::super::Target;
use super::super::entry::{Entry, Word};
use super::super::reader::Reader;
use super::Read;

/// A requested deliverable.
#[derive(Clone, Debug)]
pub struct Item<'s> {
    /// Where it stands in the request.
    pub official: Option<Text<'s>>,
    /// What it asks for.
    pub role: Option<ItemRole>,
    /// When it is to be adopted.
    pub due: Option<Date>,
    /// Dates that are proposed but do not bind, and where.
    pub proposed: Vec<(Date, Text<'s>)>,
    /// The product categories.
    pub category: Vec<Target>,
    /// The essential requirements it is about.
    pub addresses: Vec<Target>,
    /// The organisations asked.
    pub bodies: Vec<Word<'s>>,
    /// What the official text prints, where the resolved reading differs.
    pub printed: Vec<Text<'s>>,
    /// The item that took its place.
    pub replaced_by: Option<Target>,
}

impl<'s> Read<'s> for Item<'s> {
    fn read(entry: &Entry<'s>, reader: &mut Reader<'_, 's>) -> Self {
        Self {
            official: entry.text("official"),
            role: entry.word("role").and_then(|word| ItemRole::of(word.text)),
            due: entry.date("due"),
            proposed: entry.all("proposed").filter_map(|line| Some((line.date_at(0)?, line.text_at(1)?))).collect(),
            category: reader.targets(entry, "category"),
            addresses: reader.targets(entry, "addresses"),
            bodies: entry.words("bodies"),
            printed: entry.texts("printed"),
            replaced_by: reader.target(entry, "replaced-by"),
        }
    }
}

words! {
    /// What a requested item asks for.
    pub enum ItemRole {
        /// A horizontal deliverable.
        Horizontal = "horizontal",
        /// The deliverable on vulnerability handling.
        VulnerabilityHandling = "vulnerability-handling",
        /// A vertical deliverable.
        Vertical = "vertical",
    }
}
