//! What a deliverable makes of earlier work.

use crate::syntax::Text;

use super::super::Target;
use super::super::entry::{Entry, Word};
use super::super::reader::Reader;
use super::Read;

/// What a deliverable makes of earlier work.
#[derive(Clone, Debug)]
pub struct BuildsOn<'s> {
    /// The documents.
    pub documents: Vec<Target>,
    /// `reused`, `mapped` or `different`.
    pub manner: Option<Word<'s>>,
    /// How.
    pub text: Option<Text<'s>>,
}

impl<'s> Read<'s> for BuildsOn<'s> {
    fn read(entry: &Entry<'s>, reader: &mut Reader<'_, 's>) -> Self {
        Self { documents: reader.own_targets(entry), manner: entry.word_at(1), text: entry.text_at(2) }
    }
}
