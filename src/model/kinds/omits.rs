//! Essential requirements that are left uncovered.

use crate::syntax::Text;

use super::super::entry::Entry;
use super::super::reader::Reader;
use super::super::{Condition, Target};
use super::Read;

/// Essential requirements that are left uncovered.
#[derive(Clone, Debug)]
pub struct Omits<'s> {
    /// The essential requirements, or their concepts.
    pub essentials: Vec<Target>,
    /// Which configurations leave them uncovered.
    pub when: Option<Condition>,
    /// The reason.
    pub because: Option<Text<'s>>,
}

impl<'s> Read<'s> for Omits<'s> {
    fn read(entry: &Entry<'s>, reader: &mut Reader<'_, 's>) -> Self {
        Self {
            essentials: reader.own_targets(entry),
            when: reader.condition(entry, "when"),
            because: entry.text("because"),
        }
    }
}
