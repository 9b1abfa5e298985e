//! A provision that a product or a process must meet.

use crate::syntax::Text;

use super::super::entry::Narrowing;
use super::super::entry::{Entry, Word};
use super::super::reader::Reader;
use super::super::{Condition, Target};
use super::Read;
use super::param::Param;

/// A provision that a product or a process must meet.
#[derive(Clone, Debug)]
pub struct Requirement<'s> {
    /// The family it belongs to.
    pub family: Option<Target>,
    /// The number that it keeps within its family.
    pub number: Option<u32>,
    /// The provision.
    pub statement: Option<Text<'s>>,
    /// The objectives it serves.
    pub serves: Vec<Target>,
    /// The essential requirements, or their concepts, that it covers.
    pub covers: Vec<Target>,
    /// Those of them that it covers in part only, and what is missing.
    pub partly: Vec<(Target, Option<Text<'s>>)>,
    /// The requirements it refines.
    pub refines: Vec<Refinement<'s>>,
    /// The threats whose likelihood or impact it lowers.
    pub reduces: Vec<Reduction<'s>>,
    /// The requirements it depends on.
    pub requires: Vec<Target>,
    /// How those dependencies are met, line by line.
    pub dependencies: Vec<Dependency<'s>>,
    /// The phases of the life cycle in which it is met.
    pub phases: Vec<Word<'s>>,
    /// The level from which it binds.
    pub level: Option<Target>,
    /// Which configurations it applies to.
    pub when: Option<Condition>,
    /// Its parameters.
    pub params: Vec<Param<'s>>,
}

impl<'s> Read<'s> for Requirement<'s> {
    fn read(entry: &Entry<'s>, reader: &mut Reader<'_, 's>) -> Self {
        Self {
            family: reader.target(entry, "family"),
            number: entry.first("number").and_then(|line| line.count_at(0)).map(|(number, _)| number),
            statement: entry.text("statement"),
            serves: reader.targets(entry, "serves"),
            covers: reader.targets(entry, "covers"),
            partly: entry.all("covers").flat_map(|line| partly(line, reader)).collect(),
            refines: entry.all("refines").filter_map(|line| Refinement::read(line, reader)).collect(),
            reduces: entry.all("reduces").filter_map(|line| Reduction::read(line, reader)).collect(),
            requires: reader.targets(entry, "requires"),
            dependencies: entry.all("requires").map(|line| Dependency::read(line, reader)).collect(),
            phases: entry.words("phase"),
            level: reader.target(entry, "level"),
            when: reader.condition(entry, "when"),
            params: Param::read_all(entry),
        }
    }
}

/// What a line of `covers` covers in part, and what is missing.
fn partly<'s>(line: &Entry<'s>, reader: &Reader<'_, 's>) -> Vec<(Target, Option<Text<'s>>)> {
    let targets = if line.word_at(1).is_some() { reader.own_targets(line) } else { Vec::new() };
    targets.into_iter().map(|target| (target, line.text_at(2))).collect()
}

/// Requirements that another one depends on, and what meets the dependency where they do not do so themselves.
#[derive(Clone, Debug)]
pub struct Dependency<'s> {
    /// What it depends on.
    pub on: Vec<Target>,
    /// The requirements that do their part.
    pub satisfied_by: Vec<Target>,
    /// Why the dependency is met without them.
    pub because: Option<Text<'s>>,
}

impl<'s> Dependency<'s> {
    fn read(line: &Entry<'s>, reader: &Reader<'_, 's>) -> Self {
        Self { on: reader.own_targets(line), satisfied_by: reader.targets_at(line, 1), because: line.text_at(2) }
    }
}

/// A requirement that is refined, and what its parameters may be here.
#[derive(Clone, Debug)]
pub struct Refinement<'s> {
    /// The parent.
    pub parent: Target,
    /// What the parent's parameters may be here.
    pub narrowings: Vec<Narrowing<'s>>,
}

impl<'s> Refinement<'s> {
    fn read(line: &Entry<'s>, reader: &mut Reader<'_, 's>) -> Option<Self> {
        Some(Self { parent: reader.resolve_slot(line, 0)?, narrowings: line.narrowings.clone() })
    }
}

/// A threat whose likelihood or impact is lowered, and to what.
#[derive(Clone, Debug)]
pub struct Reduction<'s> {
    /// The threat.
    pub threat: Target,
    /// `likelihood` or `impact`.
    pub of: Word<'s>,
    /// The value afterwards.
    pub to: Word<'s>,
}

impl<'s> Reduction<'s> {
    fn read(line: &Entry<'s>, reader: &mut Reader<'_, 's>) -> Option<Self> {
        Some(Self { threat: reader.resolve_slot(line, 0)?, of: line.word_at(1)?, to: line.word_at(2)? })
    }
}

/// How strongly a provision binds (ISO/IEC Directives, Part 2, clause 7; ETSI Drafting Rules, clause 3.2).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Verb {
    /// `may`
    May,
    /// `should`
    Should,
    /// `shall`
    Shall,
}

impl Verb {
    /// The word.
    pub const fn word(self) -> &'static str {
        match self {
            Self::May => "may",
            Self::Should => "should",
            Self::Shall => "shall",
        }
    }
}

impl Requirement<'_> {
    /// What it covers in full.
    pub fn covers_in_full(&self) -> impl Iterator<Item = &Target> {
        self.covers.iter().filter(|target| !self.partly.iter().any(|(partly, _)| partly.span == target.span))
    }

    /// The strongest of the verbs in the statement.
    pub fn verb(&self) -> Option<Verb> {
        let statement = self.statement?;
        let content = statement.content();
        let words = content.as_str().split(|c: char| !c.is_alphanumeric());
        words
            .filter_map(|word| match word {
                "shall" => Some(Verb::Shall),
                "should" => Some(Verb::Should),
                "may" => Some(Verb::May),
                _ => None,
            })
            .max()
    }
}
