//! A work programme.

use jiff::civil::Date;

use crate::source::Span;
use crate::syntax::Text;

use super::super::PackageId;
use super::super::entry::{Entry, Word};
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
    /// When its draft was submitted.
    pub submitted: Option<Date>,
    /// The organisations that agreed on it.
    pub organisations: Vec<Word<'s>>,
    /// Where the Commission can consult the overall plan.
    pub plan: Option<Text<'s>>,
    /// How the technical bodies are coordinated.
    pub coordination: Option<Text<'s>>,
    /// Its amendments.
    pub amended: Vec<Amendment<'s>>,
    /// What it plans.
    pub text: Option<Text<'s>>,
}

impl<'s> Read<'s> for Programme<'s> {
    fn read(entry: &Entry<'s>, reader: &mut Reader<'_, 's>) -> Self {
        Self {
            answers: reader.package_of(entry, "answers"),
            date: entry.date("date"),
            notified: entry.date("notified"),
            submitted: entry.date("submitted"),
            organisations: entry.words("organisations"),
            plan: entry.text("plan"),
            coordination: entry.text("coordination"),
            amended: entry.all("amended").filter_map(Amendment::read).collect(),
            text: entry.text("text"),
        }
    }
}

/// An amendment of a work programme.
#[derive(Clone, Copy, Debug)]
pub struct Amendment<'s> {
    /// Its date.
    pub date: Date,
    /// What changed.
    pub text: Text<'s>,
    /// When it was reported.
    pub reported: Option<Date>,
    /// Where it stands.
    pub span: Span,
}

impl<'s> Amendment<'s> {
    fn read(line: &Entry<'s>) -> Option<Self> {
        Some(Self { date: line.date_at(0)?, text: line.text_at(1)?, reported: line.date_at(2), span: line.word })
    }
}
