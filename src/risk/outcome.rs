//! What likelihood or impact can come to: each value with the conditions under which it is the one.

use crate::model::{Condition, Id};

/// Which of the two scales.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Scale {
    Likelihood,
    Impact,
}

impl Scale {
    pub(super) fn of(word: &str) -> Self {
        if word == "impact" { Self::Impact } else { Self::Likelihood }
    }

    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Likelihood => "likelihood",
            Self::Impact => "impact",
        }
    }
}

/// That a requirement lowers a threat's likelihood or impact: by which, from which level, for which products, and to what.
#[derive(Debug)]
pub(super) struct Reduction<'m> {
    pub(super) by: Id,
    pub(super) rank: usize,
    pub(super) when: Option<&'m Condition>,
    pub(super) scale: Scale,
    pub(super) to: usize,
}

/// A value, and when it is the one: all of `holds` and none of `fails` are met. No value where no line says one.
#[derive(Debug)]
pub(super) struct Outcome<'m> {
    pub(super) value: Option<usize>,
    pub(super) holds: Vec<Condition>,
    pub(super) fails: Vec<&'m Condition>,
}

/// What lines of a threat come to, of which the first whose condition holds counts, under reductions, of which the strongest counts.
pub(super) fn outcomes<'m>(
    lines: &[(usize, Option<&'m Condition>)],
    scale: Scale,
    reductions: &[&Reduction<'m>],
    factors: &[(Id, usize)],
) -> Vec<Outcome<'m>> {
    let mut found = Vec::new();
    let mut earlier: Vec<&'m Condition> = Vec::new();
    for (value, when) in lines {
        let line = Outcome {
            value: Some(*value),
            holds: when.iter().map(|it| (*it).clone()).collect(),
            fails: earlier.clone(),
        };
        found.extend(reduced(line, *value, scale, reductions));
        match when {
            None => return possible(found, factors),
            Some(when) => earlier.push(when),
        }
    }
    found.push(Outcome { value: None, holds: Vec::new(), fails: earlier });
    possible(found, factors)
}

/// What becomes of one line: its value where nothing lowers it, and each lower value where nothing lowers it further.
fn reduced<'m>(line: Outcome<'m>, value: usize, scale: Scale, reductions: &[&Reduction<'m>]) -> Vec<Outcome<'m>> {
    let lower: Vec<_> = reductions.iter().filter(|it| it.scale == scale && it.to < value).collect();
    let mut values: Vec<_> = lower.iter().map(|it| it.to).chain([value]).collect();
    values.sort_unstable();
    values.dedup();
    let mut found = Vec::new();
    for to in values {
        let further = lower.iter().filter(|it| it.to < to).map(|it| it.when);
        // A reduction without a condition always applies, and nothing stays above it.
        let Some(further) = further.collect::<Option<Vec<_>>>() else { break };
        let (mut holds, mut fails) = (line.holds.clone(), line.fails.clone());
        fails.extend(further);
        if to < value {
            let by = lower.iter().filter(|it| it.to == to).map(|it| it.when.cloned().unwrap_or(Condition::ALWAYS));
            holds.push(Condition::Or(by.collect()));
        }
        found.push(Outcome { value: Some(to), holds, fails });
    }
    found
}

/// Those that the factors' values do not rule out, without the conditions that these values decide.
fn possible<'m>(outcomes: Vec<Outcome<'m>>, factors: &[(Id, usize)]) -> Vec<Outcome<'m>> {
    let mut possible = Vec::new();
    for mut outcome in outcomes {
        let never = outcome.holds.iter().any(|it| it.decided(factors) == Some(false));
        if never || outcome.fails.iter().any(|it| it.decided(factors) == Some(true)) {
            continue;
        }
        outcome.holds.retain(|it| it.decided(factors).is_none());
        outcome.fails.retain(|it| it.decided(factors).is_none());
        possible.push(outcome);
    }
    possible
}
