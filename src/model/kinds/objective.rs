//! What is to be achieved.

use crate::syntax::Text;

use super::super::entry::Entry;
use super::super::reader::Reader;
use super::super::{Condition, Target};
use super::Read;

/// What is to be achieved.
#[derive(Clone, Debug)]
pub struct Objective<'s> {
    /// Who achieves it.
    pub on: Option<On>,
    /// What is achieved.
    pub text: Option<Text<'s>>,
    /// The threats it is set against.
    pub counters: Vec<Target>,
    /// The policies it carries out.
    pub enforces: Vec<Target>,
    /// The assumptions it keeps true.
    pub upholds: Vec<Target>,
    /// The essential requirements it is there for.
    pub achieves: Vec<Target>,
    /// Which configurations it is about.
    pub when: Option<Condition>,
}

impl<'s> Read<'s> for Objective<'s> {
    fn read(entry: &Entry<'s>, reader: &mut Reader<'_, 's>) -> Self {
        Self {
            on: entry.word("on").and_then(|word| On::of(word.text)),
            text: entry.text("text"),
            counters: reader.targets(entry, "counters"),
            enforces: reader.targets(entry, "enforces"),
            upholds: reader.targets(entry, "upholds"),
            achieves: reader.targets(entry, "achieves"),
            when: reader.condition(entry, "when"),
        }
    }
}

words! {
    /// Who achieves an objective (Common Criteria part 1: security objectives).
    pub enum On {
        /// The product.
        Product = "product",
        /// The environment the product is used in.
        Environment = "environment",
        /// The manufacturer's process.
        Process = "process",
    }
}
