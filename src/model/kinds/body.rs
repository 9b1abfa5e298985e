//! A technical body.

use jiff::civil::Date;

use crate::syntax::Text;

use super::super::entry::{Entry, Word};
use super::super::reader::Reader;
use super::Read;

/// A technical body.
#[derive(Clone, Debug)]
pub struct TechnicalBody<'s> {
    /// The organisations it belongs to.
    pub eso: Vec<Word<'s>>,
    /// The working group.
    pub group: Option<Text<'s>>,
    /// Where those who lead it are established.
    pub lead: Option<Word<'s>>,
    /// The date by which every member had declared all interests.
    pub interests: Option<Date>,
    /// What it does.
    pub text: Option<Text<'s>>,
}

impl<'s> Read<'s> for TechnicalBody<'s> {
    fn read(entry: &Entry<'s>, _: &mut Reader<'_, 's>) -> Self {
        Self {
            eso: entry.words("eso"),
            group: entry.text("group"),
            lead: entry.word("lead"),
            interests: entry.date("interests"),
            text: entry.text("text"),
        }
    }
}
