//! Conditions and configurations: which products there can be, and whether one of them meets some conditions.

mod solver;

use std::collections::BTreeMap;

use crate::model::{Condition, Feature, Id, Model, RiskFactor};

use solver::{Clauses, Literal};

/// The product configurations that features and a scope allow, as a set that can be asked questions.
pub struct Configurations {
    clauses: Clauses,
    features: BTreeMap<Id, Literal>,
    /// For each factor, one literal a value of its scale.
    factors: BTreeMap<Id, Vec<Literal>>,
}

impl Configurations {
    /// Every configuration that the features' `requires` and `excludes` allow and that lies in the scope.
    pub fn new(model: &Model<'_>, scope: Option<&Condition>) -> Self {
        let mut set = Self { clauses: Clauses::default(), features: BTreeMap::new(), factors: BTreeMap::new() };
        for (declaration, feature) in model.all::<Feature<'_>>() {
            let this = set.feature(declaration.id);
            for other in &feature.requires {
                let other = set.feature(other.id);
                set.clauses.add(&[!this, other]);
            }
            for other in &feature.excludes {
                let other = set.feature(other.id);
                set.clauses.add(&[!this, !other]);
            }
        }
        for (declaration, factor) in model.all::<RiskFactor<'_>>() {
            let values: Vec<_> = factor.values.iter().map(|_| set.clauses.literal()).collect();
            set.clauses.add(&values);
            for (at, value) in values.iter().enumerate() {
                for other in &values[at + 1..] {
                    set.clauses.add(&[!*value, !*other]);
                }
            }
            set.factors.insert(declaration.id, values);
        }
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

    fn feature(&mut self, id: Id) -> Literal {
        let clauses = &mut self.clauses;
        *self.features.entry(id).or_insert_with(|| clauses.literal())
    }

    /// A literal that is true exactly where the condition holds (Tseitin's encoding).
    fn literal(&mut self, condition: &Condition) -> Literal {
        match condition {
            Condition::Feature(id) => self.feature(*id),
            Condition::Factor { factor, low, high } => {
                let values = self.factors.get(factor).map_or(&[][..], |values| &values[*low..=*high]).to_vec();
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
