//! A work programme.

use jiff::civil::Date;

use crate::syntax::Text;

use super::super::PackageId;
use super::super::entry::Entry;
use super::super::reader::Reader;
use super::Read;

/// A work programme.
#[derive(Clone, Debug)]
pub struct Programme<'s> {
    /// The request it answers.
    pub answers: Option<PackageId>,
    /// Its date.
    pub date: Option<Date>,
    /// When the request was notified.
    pub notified: Option<Date>,
    /// What it plans.
    pub text: Option<Text<'s>>,
}

impl<'s> Read<'s> for Programme<'s> {
    fn read(entry: &Entry<'s>, reader: &mut Reader<'_, 's>) -> Self {
        Self {
            answers: reader.package_of(entry, "answers"),
            date: entry.date("date"),
            notified: entry.date("notified"),
            text: entry.text("text"),
        }
    }
}
