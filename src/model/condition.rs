//! Conditions with their names resolved.

use super::Id;

/// A condition over a product's features and its context's risk factors.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Condition {
    /// The product has the feature.
    Feature(Id),
    /// The factor's value lies in this stretch of its scale, both ends included, counted from 0.
    Factor {
        /// The factor.
        factor: Id,
        /// The lowest value.
        low: usize,
        /// The highest value.
        high: usize,
    },
    /// The condition does not hold.
    Not(Box<Condition>),
    /// All of them hold; true where there is none.
    And(Vec<Condition>),
    /// One of them holds; false where there is none.
    Or(Vec<Condition>),
}

impl Condition {
    /// The condition that always holds.
    pub const ALWAYS: Self = Self::And(Vec::new());

    /// Whether it holds where factors have these values, counted from 0; `None` where that depends on something else.
    pub fn decided(&self, factors: &[(Id, usize)]) -> Option<bool> {
        match self {
            Self::Feature(_) => None,
            Self::Factor { factor, low, high } => {
                let value = factors.iter().find(|(id, _)| id == factor)?.1;
                Some((*low..=*high).contains(&value))
            }
            Self::Not(inner) => inner.decided(factors).map(|holds| !holds),
            Self::And(parts) => decided_by(false, parts, factors),
            Self::Or(parts) => decided_by(true, parts, factors),
        }
    }

    /// What it asks of features where factors have these values.
    #[must_use]
    pub fn under(&self, factors: &[(Id, usize)]) -> Self {
        let all = |parts: &[Self]| parts.iter().map(|part| part.under(factors)).collect();
        match (self.decided(factors), self) {
            (Some(true), _) => Self::ALWAYS,
            (Some(false), _) => Self::Or(Vec::new()),
            (None, Self::Not(inner)) => Self::Not(Box::new(inner.under(factors))),
            (None, Self::And(parts)) => Self::And(all(parts)),
            (None, Self::Or(parts)) => Self::Or(all(parts)),
            (None, Self::Feature(_) | Self::Factor { .. }) => self.clone(),
        }
    }

    /// Visits every factor that the condition names.
    pub fn factors(&self, visit: &mut dyn FnMut(Id)) {
        match self {
            Self::Feature(_) => {}
            Self::Factor { factor, .. } => visit(*factor),
            Self::Not(inner) => inner.factors(visit),
            Self::And(parts) | Self::Or(parts) => parts.iter().for_each(|part| part.factors(visit)),
        }
    }

    /// Visits every feature and factor that the condition names.
    pub fn names(&self, visit: &mut dyn FnMut(Id)) {
        match self {
            Self::Feature(id) | Self::Factor { factor: id, .. } => visit(*id),
            Self::Not(inner) => inner.names(visit),
            Self::And(parts) | Self::Or(parts) => parts.iter().for_each(|part| part.names(visit)),
        }
    }
}

/// What parts say together, of which a single one that is `decisive` decides.
fn decided_by(decisive: bool, parts: &[Condition], factors: &[(Id, usize)]) -> Option<bool> {
    let parts: Vec<_> = parts.iter().map(|part| part.decided(factors)).collect();
    if parts.contains(&Some(decisive)) {
        return Some(decisive);
    }
    if parts.contains(&None) { None } else { Some(!decisive) }
}
