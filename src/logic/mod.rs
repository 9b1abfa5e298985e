//! Conditions and configurations: which products there can be, whether one of them meets some conditions, and which is the smallest.

mod configuration;
pub mod inheritance;
pub mod parameters;
mod smallest;
mod solver;
pub mod values;

use std::collections::BTreeMap;

use crate::model::{Condition, Feature, Id, Model, RiskFactor};

use solver::{Clauses, Literal};

pub use configuration::{Configuration, Stretch};

/// The product configurations that features and a scope allow, as a set that can be asked questions.
///
/// Only what a condition names is in the set, and what that requires: all other features are free to be absent. A condition is written for
/// the solver once and a question put to it once, however many requirements share them, so that for the same features many requirements
/// cost a look into a table each.
pub struct Configurations<'m, 's> {
    model: &'m Model<'s>,
    scope: Condition,
    clauses: Clauses,
    features: BTreeMap<Id, Literal>,
    /// For each factor, one literal a value of its scale.
    factors: BTreeMap<Id, Vec<Literal>>,
    literals: BTreeMap<Condition, Literal>,
    answers: BTreeMap<Vec<Literal>, bool>,
    smallest: BTreeMap<Vec<Literal>, Configuration>,
}

impl<'m, 's> Configurations<'m, 's> {
    /// Every configuration that the features' `requires` and `excludes` allow and that lies in the scope.
    pub fn new(model: &'m Model<'s>, scope: Option<&Condition>) -> Self {
        let mut set = Self {
            model,
            scope: scope.cloned().unwrap_or(Condition::ALWAYS),
            clauses: Clauses::default(),
            features: BTreeMap::new(),
            factors: BTreeMap::new(),
            literals: BTreeMap::new(),
            answers: BTreeMap::new(),
            smallest: BTreeMap::new(),
        };
        if let Some(scope) = scope {
            let holds = set.literal(scope);
            set.clauses.add(&[holds]);
        }
        set
    }

    /// Whether some configuration meets all these conditions.
    pub fn some(&mut self, conditions: &[&Condition]) -> bool {
        let question = self.question(conditions, &[]);
        self.answer(question)
    }

    /// The smallest configuration that meets all of `holds` and none of `fails`: with the fewest features on; of several, with those that
    /// are declared first; of several still, with the lowest values of the factors in the order of their declaration.
    pub fn find(&mut self, holds: &[&Condition], fails: &[&Condition]) -> Option<Configuration> {
        let question = self.question(holds, fails);
        if !self.answer(question.clone()) {
            return None;
        }
        if let Some(found) = self.smallest.get(&question) {
            return Some(found.clone());
        }
        // A set of its own holds nothing but what this question names, however much was asked before.
        let found = smallest::find(Configurations::new(self.model, Some(&self.scope)), holds, fails);
        self.smallest.insert(question, found.clone());
        Some(found)
    }

    /// The literals that hold together where all of `holds` and none of `fails` are met.
    fn question(&mut self, holds: &[&Condition], fails: &[&Condition]) -> Vec<Literal> {
        let mut question: Vec<_> = holds.iter().map(|condition| self.literal(condition)).collect();
        question.extend(fails.iter().map(|condition| !self.literal(condition)));
        question.sort_unstable();
        question.dedup();
        question
    }

    fn answer(&mut self, question: Vec<Literal>) -> bool {
        let clauses = &mut self.clauses;
        *self.answers.entry(question).or_insert_with_key(|question| clauses.satisfiable(question))
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
            // A scale that could not be read has no values, and forbids nothing.
            if !values.is_empty() {
                clauses.add(&values);
            }
            for (at, value) in values.iter().enumerate() {
                for other in &values[at + 1..] {
                    clauses.add(&[!*value, !*other]);
                }
            }
            values
        })
    }

    /// A literal that is true exactly where the condition holds.
    fn literal(&mut self, condition: &Condition) -> Literal {
        if let Some(known) = self.literals.get(condition) {
            return *known;
        }
        let literal = match condition {
            Condition::Feature(id) => self.feature(*id),
            Condition::Factor { factor, low, high } => {
                let values = self.values(*factor).get(*low..=*high).unwrap_or_default().to_vec();
                self.clauses.either(&values)
            }
            Condition::Not(inner) => !self.literal(inner),
            Condition::Or(parts) => {
                let parts: Vec<_> = parts.iter().map(|part| self.literal(part)).collect();
                self.clauses.either(&parts)
            }
            Condition::And(parts) => {
                let parts: Vec<_> = parts.iter().map(|part| !self.literal(part)).collect();
                !self.clauses.either(&parts)
            }
        };
        self.literals.insert(condition.clone(), literal);
        literal
    }
}
