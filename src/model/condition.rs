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

    /// Visits every feature and factor that the condition names.
    pub fn names(&self, visit: &mut dyn FnMut(Id)) {
        match self {
            Self::Feature(id) | Self::Factor { factor: id, .. } => visit(*id),
            Self::Not(inner) => inner.names(visit),
            Self::And(parts) | Self::Or(parts) => parts.iter().for_each(|part| part.names(visit)),
        }
    }
}
