//! The values that a parameter may take, as sets that can be compared; and for each "no" a value that shows it.

mod numbers;
mod words;
mod written;

use std::collections::BTreeSet;

use crate::language;
use crate::model::{Comparison, Constraint, Limit, Param, ParamType, ParamValue, Quantity};

pub use numbers::{Numbers, Stretch};
pub use words::Words;
pub use written::{Scale, constraint};

/// What a parameter may be.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Values<'s> {
    /// Numbers of the type's base unit.
    Numbers(Numbers),
    /// Options of a choice, or words.
    Words(Words<'s>),
    /// Not known, because the source says something that does not fit the type: nothing is concluded from it.
    Unknown,
}

/// A value that one set has and another lacks.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Witness<'s> {
    /// A number, in thousandths of the type's base unit.
    Number(u128),
    /// Options that are picked together.
    Picked(BTreeSet<&'s str>),
    /// Any word that the other set does not list.
    Other,
}

/// Whether a type counts whole things only.
const fn whole(kind: ParamType) -> bool {
    matches!(kind, ParamType::Count | ParamType::Size | ParamType::Bits)
}

/// Whether a type is one of numbers.
pub const fn numeric(kind: ParamType) -> bool {
    !matches!(kind, ParamType::Choice | ParamType::Text)
}

/// Whether a quantity has a unit that measures what the type does. A number of things and zero need none; so do bits and percentages, of
/// which there is one unit only.
pub fn measures(kind: ParamType, quantity: &Quantity<'_>) -> bool {
    match quantity.unit.and_then(language::unit) {
        Some(unit) => unit.measures == kind.word(),
        None => !matches!(kind, ParamType::Size | ParamType::Duration) || quantity.thousandths == 0,
    }
}

impl<'s> Values<'s> {
    /// What a parameter may be as it is declared.
    pub fn of(param: &Param<'s>) -> Self {
        let Some(kind) = param.kind else { return Self::Unknown };
        let all = Self::all(kind, param);
        match &param.constraint {
            Some(constraint) => all.narrowed(kind, constraint, false),
            None => all,
        }
    }

    /// Everything that the type and the options allow.
    fn all(kind: ParamType, param: &Param<'s>) -> Self {
        if numeric(kind) {
            return Self::Numbers(Numbers::all(whole(kind)));
        }
        let listed = (!param.options.is_empty()).then(|| param.options.iter().map(|option| option.name.text).collect());
        Self::Words(Words { options: listed, pick: param.pick.unwrap_or((1, 1)) })
    }

    /// What is left under a constraint. A refinement keeps what the constraint leaves open: the lower bound of its parent, where it gives an
    /// upper one only, and the other way round; and how many options may be picked. What it does say, it may say wider than the parent.
    pub fn narrowed(&self, kind: ParamType, constraint: &Constraint<'s>, refines: bool) -> Self {
        match self {
            Self::Numbers(numbers) => match limited(kind, constraint, numbers) {
                Some(limited) if refines => Self::Numbers(completed(&limited, constraint, numbers)),
                Some(limited) => Self::Numbers(numbers.intersection(&limited)),
                None => Self::Unknown,
            },
            Self::Words(words) => match listed(constraint) {
                Some(listed) if refines => Self::Words(Words { options: Some(listed), pick: words.pick }),
                Some(listed) => Self::Words(words.among(&listed)),
                None => Self::Unknown,
            },
            Self::Unknown => Self::Unknown,
        }
    }

    /// Whether nothing is allowed.
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Numbers(numbers) => numbers.is_empty(),
            Self::Words(words) => words.is_empty(),
            Self::Unknown => false,
        }
    }

    /// Whether a value is allowed; a word is where it is one of the options.
    pub fn contains(&self, value: &ParamValue<'s>) -> bool {
        match (self, value) {
            (Self::Numbers(numbers), ParamValue::Quantity(quantity)) => numbers.contains(quantity.thousandths),
            (Self::Words(words), ParamValue::Word(word)) => words.contains(word.text),
            (Self::Words(words), ParamValue::Quantity(quantity)) => words.contains(quantity.number),
            (Self::Numbers(_), ParamValue::Word(_)) | (Self::Unknown, _) => true,
        }
    }

    /// Whether it has what a witness shows.
    pub fn has(&self, witness: &Witness<'s>) -> bool {
        match (self, witness) {
            (Self::Numbers(numbers), Witness::Number(number)) => numbers.contains(*number),
            (Self::Words(words), Witness::Picked(picked)) => words.allows(picked),
            (Self::Words(words), Witness::Other) => words.options.is_none(),
            _ => false,
        }
    }

    /// What both allow; what is not known narrows nothing.
    #[must_use]
    pub fn intersection(&self, other: &Self) -> Self {
        match (self, other) {
            (Self::Numbers(one), Self::Numbers(two)) => Self::Numbers(one.intersection(two)),
            (Self::Words(one), Self::Words(two)) => Self::Words(one.intersection(two)),
            (Self::Unknown, known) | (known, Self::Unknown) => known.clone(),
            _ => Self::Unknown,
        }
    }

    /// A value that is allowed here and not there; none where this is a subset.
    pub fn beyond(&self, other: &Self, scale: &Scale<'s>) -> Option<Witness<'s>> {
        match (self, other) {
            (Self::Numbers(one), Self::Numbers(two)) => scale.plainest(&one.without(two)).map(Witness::Number),
            (Self::Words(one), Self::Words(two)) if one.options.is_none() => one.beyond(two).map(|_| Witness::Other),
            (Self::Words(one), Self::Words(two)) => one.beyond(two).map(Witness::Picked),
            _ => None,
        }
    }
}

/// The numbers that a constraint allows; `None` where it has words, or units of another measure.
fn limited(kind: ParamType, constraint: &Constraint<'_>, grid: &Numbers) -> Option<Numbers> {
    let mut left = grid.with([Stretch { low: 0, high: None }]);
    for limit in &constraint.limits {
        let fits = |quantity: &Quantity<'_>| measures(kind, quantity).then_some(quantity.thousandths);
        let stretches: Vec<Stretch> = match limit {
            Limit::Compare(comparison, quantity) => vec![compared(*comparison, fits(quantity)?)],
            Limit::Within(low, high) => vec![Stretch { low: fits(low)?, high: Some(fits(high)?) }],
            Limit::Among(quantities) => quantities.iter().map(|one| fits(one).map(single)).collect::<Option<_>>()?,
            Limit::OneOf(_) => return None,
        };
        left = left.intersection(&grid.with(stretches));
    }
    Some(left)
}

const fn single(number: u128) -> Stretch {
    Stretch { low: number, high: Some(number) }
}

/// What a comparison allows. Below zero there is nothing: that stretch ends before it begins.
fn compared(comparison: Comparison, number: u128) -> Stretch {
    match comparison {
        Comparison::AtLeast => Stretch { low: number, high: None },
        Comparison::Above => Stretch { low: number + 1, high: None },
        Comparison::AtMost => Stretch { low: 0, high: Some(number) },
        Comparison::Below if number == 0 => Stretch { low: 1, high: Some(0) },
        Comparison::Below => Stretch { low: 0, high: Some(number - 1) },
        Comparison::Equal => single(number),
    }
}

/// A constraint that says nothing of one end keeps what the parent says there; where the two have nothing in common, it stands alone.
fn completed(limited: &Numbers, constraint: &Constraint<'_>, parent: &Numbers) -> Numbers {
    let says = |comparisons: &[Comparison]| {
        constraint.limits.iter().any(|limit| match limit {
            Limit::Compare(comparison, _) => *comparison == Comparison::Equal || comparisons.contains(comparison),
            _ => true,
        })
    };
    let (low, high) = (says(&[Comparison::AtLeast, Comparison::Above]), says(&[Comparison::AtMost, Comparison::Below]));
    if low && high {
        return limited.clone();
    }
    let below = parent.least().filter(|_| low).map(|least| Stretch { low: 0, high: Some(least) });
    let above = parent.greatest().filter(|_| high).map(|greatest| Stretch { low: greatest, high: None });
    let open = parent.with(parent.stretches().iter().copied().chain(below).chain(above));
    let kept = limited.intersection(&open);
    if kept.is_empty() { limited.clone() } else { kept }
}

/// The words that a constraint lists; `None` where it compares.
fn listed<'s>(constraint: &Constraint<'s>) -> Option<BTreeSet<&'s str>> {
    let mut left: Option<BTreeSet<&'s str>> = None;
    for limit in &constraint.limits {
        let words: BTreeSet<_> = match limit {
            Limit::OneOf(words) => words.iter().map(|word| word.text).collect(),
            Limit::Among(numbers) if numbers.iter().all(|number| number.unit.is_none()) => {
                numbers.iter().map(|number| number.number).collect()
            }
            Limit::Compare(Comparison::Equal, number) if number.unit.is_none() => BTreeSet::from([number.number]),
            _ => return None,
        };
        left = Some(left.map_or_else(|| words.clone(), |left| &left & &words));
    }
    left
}
