//! Something adverse.

use crate::syntax::Text;

use super::super::entry::{Entry, Word};
use super::super::reader::Reader;
use super::super::{Condition, Target};
use super::Read;

/// Something adverse.
#[derive(Clone, Debug)]
pub struct Threat<'s> {
    /// The assets it is aimed at.
    pub targets: Vec<Target>,
    /// Who or what carries it out.
    pub agent: Option<Text<'s>>,
    /// How it comes about.
    pub text: Option<Text<'s>>,
    /// How likely it is; the first rating whose condition holds counts.
    pub likelihood: Vec<Rating<'s>>,
    /// How bad it is; the first rating whose condition holds counts.
    pub impact: Vec<Rating<'s>>,
    /// Likelihood and impact in single use cases.
    pub risks: Vec<Risk<'s>>,
    /// Which configurations it is about.
    pub when: Option<Condition>,
    /// The catalogued threats it is a case of.
    pub based_on: Vec<Target>,
    /// Entries of public catalogues.
    pub cites: Vec<Target>,
}

impl<'s> Read<'s> for Threat<'s> {
    fn read(entry: &Entry<'s>, reader: &mut Reader<'_, 's>) -> Self {
        Self {
            targets: reader.targets(entry, "targets"),
            agent: entry.text("agent"),
            text: entry.text("text"),
            likelihood: entry.all("likelihood").filter_map(|line| Rating::read(line, reader)).collect(),
            impact: entry.all("impact").filter_map(|line| Rating::read(line, reader)).collect(),
            risks: entry.all("risk").filter_map(|line| Risk::read(line, reader)).collect(),
            when: reader.condition(entry, "when"),
            based_on: reader.targets(entry, "based-on"),
            cites: reader.targets(entry, "cites"),
        }
    }
}

/// A value of likelihood or impact, and when it holds.
#[derive(Clone, Debug)]
pub struct Rating<'s> {
    /// The value.
    pub value: Word<'s>,
    /// When it holds; always where nothing is said.
    pub when: Option<Condition>,
}

impl<'s> Rating<'s> {
    fn read(line: &Entry<'s>, reader: &mut Reader<'_, 's>) -> Option<Self> {
        Some(Self { value: line.word_at(0)?, when: reader.condition_at(line, 1) })
    }
}

/// Likelihood and impact in one use case.
#[derive(Clone, Debug)]
pub struct Risk<'s> {
    /// The use case.
    pub use_case: Target,
    /// The likelihood.
    pub likelihood: Word<'s>,
    /// The impact.
    pub impact: Word<'s>,
}

impl<'s> Risk<'s> {
    fn read(line: &Entry<'s>, reader: &mut Reader<'_, 's>) -> Option<Self> {
        Some(Self {
            use_case: reader.resolve_slot(line, 0)?,
            likelihood: line.word("likelihood")?,
            impact: line.word("impact")?,
        })
    }
}
