//! A version in the history.

use jiff::civil::Date;

use crate::syntax::Text;

use super::super::Target;
use super::super::entry::Entry;
use super::super::reader::Reader;
use super::Read;

/// A version in the history.
#[derive(Clone, Debug)]
pub struct Revision<'s> {
    /// Its number.
    pub version: Option<Text<'s>>,
    /// Its date.
    pub date: Option<Date>,
    /// What changed.
    pub changes: Option<Text<'s>>,
    /// The requirements whose statements it changed in words alone.
    pub editorial: Vec<Target>,
}

impl<'s> Read<'s> for Revision<'s> {
    fn read(entry: &Entry<'s>, reader: &mut Reader<'_, 's>) -> Self {
        Self {
            version: entry.text_at(0),
            date: entry.date_at(1),
            changes: entry.text_at(2),
            editorial: reader.targets(entry, "editorial"),
        }
    }
}
