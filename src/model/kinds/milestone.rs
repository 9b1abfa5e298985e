//! A stage of a work item.

use jiff::civil::Date;

use super::super::Target;
use super::super::entry::{Entry, Word};
use super::super::reader::Reader;
use super::Read;

/// A stage of a work item.
#[derive(Clone, Debug)]
pub struct Milestone<'s> {
    /// The work item.
    pub of: Option<Target>,
    /// The stage.
    pub stage: Option<Word<'s>>,
    /// The date planned.
    pub planned: Option<Date>,
    /// The date reached.
    pub reached: Option<Date>,
}

impl Milestone<'_> {
    /// The date on which it was reached, or else is planned.
    pub fn date(&self) -> Option<Date> {
        self.reached.or(self.planned)
    }
}

impl<'s> Read<'s> for Milestone<'s> {
    fn read(entry: &Entry<'s>, reader: &mut Reader<'_, 's>) -> Self {
        Self {
            of: reader.target(entry, "of"),
            stage: entry.word("stage"),
            planned: entry.date("planned"),
            reached: entry.date("reached"),
        }
    }
}
