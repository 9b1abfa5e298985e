//! A yes-or-no property of a product.

use crate::syntax::Text;

use super::super::Target;
use super::super::entry::Entry;
use super::super::reader::Reader;
use super::Read;

/// A yes-or-no property of a product.
#[derive(Clone, Debug)]
pub struct Feature<'s> {
    /// What a product with it has or does.
    pub text: Option<Text<'s>>,
    /// Features it entails.
    pub requires: Vec<Target>,
    /// Features it rules out.
    pub excludes: Vec<Target>,
}

impl<'s> Read<'s> for Feature<'s> {
    fn read(entry: &Entry<'s>, reader: &mut Reader<'_, 's>) -> Self {
        Self {
            text: entry.text("text"),
            requires: reader.targets(entry, "requires"),
            excludes: reader.targets(entry, "excludes"),
        }
    }
}
