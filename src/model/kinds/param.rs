//! Parameters of requirements: assignments and selections in the sense of Common Criteria.

use crate::syntax::Text;

use super::super::entry::{Constraint, Entry, Matched, Quantity, Word};

words! {
    /// What a parameter measures.
    pub enum ParamType {
        /// A number of things.
        Count = "count",
        /// A size in bytes.
        Size = "size",
        /// A length in bits.
        Bits = "bits",
        /// A span of time.
        Duration = "duration",
        /// A percentage.
        Percent = "percent",
        /// One or more of the options.
        Choice = "choice",
        /// Free text.
        Text = "text",
    }
}

/// A parameter of a requirement or of an option.
#[derive(Clone, Debug)]
pub struct Param<'s> {
    /// Its name.
    pub name: Word<'s>,
    /// What it measures.
    pub kind: Option<ParamType>,
    /// What it may be.
    pub constraint: Option<Constraint<'s>>,
    /// What it is where nobody says otherwise.
    pub default: Option<ParamValue<'s>>,
    /// What it stands for.
    pub label: Option<Text<'s>>,
    /// The options of a choice.
    pub options: Vec<Choice<'s>>,
    /// How many options may be picked: at least, at most.
    pub pick: Option<(u32, u32)>,
}

/// A value of a parameter.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ParamValue<'s> {
    /// A number with its unit.
    Quantity(Quantity<'s>),
    /// An option of a choice, or a word.
    Word(Word<'s>),
}

impl ParamValue<'_> {
    /// The value as a reader of the draft sees it, such as `64 MiB`.
    pub fn display(&self) -> String {
        match self {
            Self::Quantity(Quantity { number, unit: None, .. }) => (*number).to_owned(),
            Self::Quantity(Quantity { number, unit: Some(unit), .. }) => format!("{number} {unit}"),
            Self::Word(word) => word.text.to_owned(),
        }
    }
}

/// An option of a choice.
#[derive(Clone, Debug)]
pub struct Choice<'s> {
    /// Its name.
    pub name: Word<'s>,
    /// What it says; may name parameters of its own.
    pub label: Option<Text<'s>>,
    /// Its own parameters.
    pub params: Vec<Param<'s>>,
}

impl<'s> Param<'s> {
    pub(super) fn read_all(entry: &Entry<'s>) -> Vec<Self> {
        entry.all("param").filter_map(Self::read).collect()
    }

    fn read(entry: &Entry<'s>) -> Option<Self> {
        let has_options = entry.keyword.child("option").is_some();
        Some(Self {
            name: entry.word_at(0)?,
            kind: entry.word_at(1).and_then(|word| ParamType::of(word.text)),
            constraint: match entry.matched.get(2) {
                Some(Matched::Constraint(constraint)) => Some((**constraint).clone()),
                _ => None,
            },
            default: match entry.matched.get(3) {
                Some(Matched::Quantity(quantity)) => Some(ParamValue::Quantity(**quantity)),
                Some(Matched::Word(word)) => Some(ParamValue::Word(*word)),
                _ => None,
            },
            label: entry.text_at(4),
            options: if has_options { entry.all("option").filter_map(Choice::read).collect() } else { Vec::new() },
            pick: if has_options { entry.first("pick").and_then(|pick| pick.count_at(0)) } else { None },
        })
    }
}

impl<'s> Choice<'s> {
    fn read(entry: &Entry<'s>) -> Option<Self> {
        Some(Self { name: entry.word_at(0)?, label: entry.text_at(1), params: Param::read_all(entry) })
    }
}
