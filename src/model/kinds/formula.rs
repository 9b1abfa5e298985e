//! A formula.

use crate::syntax::Text;

use super::super::entry::Entry;
use super::super::reader::Reader;
use super::Read;

/// A formula that the text can refer to.
#[derive(Clone, Debug)]
pub struct FreeFormula<'s> {
    /// What it says, in the notation of LaTeX.
    pub math: Option<Text<'s>>,
    /// What its symbols stand for.
    pub text: Option<Text<'s>>,
}

impl<'s> Read<'s> for FreeFormula<'s> {
    fn read(entry: &Entry<'s>, _: &mut Reader<'_, 's>) -> Self {
        Self { math: entry.text("math"), text: entry.text("text") }
    }
}
