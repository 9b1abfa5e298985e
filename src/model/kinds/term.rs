//! A term.

use crate::syntax::Text;

use super::super::entry::Entry;
use super::super::reader::Reader;
use super::Read;

/// A term.
#[derive(Clone, Debug)]
pub struct Term<'s> {
    /// What it means or stands for.
    pub definition: Option<Text<'s>>,
    /// Synonyms that may be used.
    pub admitted: Vec<Text<'s>>,
    /// Synonyms that should no longer be used.
    pub deprecated: Vec<Text<'s>>,
}

impl<'s> Read<'s> for Term<'s> {
    fn read(entry: &Entry<'s>, _: &mut Reader<'_, 's>) -> Self {
        Self {
            definition: entry.text("definition"),
            admitted: entry.texts("admitted"),
            deprecated: entry.texts("deprecated"),
        }
    }
}
