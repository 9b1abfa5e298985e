//! A technical body.

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
    /// What it does.
    pub text: Option<Text<'s>>,
}

impl<'s> Read<'s> for TechnicalBody<'s> {
    fn read(entry: &Entry<'s>, _: &mut Reader<'_, 's>) -> Self {
        Self { eso: entry.words("eso"), group: entry.text("group"), text: entry.text("text") }
    }
}
