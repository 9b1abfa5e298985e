//! What several deliverables share.

use jiff::civil::Date;

use crate::syntax::Text;

use super::super::entry::Entry;
use super::super::reader::Reader;
use super::Read;

/// What several deliverables share.
#[derive(Clone, Debug)]
pub struct Library<'s> {
    /// Its version.
    pub version: Option<Text<'s>>,
    /// The date of the version.
    pub date: Option<Date>,
    /// What it holds.
    pub text: Option<Text<'s>>,
}

impl<'s> Read<'s> for Library<'s> {
    fn read(entry: &Entry<'s>, _: &mut Reader<'_, 's>) -> Self {
        Self { version: entry.text("version"), date: entry.date("date"), text: entry.text("text") }
    }
}
