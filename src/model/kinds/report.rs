//! A report to the Commission.

use jiff::civil::Date;

use crate::syntax::Text;

use super::super::Target;
use super::super::entry::{Entry, Word};
use super::super::reader::Reader;
use super::Read;

/// A report to the Commission.
#[derive(Clone, Debug)]
pub struct Report<'s> {
    /// The kind of report.
    pub kind: Option<Word<'s>>,
    /// When it is due.
    pub due: Option<Date>,
    /// When it was made.
    pub made: Option<Date>,
    /// What it reported.
    pub text: Option<Text<'s>>,
    /// The work items whose scope or dates it is about.
    pub concerns: Vec<Target>,
    /// The actions for participation that it gives evidence of.
    pub shows: Vec<Target>,
    /// The evidence that deliverables respect fundamental rights and personal data.
    pub rights: Option<Text<'s>>,
}

impl<'s> Read<'s> for Report<'s> {
    fn read(entry: &Entry<'s>, reader: &mut Reader<'_, 's>) -> Self {
        Self {
            kind: entry.word("type"),
            due: entry.date("due"),
            made: entry.date("made"),
            text: entry.text("text"),
            concerns: reader.targets(entry, "concerns"),
            shows: reader.targets(entry, "shows"),
            rights: entry.text("rights"),
        }
    }
}
