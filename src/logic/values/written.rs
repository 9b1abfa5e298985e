//! Values as a standard writes them: `32 MiB`, not 33554432.

use crate::language::{self, Unit};
use crate::model::{Constraint, Limit, ParamType, Quantity};

use super::numbers::WHOLE;
use super::{Numbers, Stretch, Values, Witness};

/// In which units the values of a type are written: those that the constraints at hand use come first.
#[derive(Clone, Debug)]
pub struct Scale<'s> {
    kind: ParamType,
    written: Vec<Quantity<'s>>,
}

impl<'s> Scale<'s> {
    /// The scale of a type, with the quantities of these constraints.
    pub fn new<'c>(kind: ParamType, constraints: impl IntoIterator<Item = &'c Constraint<'s>>) -> Self
    where
        's: 'c,
    {
        let limits = constraints.into_iter().flat_map(|constraint| &constraint.limits);
        Self { kind, written: limits.flat_map(quantities).collect() }
    }

    /// The units of the type: those that are written, then the others from the largest.
    fn units(&self) -> Vec<&'static Unit> {
        let written = self.written.iter().filter_map(|quantity| language::unit(quantity.unit?));
        let mut others: Vec<_> = language::UNITS.iter().filter(|unit| unit.measures == self.kind.word()).collect();
        others.sort_by_key(|unit| std::cmp::Reverse(unit.factor));
        written.chain(others).collect()
    }

    /// The number of a set that reads most plainly: one that is written, or one that is whole in a unit.
    pub(super) fn plainest(&self, numbers: &Numbers) -> Option<u128> {
        let written = self.written.iter().map(|quantity| quantity.thousandths);
        let mut steps: Vec<u128> = self.units().iter().map(|unit| u128::from(unit.factor) * WHOLE).collect();
        steps.extend([WHOLE, 1]);
        let whole = steps.iter().flat_map(|step| numbers.stretches().iter().map(move |stretch| first(*stretch, *step)));
        written.filter(|number| numbers.contains(*number)).chain(whole.flatten()).next()
    }

    /// A number in words.
    pub fn number(&self, number: u128) -> String {
        if let Some(written) = self.written.iter().find(|quantity| quantity.thousandths == number) {
            return with_unit(written.number, written.unit);
        }
        let units = self.units();
        let fits = |unit: &&&Unit| number.is_multiple_of(u128::from(unit.factor) * WHOLE);
        let unit = units.iter().find(fits).or(units.last()).copied();
        let in_unit = number / unit.map_or(1, |unit| u128::from(unit.factor));
        let (whole, rest) = (in_unit / WHOLE, in_unit % WHOLE);
        let digits = if rest == 0 { whole.to_string() } else { format!("{whole}.{rest:03}") };
        let digits = if rest == 0 { &digits } else { digits.trim_end_matches('0') };
        with_unit(digits, unit.map(|unit| plural(unit, digits)))
    }

    /// A witness in words.
    pub fn witness(&self, witness: &Witness<'s>) -> String {
        match witness {
            Witness::Number(number) => self.number(*number),
            Witness::Other => "any other word".to_owned(),
            Witness::Picked(words) if words.is_empty() => "none of its options".to_owned(),
            Witness::Picked(words) => words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(" and "),
        }
    }
}

fn with_unit(number: &str, unit: Option<&str>) -> String {
    unit.map_or_else(|| number.to_owned(), |unit| format!("{number} {unit}"))
}

/// A unit's word for this number: `1 day`, `2 days`.
fn plural(unit: &'static Unit, digits: &str) -> &'static str {
    let same = || language::UNITS.iter().filter(|other| other.measures == unit.measures && other.factor == unit.factor);
    let one = same().next().map_or(unit.word, |first| first.word);
    let many = same().find(|other| other.word.strip_suffix('s') == Some(one));
    if digits == "1" { one } else { many.map_or(one, |many| many.word) }
}

/// The first multiple of a step in a stretch.
fn first(stretch: Stretch, step: u128) -> Option<u128> {
    let multiple = stretch.low.div_ceil(step) * step;
    stretch.high.is_none_or(|high| multiple <= high).then_some(multiple)
}

fn quantities<'s>(limit: &Limit<'s>) -> Vec<Quantity<'s>> {
    match limit {
        Limit::Compare(_, quantity) => vec![*quantity],
        Limit::Within(low, high) => vec![*low, *high],
        Limit::Among(quantities) => quantities.clone(),
        Limit::OneOf(_) => Vec::new(),
    }
}

/// A constraint that allows exactly these values, as a source writes it; `None` where one constraint cannot, or where there is no value.
pub fn constraint(values: &Values<'_>, scale: &Scale<'_>) -> Option<String> {
    match values {
        Values::Numbers(numbers) => match numbers.stretches() {
            [Stretch { low: 0, high: None }] => None,
            [Stretch { low, high: None }] => Some(scale.at_least(*low)),
            [Stretch { low, high: Some(high) }] if low == high => Some(format!("= {}", scale.number(*low))),
            [Stretch { low: 0, high: Some(high) }] => Some(scale.at_most(*high)),
            [Stretch { low, high: Some(high) }] => Some(format!("in {}..{}", scale.number(*low), scale.number(*high))),
            several => {
                let single = |stretch: &Stretch| (stretch.high == Some(stretch.low)).then(|| scale.number(stretch.low));
                let all = several.iter().map(single).collect::<Option<Vec<_>>>()?;
                (!all.is_empty()).then(|| format!("in ({})", all.join(", ")))
            }
        },
        Values::Words(words) => {
            let options: Vec<_> = words.options.iter().flatten().copied().collect();
            match &options[..] {
                [] => None,
                [one] => Some(format!("= {one}")),
                several => Some(format!("in ({})", several.join(", "))),
            }
        }
        Values::Unknown => None,
    }
}

impl Scale<'_> {
    fn is_written(&self, number: u128) -> bool {
        self.written.iter().any(|quantity| quantity.thousandths == number)
    }

    /// A lower bound, open where a source writes it so.
    fn at_least(&self, low: u128) -> String {
        match low.checked_sub(1).filter(|below| self.is_written(*below)) {
            Some(below) => format!("> {}", self.number(below)),
            None => format!(">= {}", self.number(low)),
        }
    }

    /// An upper bound, open where a source writes it so.
    fn at_most(&self, high: u128) -> String {
        if self.is_written(high + 1) {
            format!("< {}", self.number(high + 1))
        } else {
            format!("<= {}", self.number(high))
        }
    }
}
