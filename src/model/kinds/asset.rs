//! Something of value.

use crate::syntax::Text;

use super::super::Condition;
use super::super::entry::{Entry, Word};
use super::super::reader::Reader;
use super::Read;

/// Something of value.
#[derive(Clone, Debug)]
pub struct Asset<'s> {
    /// The security properties that matter.
    pub protects: Vec<Word<'s>>,
    /// What it is.
    pub text: Option<Text<'s>>,
    /// Which configurations have it.
    pub when: Option<Condition>,
}

impl<'s> Read<'s> for Asset<'s> {
    fn read(entry: &Entry<'s>, reader: &mut Reader<'_, 's>) -> Self {
        Self { protects: entry.words("protects"), text: entry.text("text"), when: reader.condition(entry, "when") }
    }
}
