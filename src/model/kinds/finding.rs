//! A remark on a survey's sources.

use crate::syntax::Text;

use super::super::entry::Entry;
use super::super::reader::Reader;
use super::Read;

/// A remark on a survey's sources.
#[derive(Clone, Debug)]
pub struct Finding<'s> {
    /// What was found.
    pub text: Option<Text<'s>>,
}

impl<'s> Read<'s> for Finding<'s> {
    fn read(entry: &Entry<'s>, _: &mut Reader<'_, 's>) -> Self {
        Self { text: entry.text("text") }
    }
}
