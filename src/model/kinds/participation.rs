//! An action for the participation of stakeholders.

use jiff::civil::Date;

use crate::syntax::Text;

use super::super::entry::{Entry, Word};
use super::super::reader::Reader;
use super::Read;

/// An action for the participation of stakeholders.
#[derive(Clone, Debug)]
pub struct Participation<'s> {
    /// The groups.
    pub of: Vec<Word<'s>>,
    /// Who sees to it.
    pub owner: Option<Text<'s>>,
    /// When.
    pub date: Option<Date>,
    /// What is done.
    pub text: Option<Text<'s>>,
    /// What came of it.
    pub outcome: Option<Text<'s>>,
}

impl<'s> Read<'s> for Participation<'s> {
    fn read(entry: &Entry<'s>, _: &mut Reader<'_, 's>) -> Self {
        Self {
            of: entry.words("of"),
            owner: entry.text("owner"),
            date: entry.date("date"),
            text: entry.text("text"),
            outcome: entry.text("outcome"),
        }
    }
}
