//! Something in the technical documentation.

use crate::syntax::Text;

use super::super::Target;
use super::super::entry::Entry;
use super::super::reader::Reader;
use super::Read;

/// Something in the technical documentation.
#[derive(Clone, Debug)]
pub struct Documentation<'s> {
    /// Where it stands in the act.
    pub official: Option<Text<'s>>,
    /// What is documented.
    pub text: Option<Text<'s>>,
    /// Essential requirements it belongs to.
    pub supports: Vec<Target>,
}

impl<'s> Read<'s> for Documentation<'s> {
    fn read(entry: &Entry<'s>, reader: &mut Reader<'_, 's>) -> Self {
        Self { official: entry.text("official"), text: entry.text("text"), supports: reader.targets(entry, "supports") }
    }
}
