//! Requirements of a horizontal that apply unchanged.

use super::super::Target;
use super::super::entry::Entry;
use super::super::reader::Reader;
use super::Read;

/// Requirements of a horizontal that apply unchanged.
#[derive(Clone, Debug)]
pub struct Adopts {
    /// The requirements.
    pub requirements: Vec<Target>,
}

impl<'s> Read<'s> for Adopts {
    fn read(entry: &Entry<'s>, reader: &mut Reader<'_, 's>) -> Self {
        Self { requirements: reader.own_targets(entry) }
    }
}
