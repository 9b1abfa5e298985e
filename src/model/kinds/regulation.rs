//! A legal act.

use jiff::civil::Date;

use crate::syntax::Text;

use super::super::entry::Entry;
use super::super::reader::Reader;
use super::Read;

/// A legal act.
#[derive(Clone, Debug)]
pub struct Regulation<'s> {
    /// Its official reference.
    pub official: Option<Text<'s>>,
    /// The date of the act.
    pub date: Option<Date>,
    /// The date from which it applies.
    pub applies: Option<Date>,
    /// Where it is published.
    pub url: Option<Text<'s>>,
    /// What it is about.
    pub text: Option<Text<'s>>,
}

impl<'s> Read<'s> for Regulation<'s> {
    fn read(entry: &Entry<'s>, _: &mut Reader<'_, 's>) -> Self {
        Self {
            official: entry.text("official"),
            date: entry.date("date"),
            applies: entry.date("applies"),
            url: entry.text("url"),
            text: entry.text("text"),
        }
    }
}
