//! Something that a request asks.

use crate::syntax::Text;

use super::super::entry::{Entry, Word};
use super::super::reader::Reader;
use super::Read;

/// Something that a request asks.
#[derive(Clone, Debug)]
pub struct Obligation<'s> {
    /// Where it stands in the request.
    pub official: Option<Text<'s>>,
    /// What it binds.
    pub on: Vec<Word<'s>>,
    /// How strongly it binds.
    pub strength: Option<Word<'s>>,
    /// What is asked.
    pub text: Option<Text<'s>>,
    /// The rules that enforce it.
    pub checked_by: Vec<Word<'s>>,
    /// `review` or `programme` where no rule enforces it.
    pub by: Option<Word<'s>>,
}

impl<'s> Read<'s> for Obligation<'s> {
    fn read(entry: &Entry<'s>, _: &mut Reader<'_, 's>) -> Self {
        Self {
            official: entry.text("official"),
            on: entry.words("on"),
            strength: entry.word("strength"),
            text: entry.text("text"),
            checked_by: entry.words("checked-by"),
            by: entry.word("by"),
        }
    }
}
