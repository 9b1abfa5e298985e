//! The record of a review.

use jiff::civil::Date;

use crate::syntax::Text;

use super::super::Target;
use super::super::entry::Entry;
use super::super::reader::Reader;
use super::Read;

/// The record of a review.
#[derive(Clone, Debug)]
pub struct Review<'s> {
    /// The obligations that were judged.
    pub reviews: Vec<Target>,
    /// The judgement.
    pub outcome: Option<Outcome>,
    /// Who judged.
    pub by: Option<Text<'s>>,
    /// When.
    pub date: Option<Date>,
    /// What was looked at, and why the judgement is as it is.
    pub text: Option<Text<'s>>,
    /// The day after which it has to be judged anew.
    pub until: Option<Date>,
}

impl<'s> Read<'s> for Review<'s> {
    fn read(entry: &Entry<'s>, reader: &mut Reader<'_, 's>) -> Self {
        Self {
            reviews: reader.targets(entry, "reviews"),
            outcome: entry.word("outcome").and_then(|word| Outcome::of(word.text)),
            by: entry.text("by"),
            date: entry.date("date"),
            text: entry.text("text"),
            until: entry.date("until"),
        }
    }
}

words! {
    /// What a judgement was.
    pub enum Outcome {
        /// The obligation is met.
        Met = "met",
        /// It is not met.
        NotMet = "not-met",
        /// It has no object in this package.
        NotApplicable = "not-applicable",
    }
}
