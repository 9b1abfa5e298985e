//! Something taken for granted of the environment.

use crate::syntax::Text;

use super::super::Condition;
use super::super::entry::Entry;
use super::super::reader::Reader;
use super::Read;

/// Something taken for granted of the environment.
#[derive(Clone, Debug)]
pub struct Assumption<'s> {
    /// What is taken for granted.
    pub text: Option<Text<'s>>,
    /// Which configurations it is about.
    pub when: Option<Condition>,
}

impl<'s> Read<'s> for Assumption<'s> {
    fn read(entry: &Entry<'s>, reader: &mut Reader<'_, 's>) -> Self {
        Self { text: entry.text("text"), when: reader.condition(entry, "when") }
    }
}
