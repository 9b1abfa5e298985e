//! Something that a request asks.

use crate::syntax::Text;

use super::super::Target;
use super::super::entry::{Entry, Quantity, Word};
use super::super::reader::Reader;
use super::Read;

/// Something that a request asks.
#[derive(Clone, Debug)]
pub struct Obligation<'s> {
    /// Where it stands in the request.
    pub official: Option<Text<'s>>,
    /// What it binds.
    pub on: Vec<Word<'s>>,
    /// The items whose deliverables it binds; those of all items where this is empty.
    pub items: Vec<Target>,
    /// How strongly it binds.
    pub strength: Option<Word<'s>>,
    /// What is asked.
    pub text: Option<Text<'s>>,
    /// The rules that enforce it.
    pub checked_by: Vec<Word<'s>>,
    /// `review` where a person has to judge it.
    pub by: Option<Word<'s>>,
    /// For how long a review of it holds.
    pub valid: Option<Quantity<'s>>,
}

impl Obligation<'_> {
    /// Whether a person has to judge it.
    pub fn is_by_review(&self) -> bool {
        self.by.is_some_and(|word| word.text == "review")
    }

    /// Whether it only permits something.
    pub fn is_permission(&self) -> bool {
        self.strength.is_some_and(|word| word.text == "may")
    }
}

impl<'s> Read<'s> for Obligation<'s> {
    fn read(entry: &Entry<'s>, reader: &mut Reader<'_, 's>) -> Self {
        Self {
            official: entry.text("official"),
            on: entry.words("on"),
            items: reader.targets(entry, "items"),
            strength: entry.word("strength"),
            text: entry.text("text"),
            checked_by: entry.words("checked-by"),
            by: entry.word("by"),
            valid: entry.quantity("valid"),
        }
    }
}
