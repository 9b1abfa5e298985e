//! An organisational security policy.

use crate::syntax::Text;

use super::super::Condition;
use super::super::entry::Entry;
use super::super::reader::Reader;
use super::Read;

/// An organisational security policy.
#[derive(Clone, Debug)]
pub struct Policy<'s> {
    /// What it asks.
    pub text: Option<Text<'s>>,
    /// Which configurations it is about.
    pub when: Option<Condition>,
}

impl<'s> Read<'s> for Policy<'s> {
    fn read(entry: &Entry<'s>, reader: &mut Reader<'_, 's>) -> Self {
        Self { text: entry.text("text"), when: reader.condition(entry, "when") }
    }
}
