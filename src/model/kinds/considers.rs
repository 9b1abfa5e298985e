//! What a deliverable says of a matter that its request wants considered.

use crate::syntax::Text;

use super::super::entry::{Entry, Word};
use super::super::reader::Reader;
use super::Read;

/// What a deliverable says of a matter that its request wants considered.
#[derive(Clone, Debug)]
pub struct Considers<'s> {
    /// The matters.
    pub matters: Vec<Word<'s>>,
    /// What came of it.
    pub outcome: Option<Outcome>,
    /// What it says.
    pub text: Option<Text<'s>>,
}

impl<'s> Read<'s> for Considers<'s> {
    fn read(entry: &Entry<'s>, _: &mut Reader<'_, 's>) -> Self {
        Self {
            matters: entry.words_at(0).to_vec(),
            outcome: entry.word_at(1).and_then(|word| Outcome::of(word.text)),
            text: entry.text_at(2),
        }
    }
}

words! {
    /// What came of considering a matter.
    pub enum Outcome {
        /// It belongs to what the deliverable deals with.
        Included = "included",
        /// It exists, and the deliverable leaves it out.
        Excluded = "excluded",
        /// There is none.
        None = "none",
        /// It has no bearing on the products in scope.
        NotRelevant = "not-relevant",
    }
}
