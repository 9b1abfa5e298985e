//! One of the things that an essential requirement asks.

use super::super::entry::Entry;
use super::super::reader::Reader;
use super::Read;

/// One of the things that an essential requirement asks.
#[derive(Clone, Debug)]
pub struct Concept;

impl<'s> Read<'s> for Concept {
    fn read(_: &Entry<'s>, _: &mut Reader<'_, 's>) -> Self {
        Self
    }
}
