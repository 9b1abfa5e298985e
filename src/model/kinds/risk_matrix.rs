//! How likelihood and impact make a rating.

use crate::syntax::Text;

use super::super::entry::{Entry, Word};
use super::super::reader::Reader;
use super::Read;

/// How likelihood and impact make a rating.
#[derive(Clone, Debug)]
pub struct RiskMatrix<'s> {
    /// The scale of likelihood, in rising order.
    pub likelihoods: Vec<Word<'s>>,
    /// The scale of impact, in rising order.
    pub impacts: Vec<Word<'s>>,
    /// The scale of ratings, in rising order.
    pub ratings: Vec<Word<'s>>,
    /// For a likelihood, the ratings at rising impacts.
    pub rows: Vec<(Word<'s>, Vec<Word<'s>>)>,
    /// The highest accepted rating, and why.
    pub accept: Option<(Word<'s>, Text<'s>)>,
    /// Where the method comes from.
    pub text: Option<Text<'s>>,
}

impl<'s> Read<'s> for RiskMatrix<'s> {
    fn read(entry: &Entry<'s>, _: &mut Reader<'_, 's>) -> Self {
        Self {
            likelihoods: entry.words("likelihoods"),
            impacts: entry.words("impacts"),
            ratings: entry.words("ratings"),
            rows: entry.all("row").filter_map(|line| Some((line.word_at(0)?, line.words_at(1).to_vec()))).collect(),
            accept: entry.first("accept").and_then(|line| Some((line.word_at(0)?, line.text_at(1)?))),
            text: entry.text("text"),
        }
    }
}
