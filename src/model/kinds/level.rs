//! One of the ordered levels.

use crate::syntax::Text;

use super::super::entry::Entry;
use super::super::reader::Reader;
use super::Read;

/// One of the ordered levels.
#[derive(Clone, Debug)]
pub struct Level<'s> {
    /// What it stands for.
    pub text: Option<Text<'s>>,
}

impl<'s> Read<'s> for Level<'s> {
    fn read(entry: &Entry<'s>, _: &mut Reader<'_, 's>) -> Self {
        Self { text: entry.text("text") }
    }
}
