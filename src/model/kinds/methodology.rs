//! The concept by which products are evaluated, evaluations are put together, or other deliverables are built.

use crate::syntax::Text;

use super::super::entry::Entry;
use super::super::reader::Reader;
use super::Read;

/// The concept by which products are evaluated, evaluations are put together, or other deliverables are built.
#[derive(Clone, Debug)]
pub struct Methodology<'s> {
    /// What it is the concept of.
    pub of: Option<Subject>,
    /// Its heading.
    pub heading: Option<Text<'s>>,
    /// The concept.
    pub text: Option<Text<'s>>,
    /// What it says under each of [`ASPECTS`] that it has.
    pub aspects: Vec<(&'static str, Text<'s>)>,
}

/// What a concept of evaluation settles, as the keywords call it.
pub const ASPECTS: &[&str] = &["roles", "inputs", "verdicts", "sampling", "independence"];

impl<'s> Read<'s> for Methodology<'s> {
    fn read(entry: &Entry<'s>, _: &mut Reader<'_, 's>) -> Self {
        Self {
            of: entry.word_at(0).and_then(|word| Subject::of(word.text)),
            heading: entry.text_at(1),
            text: entry.text("text"),
            aspects: ASPECTS.iter().filter_map(|aspect| Some((*aspect, entry.text(aspect)?))).collect(),
        }
    }
}

words! {
    /// What a methodology is the concept of.
    pub enum Subject {
        /// Evaluating a product.
        Evaluation = "evaluation",
        /// Putting evaluations of components together.
        Composition = "composition",
        /// Building other deliverables.
        Deliverables = "deliverables",
    }
}
