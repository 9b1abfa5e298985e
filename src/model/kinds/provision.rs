//! A clause of an existing standard.

use crate::syntax::Text;

use super::super::Target;
use super::super::entry::Entry;
use super::super::reader::Reader;
use super::Read;
use super::mapping::Mapping;

/// A clause of an existing standard.
#[derive(Clone, Debug)]
pub struct Provision<'s> {
    /// The standard it belongs to.
    pub of: Option<Target>,
    /// Its number.
    pub clause: Option<Text<'s>>,
    /// What it asks.
    pub text: Option<Text<'s>>,
    /// What it maps to.
    pub maps: Vec<Mapping<'s>>,
}

impl<'s> Read<'s> for Provision<'s> {
    fn read(entry: &Entry<'s>, reader: &mut Reader<'_, 's>) -> Self {
        Self {
            of: reader.target(entry, "of"),
            clause: entry.text("clause"),
            text: entry.text("text"),
            maps: Mapping::read_all(entry, reader),
        }
    }
}
