//! The order of the levels of a package.

use super::super::entry::{Entry, Word};
use super::super::reader::Reader;
use super::Read;

/// The order of the levels of a package.
#[derive(Clone, Debug)]
pub struct Levels<'s> {
    /// Their names in rising order.
    pub order: Vec<Word<'s>>,
}

impl<'s> Read<'s> for Levels<'s> {
    fn read(entry: &Entry<'s>, _: &mut Reader<'_, 's>) -> Self {
        Self { order: entry.words_at(0).to_vec() }
    }
}
