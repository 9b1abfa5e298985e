//! A table.

use crate::syntax::Text;

use super::super::entry::Entry;
use super::super::reader::Reader;
use super::Read;

/// A table.
#[derive(Clone, Debug)]
pub struct FreeTable<'s> {
    /// The header cells.
    pub head: Vec<Text<'s>>,
    /// The rows.
    pub rows: Vec<Vec<Text<'s>>>,
}

impl<'s> Read<'s> for FreeTable<'s> {
    fn read(entry: &Entry<'s>, _: &mut Reader<'_, 's>) -> Self {
        Self { head: entry.texts("head"), rows: entry.all("row").map(|row| row.texts_at(0)).collect() }
    }
}
