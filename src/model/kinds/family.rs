//! A group of requirements.

use crate::syntax::Text;

use super::super::entry::Entry;
use super::super::reader::Reader;
use super::Read;

/// A group of requirements.
#[derive(Clone, Debug)]
pub struct Family<'s> {
    /// What they have in common.
    pub text: Option<Text<'s>>,
}

impl<'s> Read<'s> for Family<'s> {
    fn read(entry: &Entry<'s>, _: &mut Reader<'_, 's>) -> Self {
        Self { text: entry.text("text") }
    }
}
