//! Sets of numbers, exact: sorted stretches of a grid of thousandths, or of whole numbers.

/// Thousandths of a whole.
pub(super) const WHOLE: u128 = 1_000;

/// Neighbouring numbers, both ends included; without an upper end where `high` is missing.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Stretch {
    /// The least of them, in thousandths.
    pub low: u128,
    /// The greatest of them, in thousandths.
    pub high: Option<u128>,
}

/// A set of numbers, none below zero.
///
/// Every number that a source can write stands on the grid, so that an open bound is a closed one at the next point, and two sets are equal
/// where they allow the same written values.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Numbers {
    /// The distance of two neighbours, in thousandths.
    step: u128,
    /// Sorted, apart from each other by more than a step.
    stretches: Vec<Stretch>,
}

impl Numbers {
    /// Every number; only whole ones where `whole`.
    pub fn all(whole: bool) -> Self {
        let step = if whole { WHOLE } else { 1 };
        Self { step, stretches: vec![Stretch { low: 0, high: None }] }
    }

    /// The same grid with these stretches, in any order; their ends may lie beside the grid.
    pub fn with(&self, stretches: impl IntoIterator<Item = Stretch>) -> Self {
        let mut stretches: Vec<_> = stretches.into_iter().filter_map(|stretch| self.on_grid(stretch)).collect();
        stretches.sort_by_key(|stretch| stretch.low);
        let mut merged: Vec<Stretch> = Vec::with_capacity(stretches.len());
        for next in stretches {
            match merged.last_mut() {
                Some(last) if last.high.is_none_or(|high| high + self.step >= next.low) => {
                    last.high = last.high.zip(next.high).map(|(one, other)| one.max(other));
                }
                _ => merged.push(next),
            }
        }
        Self { step: self.step, stretches: merged }
    }

    fn on_grid(&self, stretch: Stretch) -> Option<Stretch> {
        let low = stretch.low.div_ceil(self.step) * self.step;
        let high = stretch.high.map(|high| high / self.step * self.step);
        high.is_none_or(|high| low <= high).then_some(Stretch { low, high })
    }

    /// The stretches, in rising order.
    pub fn stretches(&self) -> &[Stretch] {
        &self.stretches
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.stretches.is_empty()
    }

    /// Whether this number, in thousandths, is one of them.
    pub fn contains(&self, number: u128) -> bool {
        let after = self.stretches.partition_point(|stretch| stretch.low <= number);
        let stretch = after.checked_sub(1).map(|at| self.stretches[at]);
        number.is_multiple_of(self.step)
            && stretch.is_some_and(|stretch| stretch.high.is_none_or(|high| number <= high))
    }

    /// Those that are in both.
    #[must_use]
    pub fn intersection(&self, other: &Self) -> Self {
        let (mut one, mut two) = (self.stretches.iter().peekable(), other.stretches.iter().peekable());
        let mut found = Vec::new();
        while let (Some(a), Some(b)) = (one.peek(), two.peek()) {
            let high = a.high.into_iter().chain(b.high).min();
            let low = a.low.max(b.low);
            if high.is_none_or(|high| low <= high) {
                found.push(Stretch { low, high });
            }
            if a.high == high {
                one.next()
            } else {
                two.next()
            };
        }
        self.with(found)
    }

    /// Those of the grid that are not in this set.
    #[must_use]
    pub fn complement(&self) -> Self {
        let mut found = Vec::with_capacity(self.stretches.len() + 1);
        let mut from = Some(0);
        for stretch in &self.stretches {
            if let Some(low) = from.filter(|low| *low < stretch.low) {
                found.push(Stretch { low, high: Some(stretch.low - self.step) });
            }
            from = stretch.high.map(|high| high + self.step);
        }
        found.extend(from.map(|low| Stretch { low, high: None }));
        self.with(found)
    }

    /// Those that are not in the other set.
    #[must_use]
    pub fn without(&self, other: &Self) -> Self {
        self.intersection(&other.complement())
    }

    /// The least of them.
    pub fn least(&self) -> Option<u128> {
        self.stretches.first().map(|stretch| stretch.low)
    }

    /// The greatest of them, where there is one.
    pub fn greatest(&self) -> Option<u128> {
        self.stretches.last().and_then(|stretch| stretch.high)
    }
}
