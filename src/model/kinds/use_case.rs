//! A way the product is used.

use crate::syntax::Text;

use super::super::entry::{Entry, Word};
use super::super::reader::Reader;
use super::super::{Condition, Target};
use super::Read;

/// A way the product is used.
#[derive(Clone, Debug)]
pub struct UseCase<'s> {
    /// What for.
    pub purpose: Option<Text<'s>>,
    /// Where.
    pub environment: Option<Text<'s>>,
    /// By whom.
    pub users: Vec<Target>,
    /// Which configurations it is about.
    pub when: Option<Condition>,
    /// Whether it can only be foreseen.
    pub foreseeable: bool,
    /// The level it calls for.
    pub level: Option<Target>,
    /// The values of risk factors.
    pub factors: Vec<(Target, Word<'s>)>,
}

impl<'s> Read<'s> for UseCase<'s> {
    fn read(entry: &Entry<'s>, reader: &mut Reader<'_, 's>) -> Self {
        Self {
            purpose: entry.text("purpose"),
            environment: entry.text("environment"),
            users: reader.targets(entry, "users"),
            when: reader.condition(entry, "when"),
            foreseeable: entry.word("use").is_some_and(|word| word.text == "foreseeable"),
            level: reader.target(entry, "level"),
            factors: entry
                .all("factor")
                .filter_map(|line| Some((reader.resolve_slot(line, 0)?, line.word_at(1)?)))
                .collect(),
        }
    }
}
