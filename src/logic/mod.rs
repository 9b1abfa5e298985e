//! Conditions and configurations: which products there can be, and whether one of them meets some conditions.

mod solver;

use std::collections::BTreeMap;

use crate::model::{Condition, Feature, Id, Model, RiskFactor};

use solver::{Clauses, Literal};

/// The product configurations that features and a scope allow, as a set that can be asked questions.
///
/// Only what a condition names is in the set, and what that requires: all other features are free to be absent.
pub struct Configurations<'m, 's> {
    model: &'m Model<'s>,
    clauses: Clauses,
    features: BTreeMap<Id, Literal>,
    /// For each factor, one literal a value of its scale.
    factors: BTreeMap<Id, Vec<Literal>>,
}

impl<'m, 's> Configurations<'m, 's> {
    /// Every configuration that the features' `requires` and `excludes` allow and that lies in the scope.
    pub fn new(model: &'m Model<'s>, scope: Option<&Condition>) -> Self {
        let mut set = Self { model, clauses: Clauses::default(), features: BTreeMap::new(), factors: BTreeMap::new() };
        if let Some(scope) = scope {
            let holds = set.literal(scope);
            set.clauses.add(&[holds]);
        }
        set
    }

    /// Whether some configuration meets all these conditions.
    pub fn some(&mut self, conditions: &[&Condition]) -> bool {
        let assumed: Vec<_> = conditions.iter().map(|condition| self.literal(condition)).collect();
        self.clauses.satisfiable(&assumed)
    }

    /// The literal of a feature. A new one brings along what it requires and excludes.
    fn feature(&mut self, id: Id) -> Literal {
        let mut open = Vec::new();
        let asked = self.open(id, &mut open);
        while let Some((id, this)) = open.pop() {
            let Some(feature) = self.model.body::<Feature<'s>>(id) else { continue };
            for other in &feature.requires {
                let other = self.open(other.id, &mut open);
                self.clauses.add(&[!this, other]);
            }
            for other in &feature.excludes {
                let other = self.open(other.id, &mut open);
                self.clauses.add(&[!this, !other]);
            }
        }
        asked
    }

    fn open(&mut self, id: Id, open: &mut Vec<(Id, Literal)>) -> Literal {
        *self.features.entry(id).or_insert_with(|| {
            let literal = self.clauses.literal();
            open.push((id, literal));
            literal
        })
    }

    /// The literals of a factor's values, of which exactly one holds.
    fn values(&mut self, id: Id) -> &[Literal] {
        let (model, clauses) = (self.model, &mut self.clauses);
        self.factors.entry(id).or_insert_with(|| {
            let scale = model.body::<RiskFactor<'s>>(id).map_or(&[][..], |factor| &factor.values);
            let values: Vec<_> = scale.iter().map(|_| clauses.literal()).collect();
            clauses.add(&values);
            for (at, value) in values.iter().enumerate() {
                for other in &values[at + 1..] {
                    clauses.add(&[!*value, !*other]);
                }
            }
            values
        })
    }

    /// A literal that is true exactly where the condition holds (Tseitin's encoding).
    fn literal(&mut self, condition: &Condition) -> Literal {
        match condition {
            Condition::Feature(id) => self.feature(*id),
            Condition::Factor { factor, low, high } => {
                let values = self.values(*factor).get(*low..=*high).unwrap_or_default().to_vec();
                self.either(&values)
            }
            Condition::Not(inner) => !self.literal(inner),
            Condition::Or(parts) => {
                let parts: Vec<_> = parts.iter().map(|part| self.literal(part)).collect();
                self.either(&parts)
            }
            Condition::And(parts) => {
                let parts: Vec<_> = parts.iter().map(|part| !self.literal(part)).collect();
                !self.either(&parts)
            }
        }
    }

    fn either(&mut self, parts: &[Literal]) -> Literal {
        let whole = self.clauses.literal();
        for part in parts {
            self.clauses.add(&[!*part, whole]);
        }
        let mut clause = parts.to_vec();
        clause.push(!whole);
        self.clauses.add(&clause);
        whole
    }
}
