//! What an existing standard or provision maps to.

use jiff::civil::Date;

use crate::syntax::Text;

use super::super::Target;
use super::super::entry::{Entry, Word};
use super::super::reader::Reader;

/// A row of a gap analysis.
#[derive(Clone, Debug)]
pub struct Mapping<'s> {
    /// The essential requirement or concept.
    pub to: Target,
    /// `none`, `partial` or `full`.
    pub degree: Word<'s>,
    /// What is missing.
    pub missing: Option<Text<'s>>,
    /// The set-theory relation (NIST IR 8477).
    pub relation: Option<Word<'s>>,
    /// The phase of the life cycle.
    pub phase: Option<Word<'s>>,
    /// Why the degree is what it is.
    pub rationale: Option<Text<'s>>,
    /// The text of the essential requirement that was compared.
    pub against: Option<Text<'s>>,
    /// Who judged.
    pub judged_by: Option<Text<'s>>,
    /// When.
    pub judged: Option<Date>,
    /// How sure the judge is.
    pub confidence: Option<Word<'s>>,
}

impl<'s> Mapping<'s> {
    pub(super) fn read_all(entry: &Entry<'s>, reader: &mut Reader<'_, 's>) -> Vec<Self> {
        entry.all("maps").filter_map(|line| Self::read(line, reader)).collect()
    }

    fn read(line: &Entry<'s>, reader: &mut Reader<'_, 's>) -> Option<Self> {
        Some(Self {
            to: reader.resolve_slot(line, 0)?,
            degree: line.word_at(1)?,
            missing: line.text_at(2),
            relation: line.word("relation"),
            phase: line.word("phase"),
            rationale: line.text("rationale"),
            against: line.text("against"),
            judged_by: line.text("judged-by"),
            judged: line.date("judged"),
            confidence: line.word("confidence"),
        })
    }
}
