//! An item after it was held against the table of kinds: its keyword known, its arguments matched to the keyword's slots.

use jiff::civil::Date;

use crate::language::{self, Keyword};
use crate::source::Span;
use crate::syntax::{Expression, Text};

/// A word of the source, such as `high`, `R-KDF` or `personal`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Word<'s> {
    /// The word.
    pub text: &'s str,
    /// Where it stands.
    pub span: Span,
}

/// A name that refers to something, as it is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Reference<'s> {
    /// The part before the colon.
    pub package: Option<Word<'s>>,
    /// The rest.
    pub name: Word<'s>,
}

impl Reference<'_> {
    /// The whole reference, package and colon included.
    pub fn span(&self) -> Span {
        self.package.map_or(self.name.span, |package| package.span.to(self.name.span))
    }
}

/// A number, exact to three decimals, in its unit.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Quantity<'s> {
    /// The digits as they are written.
    pub number: &'s str,
    /// The unit as it is written.
    pub unit: Option<&'s str>,
    /// The value in thousandths of the measure's base unit: bytes, bits, milliseconds, percent, or pieces.
    pub thousandths: u128,
    /// Where it stands.
    pub span: Span,
}

impl Quantity<'_> {
    /// The day that comes this long after a date; `None` where the quantity is no duration in whole days, weeks, months or years.
    pub fn after(&self, date: Date) -> Option<Date> {
        let number: i32 = self.number.parse().ok()?;
        let span = match self.unit? {
            "day" | "days" => jiff::Span::new().try_days(number),
            "week" | "weeks" => jiff::Span::new().try_weeks(number),
            "month" | "months" => jiff::Span::new().try_months(number),
            "year" | "years" => jiff::Span::new().try_years(number),
            _ => return None,
        };
        date.checked_add(span.ok()?).ok()
    }
}

/// How a quantity is compared.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Comparison {
    /// `<=`
    AtMost,
    /// `>=`
    AtLeast,
    /// `<`
    Below,
    /// `>`
    Above,
    /// `=`
    Equal,
}

impl Comparison {
    /// The comparison of an operator.
    pub fn of(operator: &str) -> Option<Self> {
        Some(match operator {
            "<=" => Self::AtMost,
            ">=" => Self::AtLeast,
            "<" => Self::Below,
            ">" => Self::Above,
            "=" => Self::Equal,
            _ => return None,
        })
    }

    /// The operator.
    pub const fn operator(self) -> &'static str {
        match self {
            Self::AtMost => "<=",
            Self::AtLeast => ">=",
            Self::Below => "<",
            Self::Above => ">",
            Self::Equal => "=",
        }
    }
}

/// One part of what a parameter may be; all parts hold together.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Limit<'s> {
    /// `>= 64 MiB`
    Compare(Comparison, Quantity<'s>),
    /// `in 3..100`: both ends allowed.
    Within(Quantity<'s>, Quantity<'s>),
    /// `in (128 bits, 192 bits, 256 bits)`
    Among(Vec<Quantity<'s>>),
    /// `in (gcm, ccm)` or `= gcm`
    OneOf(Vec<Word<'s>>),
}

/// What a parameter may be, with the place it is written.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Constraint<'s> {
    /// Its parts; all hold together.
    pub limits: Vec<Limit<'s>>,
    /// Where it stands.
    pub span: Span,
}

/// What was found at one slot.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Matched<'s> {
    Missing,
    Word(Word<'s>),
    Words(Vec<Word<'s>>),
    Text(Text<'s>),
    Texts(Vec<Text<'s>>),
    References(Vec<Reference<'s>>),
    Date(Date),
    Count(u32, u32),
    // Boxed, because these are rare and large.
    Quantity(Box<Quantity<'s>>),
    Condition(Box<Expression>),
    Constraint(Box<Constraint<'s>>),
}

impl<'s> Matched<'s> {
    /// The texts, where there are texts.
    pub(super) fn texts(&self) -> &[Text<'s>] {
        match self {
            Self::Text(text) => std::slice::from_ref(text),
            Self::Texts(texts) => texts,
            _ => &[],
        }
    }
}

/// A line of a `refines` block: the parameter's name and what it may be.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Narrowing<'s> {
    /// The parameter of the parent.
    pub parameter: Word<'s>,
    /// What it may be here.
    pub constraint: Constraint<'s>,
}

/// A sound item.
#[derive(Clone, Debug)]
pub(super) struct Entry<'s> {
    pub(super) keyword: &'static Keyword,
    pub(super) span: Span,
    pub(super) word: Span,
    pub(super) matched: Vec<Matched<'s>>,
    pub(super) children: Vec<Entry<'s>>,
    pub(super) narrowings: Vec<Narrowing<'s>>,
    /// Whether a part of it could not be read or understood; that was reported.
    pub(super) loose: bool,
}

impl<'s> Entry<'s> {
    pub(super) fn all<'e>(&'e self, word: &'static str) -> impl Iterator<Item = &'e Entry<'s>> {
        debug_assert!(self.may_hold(word), "`{}` has no property `{word}`", self.keyword.word);
        self.children.iter().filter(move |child| child.keyword.word == word)
    }

    fn may_hold(&self, word: &str) -> bool {
        let known = [Some(self.keyword), language::keyword(self.keyword.word)];
        known.iter().flatten().any(|keyword| keyword.child(word).is_some())
    }

    pub(super) fn first<'e>(&'e self, word: &'static str) -> Option<&'e Entry<'s>> {
        self.all(word).next()
    }

    /// The text at a slot.
    pub(super) fn text_at(&self, slot: usize) -> Option<Text<'s>> {
        self.matched.get(slot)?.texts().first().copied()
    }

    /// The word at a slot.
    pub(super) fn word_at(&self, slot: usize) -> Option<Word<'s>> {
        match self.matched.get(slot) {
            Some(Matched::Word(word)) => Some(*word),
            _ => None,
        }
    }

    /// The words at a slot.
    pub(super) fn words_at(&self, slot: usize) -> &[Word<'s>] {
        match self.matched.get(slot) {
            Some(Matched::Words(words)) => words,
            Some(Matched::Word(word)) => std::slice::from_ref(word),
            _ => &[],
        }
    }

    pub(super) fn references_at(&self, slot: usize) -> &[Reference<'s>] {
        match self.matched.get(slot) {
            Some(Matched::References(references)) => references,
            _ => &[],
        }
    }

    /// All texts at a slot.
    pub(super) fn texts_at(&self, slot: usize) -> Vec<Text<'s>> {
        self.matched.get(slot).map_or_else(Vec::new, |matched| matched.texts().to_vec())
    }

    /// The count at a slot: at least, at most.
    pub(super) fn count_at(&self, slot: usize) -> Option<(u32, u32)> {
        match self.matched.get(slot) {
            Some(Matched::Count(low, high)) => Some((*low, *high)),
            _ => None,
        }
    }

    /// The quantity at a slot.
    pub(super) fn quantity_at(&self, slot: usize) -> Option<Quantity<'s>> {
        match self.matched.get(slot) {
            Some(Matched::Quantity(quantity)) => Some(**quantity),
            _ => None,
        }
    }

    /// The quantity of a property.
    pub(super) fn quantity(&self, word: &'static str) -> Option<Quantity<'s>> {
        self.first(word)?.quantity_at(0)
    }

    pub(super) fn text(&self, word: &'static str) -> Option<Text<'s>> {
        self.first(word)?.text_at(0)
    }

    pub(super) fn texts(&self, word: &'static str) -> Vec<Text<'s>> {
        self.all(word).filter_map(|child| child.matched.first()).flat_map(Matched::texts).copied().collect()
    }

    pub(super) fn word(&self, word: &'static str) -> Option<Word<'s>> {
        self.first(word)?.word_at(0)
    }

    pub(super) fn words(&self, word: &'static str) -> Vec<Word<'s>> {
        self.all(word).flat_map(|child| child.words_at(0)).copied().collect()
    }

    pub(super) fn date_at(&self, slot: usize) -> Option<Date> {
        match self.matched.get(slot) {
            Some(Matched::Date(date)) => Some(*date),
            _ => None,
        }
    }

    pub(super) fn date(&self, word: &'static str) -> Option<Date> {
        self.first(word)?.date_at(0)
    }

    /// The condition at a slot.
    pub(super) fn expression_at(&self, slot: usize) -> Option<&Expression> {
        match self.matched.get(slot) {
            Some(Matched::Condition(expression)) => Some(expression),
            _ => None,
        }
    }
}
