//! A kind of user.

use crate::syntax::Text;

use super::super::entry::Entry;
use super::super::reader::Reader;
use super::Read;

/// A kind of user.
#[derive(Clone, Debug)]
pub struct UserCategory<'s> {
    /// Who belongs to it.
    pub text: Option<Text<'s>>,
}

impl<'s> Read<'s> for UserCategory<'s> {
    fn read(entry: &Entry<'s>, _: &mut Reader<'_, 's>) -> Self {
        Self { text: entry.text("text") }
    }
}
