//! Free prose with a heading.

use crate::syntax::Text;

use super::super::entry::{Entry, Word};
use super::super::reader::Reader;
use super::Read;

/// Free prose with a heading.
#[derive(Clone, Debug)]
pub struct FreeClause<'s> {
    /// The part of the draft after which it stands.
    pub after: Option<Word<'s>>,
    /// Whether it is normative.
    pub normative: bool,
    /// The prose.
    pub text: Option<Text<'s>>,
}

impl<'s> Read<'s> for FreeClause<'s> {
    fn read(entry: &Entry<'s>, _: &mut Reader<'_, 's>) -> Self {
        Self {
            after: entry.word("after"),
            normative: entry.word("status").is_some_and(|word| word.text == "normative"),
            text: entry.text("text"),
        }
    }
}
