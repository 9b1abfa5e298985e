//! A gap analysis.

use jiff::civil::Date;

use crate::syntax::Text;

use super::super::entry::Entry;
use super::super::reader::Reader;
use super::Read;

/// A gap analysis.
#[derive(Clone, Debug)]
pub struct Survey<'s> {
    /// When it was closed.
    pub date: Option<Date>,
    /// Who made it.
    pub by: Option<Text<'s>>,
    /// How it was made.
    pub text: Option<Text<'s>>,
}

impl<'s> Read<'s> for Survey<'s> {
    fn read(entry: &Entry<'s>, _: &mut Reader<'_, 's>) -> Self {
        Self { date: entry.date("date"), by: entry.text("by"), text: entry.text("text") }
    }
}
