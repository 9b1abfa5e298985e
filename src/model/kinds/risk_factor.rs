//! A property of the context, on an ordered scale.

use crate::syntax::Text;

use super::super::entry::{Entry, Word};
use super::super::reader::Reader;
use super::Read;

/// A property of the context, on an ordered scale.
#[derive(Clone, Debug)]
pub struct RiskFactor<'s> {
    /// The scale, in rising order.
    pub values: Vec<Word<'s>>,
    /// What it measures.
    pub text: Option<Text<'s>>,
}

impl<'s> Read<'s> for RiskFactor<'s> {
    fn read(entry: &Entry<'s>, _: &mut Reader<'_, 's>) -> Self {
        Self { values: entry.words("values"), text: entry.text("text") }
    }
}
