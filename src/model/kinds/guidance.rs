//! Guidance on one conformity assessment module.

use crate::syntax::Text;

use super::super::Target;
use super::super::entry::Entry;
use super::super::reader::Reader;
use super::Read;

/// Guidance on one conformity assessment module.
#[derive(Clone, Debug)]
pub struct Guidance<'s> {
    /// The module.
    pub modules: Vec<Target>,
    /// Its heading.
    pub heading: Option<Text<'s>>,
    /// The guidance.
    pub text: Option<Text<'s>>,
}

impl<'s> Read<'s> for Guidance<'s> {
    fn read(entry: &Entry<'s>, reader: &mut Reader<'_, 's>) -> Self {
        Self { modules: reader.own_targets(entry), heading: entry.text_at(1), text: entry.text("text") }
    }
}
