//! Situations: the use cases of a deliverable as the ground on which something must hold, each with its products and its level.

use super::{Condition, Id, Model, PackageId, RiskFactor, Standard, UseCase};

/// A use case, or the whole scope of a deliverable that describes none.
#[derive(Clone, Debug)]
pub struct Situation {
    /// The use case.
    pub use_case: Option<Id>,
    /// The level it calls for.
    pub level: Option<Id>,
    /// The rank of its level; 0 where it calls for none.
    pub rank: usize,
    /// The products it is about: in scope, with the use case's features, in the context that its factors describe.
    pub products: Condition,
    /// The values that it gives to factors, counted from 0 on their scales.
    pub factors: Vec<(Id, usize)>,
}

impl<'s> Model<'s> {
    /// The situations of a deliverable, in the order of its use cases.
    pub fn situations(&self, package: PackageId, standard: &Standard<'s>) -> Vec<Situation> {
        let use_cases = self.of::<UseCase<'s>>(package);
        let mut situations: Vec<_> =
            use_cases.map(|(declaration, use_case)| self.situation(standard, declaration.id, use_case)).collect();
        if situations.is_empty() {
            let products = standard.in_scope.clone().unwrap_or(Condition::ALWAYS);
            situations.push(Situation { use_case: None, level: None, rank: 0, products, factors: Vec::new() });
        }
        situations
    }

    fn situation(&self, standard: &Standard<'s>, id: Id, use_case: &UseCase<'s>) -> Situation {
        let factors: Vec<_> = use_case
            .factors
            .iter()
            .filter_map(|(factor, word)| {
                let scale = &self.body::<RiskFactor<'s>>(factor.id)?.values;
                Some((factor.id, scale.iter().position(|value| value.text == word.text)?))
            })
            .collect();
        let mut products: Vec<_> = standard.in_scope.iter().chain(&use_case.when).cloned().collect();
        products.extend(factors.iter().map(|(factor, at)| Condition::Factor { factor: *factor, low: *at, high: *at }));
        let level = use_case.level.map(|level| level.id);
        Situation { use_case: Some(id), level, rank: self.rank(level), products: Condition::And(products), factors }
    }

    /// The rank of the level from which something binds; 0 where it names none.
    pub fn rank(&self, level: Option<Id>) -> usize {
        level.and_then(|level| self.level_rank(level)).unwrap_or(0)
    }
}
