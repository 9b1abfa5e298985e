//! An essential requirement of a regulation.

use crate::syntax::Text;

use super::super::entry::Entry;
use super::super::reader::Reader;
use super::Read;

/// An essential requirement of a regulation.
#[derive(Clone, Debug)]
pub struct Essential<'s> {
    /// Where it stands in the act.
    pub official: Option<Text<'s>>,
    /// Whether it is on the product or on the process.
    pub group: Option<Group>,
    /// Whether it always applies.
    pub applies: Option<Applies>,
    /// What it asks, paraphrased.
    pub text: Option<Text<'s>>,
    /// Its place in an earlier text.
    pub formerly: Option<Text<'s>>,
}

impl<'s> Read<'s> for Essential<'s> {
    fn read(entry: &Entry<'s>, _: &mut Reader<'_, 's>) -> Self {
        Self {
            official: entry.text("official"),
            group: entry.word("group").and_then(|word| Group::of(word.text)),
            applies: entry.word("applies").and_then(|word| Applies::of(word.text)),
            text: entry.text("text"),
            formerly: entry.text("formerly"),
        }
    }
}

words! {
    /// What an essential requirement is on.
    pub enum Group {
        /// The product (CRA, Annex I, Part I).
        Product = "product",
        /// The manufacturer's process (CRA, Annex I, Part II).
        Process = "process",
    }
}
words! {
    /// Whether an essential requirement always applies.
    pub enum Applies {
        /// To every product.
        Always = "always",
        /// On the basis of the risk assessment, where applicable (CRA, Article 13(3)).
        RiskBased = "risk-based",
    }
}
