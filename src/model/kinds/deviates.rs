//! Requirements of a horizontal that are departed from.

use crate::syntax::Text;

use super::super::Target;
use super::super::entry::Entry;
use super::super::reader::Reader;
use super::Read;

/// Requirements of a horizontal that are departed from.
#[derive(Clone, Debug)]
pub struct Deviates<'s> {
    /// The requirements.
    pub requirements: Vec<Target>,
    /// The reason.
    pub because: Option<Text<'s>>,
}

impl<'s> Read<'s> for Deviates<'s> {
    fn read(entry: &Entry<'s>, reader: &mut Reader<'_, 's>) -> Self {
        Self { requirements: reader.own_targets(entry), because: entry.text("because") }
    }
}
