//! A conformity assessment procedure.

use crate::syntax::Text;

use super::super::Target;
use super::super::entry::{Entry, Word};
use super::super::reader::Reader;
use super::Read;

/// A conformity assessment procedure.
#[derive(Clone, Debug)]
pub struct Module<'s> {
    /// Where it stands in the act.
    pub official: Option<Text<'s>>,
    /// What it asks.
    pub text: Option<Text<'s>>,
    /// `yes` where a notified body takes part.
    pub third_party: Option<Word<'s>>,
    /// `yes` where it is a certification scheme and no procedure of the act's own.
    pub scheme: Option<Word<'s>>,
    /// Modules that go with it.
    pub with: Vec<Target>,
}

impl<'s> Read<'s> for Module<'s> {
    fn read(entry: &Entry<'s>, reader: &mut Reader<'_, 's>) -> Self {
        Self {
            official: entry.text("official"),
            text: entry.text("text"),
            third_party: entry.word("third-party"),
            scheme: entry.word("scheme"),
            with: reader.targets(entry, "with"),
        }
    }
}
