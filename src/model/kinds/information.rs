//! Something that users are told.

use crate::syntax::Text;

use super::super::Target;
use super::super::entry::Entry;
use super::super::reader::Reader;
use super::Read;

/// Something that users are told.
#[derive(Clone, Debug)]
pub struct Information<'s> {
    /// Where it stands in the act.
    pub official: Option<Text<'s>>,
    /// What users are told.
    pub text: Option<Text<'s>>,
    /// Essential requirements it belongs to.
    pub supports: Vec<Target>,
}

impl<'s> Read<'s> for Information<'s> {
    fn read(entry: &Entry<'s>, reader: &mut Reader<'_, 's>) -> Self {
        Self { official: entry.text("official"), text: entry.text("text"), supports: reader.targets(entry, "supports") }
    }
}
