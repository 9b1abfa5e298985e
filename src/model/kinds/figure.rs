//! A picture.

use crate::syntax::Text;

use super::super::entry::Entry;
use super::super::reader::Reader;
use super::Read;

/// A picture.
#[derive(Clone, Debug)]
pub struct FigureFile<'s> {
    /// The file below the package's folder.
    pub file: Option<Text<'s>>,
    /// What it shows.
    pub alt: Option<Text<'s>>,
}

impl<'s> Read<'s> for FigureFile<'s> {
    fn read(entry: &Entry<'s>, _: &mut Reader<'_, 's>) -> Self {
        Self { file: entry.text("file"), alt: entry.text("alt") }
    }
}
