//! Free prose in an annex.

use crate::syntax::Text;

use super::super::entry::Entry;
use super::super::reader::Reader;
use super::Read;

/// Free prose in an annex.
#[derive(Clone, Debug)]
pub struct Annex<'s> {
    /// Whether it is normative.
    pub normative: bool,
    /// The prose.
    pub text: Option<Text<'s>>,
}

impl<'s> Read<'s> for Annex<'s> {
    fn read(entry: &Entry<'s>, _: &mut Reader<'_, 's>) -> Self {
        Self { normative: entry.word("status").is_some_and(|word| word.text == "normative"), text: entry.text("text") }
    }
}
