//! A security profile.

use crate::syntax::Text;

use super::super::Target;
use super::super::entry::Entry;
use super::super::reader::Reader;
use super::Read;

/// A security profile.
#[derive(Clone, Debug)]
pub struct Profile<'s> {
    /// The use cases it is for.
    pub serves: Vec<Target>,
    /// The requirements it adds.
    pub selects: Vec<Target>,
    /// The level whose requirements it adds.
    pub level: Option<Target>,
    /// What it is for.
    pub text: Option<Text<'s>>,
}

impl<'s> Read<'s> for Profile<'s> {
    fn read(entry: &Entry<'s>, reader: &mut Reader<'_, 's>) -> Self {
        Self {
            serves: reader.targets(entry, "serves"),
            selects: reader.targets(entry, "selects"),
            level: reader.target(entry, "level"),
            text: entry.text("text"),
        }
    }
}
