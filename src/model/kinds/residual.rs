//! A risk that is left.

use crate::syntax::Text;

use super::super::Target;
use super::super::entry::Entry;
use super::super::reader::Reader;
use super::Read;

/// A risk that is left.
#[derive(Clone, Debug)]
pub struct Residual<'s> {
    /// The threat.
    pub threats: Vec<Target>,
    /// Why it is left.
    pub because: Option<Text<'s>>,
    /// How else it can be addressed.
    pub instead: Option<Text<'s>>,
}

impl<'s> Read<'s> for Residual<'s> {
    fn read(entry: &Entry<'s>, reader: &mut Reader<'_, 's>) -> Self {
        Self { threats: reader.own_targets(entry), because: entry.text("because"), instead: entry.text("instead") }
    }
}
