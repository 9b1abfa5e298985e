//! A product category of a regulation.

use crate::syntax::Text;

use super::super::entry::Entry;
use super::super::reader::Reader;
use super::Read;

/// A product category of a regulation.
#[derive(Clone, Debug)]
pub struct Category<'s> {
    /// Where it stands in the act.
    pub official: Option<Text<'s>>,
    /// Its class.
    pub class: Option<Class>,
    /// What belongs to it.
    pub text: Option<Text<'s>>,
}

impl<'s> Read<'s> for Category<'s> {
    fn read(entry: &Entry<'s>, _: &mut Reader<'_, 's>) -> Self {
        Self {
            official: entry.text("official"),
            class: entry.word("class").and_then(|word| Class::of(word.text)),
            text: entry.text("text"),
        }
    }
}

words! {
    /// The class of a product category, on which the conformity assessment depends (CRA, Article 32).
    pub enum Class {
        /// Neither important nor critical.
        Default = "default",
        /// Important, class I (CRA, Annex III).
        ImportantOne = "important-1",
        /// Important, class II (CRA, Annex III).
        ImportantTwo = "important-2",
        /// Critical (CRA, Annex IV).
        Critical = "critical",
    }
}
