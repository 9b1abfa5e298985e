//! Essential requirements that do not apply to the products in scope.

use crate::syntax::Text;

use super::super::entry::Entry;
use super::super::reader::Reader;
use super::super::{Condition, Target};
use super::Read;

/// Essential requirements that do not apply to the products in scope.
#[derive(Clone, Debug)]
pub struct NotApplicable<'s> {
    /// The essential requirements, or their concepts.
    pub essentials: Vec<Target>,
    /// For which configurations they do not apply.
    pub when: Option<Condition>,
    /// The reason.
    pub because: Option<Text<'s>>,
}

impl<'s> Read<'s> for NotApplicable<'s> {
    fn read(entry: &Entry<'s>, reader: &mut Reader<'_, 's>) -> Self {
        Self {
            essentials: reader.own_targets(entry),
            when: reader.condition(entry, "when"),
            because: entry.text("because"),
        }
    }
}
