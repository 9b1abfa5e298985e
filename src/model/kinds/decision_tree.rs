//! A decision question by question.

use crate::syntax::Text;

use super::super::Target;
use super::super::entry::{Entry, Word};
use super::super::reader::Reader;
use super::Read;

/// A decision question by question (the form of EN 18031).
#[derive(Clone, Debug)]
pub struct DecisionTree<'s> {
    /// The requirements and assessments whose verdict it gives.
    pub decides: Vec<Target>,
    /// The questions; the first one is where it begins.
    pub questions: Vec<Question<'s>>,
    /// How it is used.
    pub text: Option<Text<'s>>,
}

/// A question with what follows from its answers.
#[derive(Clone, Copy, Debug)]
pub struct Question<'s> {
    /// The name that answers lead to.
    pub name: Word<'s>,
    /// What is asked.
    pub asks: Text<'s>,
    /// What follows from yes.
    pub yes: Option<Word<'s>>,
    /// What follows from no.
    pub no: Option<Word<'s>>,
}

/// What a decision can end in.
pub const VERDICTS: &[&str] = &["pass", "fail", "not-applicable"];

impl<'s> Read<'s> for DecisionTree<'s> {
    fn read(entry: &Entry<'s>, reader: &mut Reader<'_, 's>) -> Self {
        let question = |line: &Entry<'s>| {
            Some(Question {
                name: line.word_at(0)?,
                asks: line.text_at(1)?,
                yes: line.word("yes"),
                no: line.word("no"),
            })
        };
        Self {
            decides: reader.targets(entry, "decides"),
            questions: entry.all("question").filter_map(question).collect(),
            text: entry.text("text"),
        }
    }
}
