//! Essential requirements that are left uncovered.

use crate::syntax::Text;

use super::super::Target;
use super::super::entry::Entry;
use super::super::reader::Reader;
use super::Read;

/// Essential requirements that are left uncovered.
#[derive(Clone, Debug)]
pub struct Omits<'s> {
    /// The essential requirements, or their concepts.
    pub essentials: Vec<Target>,
    /// The reason.
    pub because: Option<Text<'s>>,
}

impl<'s> Read<'s> for Omits<'s> {
    fn read(entry: &Entry<'s>, reader: &mut Reader<'_, 's>) -> Self {
        Self { essentials: reader.own_targets(entry), because: entry.text("because") }
    }
}
