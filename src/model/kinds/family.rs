//! A group of requirements.

use crate::source::Span;
use crate::syntax::Text;

use super::super::entry::Entry;
use super::super::reader::Reader;
use super::Read;

/// A group of requirements.
#[derive(Clone, Debug)]
pub struct Family<'s> {
    /// What they have in common.
    pub text: Option<Text<'s>>,
    /// The numbers of requirements that are no longer there.
    pub withdrawn: Vec<Withdrawn<'s>>,
}

/// A number that no requirement gets again.
#[derive(Clone, Debug)]
pub struct Withdrawn<'s> {
    /// The number.
    pub number: u32,
    /// Where it is said.
    pub span: Span,
    /// Why the requirement went.
    pub because: Option<Text<'s>>,
}

impl<'s> Read<'s> for Family<'s> {
    fn read(entry: &Entry<'s>, _: &mut Reader<'_, 's>) -> Self {
        Self { text: entry.text("text"), withdrawn: entry.all("withdrawn").filter_map(Withdrawn::read).collect() }
    }
}

impl<'s> Withdrawn<'s> {
    fn read(line: &Entry<'s>) -> Option<Self> {
        Some(Self { number: line.count_at(0)?.0, span: line.span, because: line.text_at(1) })
    }
}
