//! Guidance on a conformity assessment module or on another subject.

use crate::syntax::Text;

use super::super::entry::{Entry, Word};
use super::super::reader::Reader;
use super::super::{Model, PackageId, Target};
use super::Read;

/// Guidance on a conformity assessment module or on another subject.
#[derive(Clone, Debug)]
pub struct Guidance<'s> {
    /// The module.
    pub modules: Vec<Target>,
    /// Its heading.
    pub heading: Option<Text<'s>>,
    /// What it is about besides a module.
    pub on: Vec<Word<'s>>,
    /// Whom it is for.
    pub readers: Vec<Word<'s>>,
    /// The guidance.
    pub text: Option<Text<'s>>,
}

impl<'s> Read<'s> for Guidance<'s> {
    fn read(entry: &Entry<'s>, reader: &mut Reader<'_, 's>) -> Self {
        Self {
            modules: reader.own_targets(entry),
            heading: entry.text_at(1),
            on: entry.words("on"),
            readers: entry.words("for"),
            text: entry.text("text"),
        }
    }
}

impl<'s> Model<'s> {
    /// Whether a package has guidance on a subject.
    pub fn guides_on(&self, package: PackageId, subject: &str) -> bool {
        self.of::<Guidance<'s>>(package).any(|(_, guidance)| guidance.on.iter().any(|word| word.text == subject))
    }
}
