//! The smallest configuration that answers a question, and which parts of it the answer hangs on.

use crate::model::{Condition, Id};

use super::Configurations;
use super::configuration::{Configuration, Stretch};
use super::solver::Literal;

/// The smallest configuration of a new set that meets all of `holds` and none of `fails`, where there is one.
pub(super) fn find(mut set: Configurations<'_, '_>, holds: &[&Condition], fails: &[&Condition]) -> Configuration {
    let asked = set.question(holds, fails);
    let mut fixed = asked.clone();
    let features = fewest_features(&mut set, &mut fixed);
    let factors = lowest_values(&mut set, &mut fixed);
    let mut named = Vec::new();
    for condition in holds.iter().chain(fails) {
        condition.names(&mut |id| named.push(id));
    }
    let contrary: Vec<_> = asked.iter().map(|literal| !*literal).collect();
    let contrary = set.clauses.either(&contrary);
    Reasons { set, contrary, named }.of(features, factors)
}

/// Fixes every feature: as few as possible on, and of those the ones that are declared first.
fn fewest_features(set: &mut Configurations<'_, '_>, fixed: &mut Vec<Literal>) -> Vec<Id> {
    let features: Vec<(Id, Literal)> = set.features.iter().map(|(id, literal)| (*id, *literal)).collect();
    let literals: Vec<_> = features.iter().map(|(_, literal)| *literal).collect();
    let clauses = &mut set.clauses;
    clauses.satisfiable(fixed);
    let mut fewest = literals.iter().filter(|literal| clauses.found(**literal)).count();
    let at_least = clauses.at_least(&literals, fewest + 1);
    while fewest > 0 {
        let fewer: Vec<_> = fixed.iter().copied().chain([!at_least[fewest - 1]]).collect();
        if !clauses.satisfiable(&fewer) {
            break;
        }
        fewest = literals.iter().filter(|literal| clauses.found(**literal)).count();
    }
    fixed.extend(at_least.get(fewest).map(|more| !*more));
    let mut on = Vec::new();
    for (id, literal) in features {
        fixed.push(literal);
        if on.len() < fewest && clauses.satisfiable(fixed) {
            on.push(id);
        } else {
            fixed.pop();
            fixed.push(!literal);
        }
    }
    on
}

/// Fixes every factor at its lowest value, in the order of their declaration.
fn lowest_values(set: &mut Configurations<'_, '_>, fixed: &mut Vec<Literal>) -> Vec<(Id, usize)> {
    let mut lowest = Vec::new();
    for (id, values) in &set.factors {
        for (at, value) in values.iter().enumerate() {
            fixed.push(*value);
            if set.clauses.satisfiable(fixed) {
                lowest.push((*id, at));
                break;
            }
            fixed.pop();
        }
    }
    lowest
}

/// Finds what of a configuration cannot be left out without the question having another answer.
struct Reasons<'m, 's> {
    set: Configurations<'m, 's>,
    /// True where the question is not answered.
    contrary: Literal,
    /// What the question names.
    named: Vec<Id>,
}

impl Reasons<'_, '_> {
    fn of(mut self, on: Vec<Id>, factors: Vec<(Id, usize)>) -> Configuration {
        let all: Vec<Id> = self.set.features.keys().copied().filter(|id| self.named.contains(id)).collect();
        let (mut with, mut without): (Vec<_>, Vec<_>) = all.into_iter().partition(|id| on.contains(id));
        let scale = |id: &Id| self.set.factors.get(id).map_or(0, Vec::len);
        let named = factors.iter().filter(|(id, _)| self.named.contains(id));
        let mut stretches: Vec<_> = named.map(|(id, value)| Stretch::at(*id, *value, scale(id))).collect();
        // What is absent is left out first, since a reader thinks of what a product has.
        for at in (0..without.len()).rev() {
            let id = without.remove(at);
            if !self.suffice(&with, &without, &stretches) {
                without.insert(at, id);
            }
        }
        for at in (0..stretches.len()).rev() {
            for wider in stretches[at].wider() {
                let narrow = std::mem::replace(&mut stretches[at], wider);
                if self.suffice(&with, &without, &stretches) {
                    break;
                }
                stretches[at] = narrow;
            }
        }
        stretches.retain(|stretch| !stretch.is_whole());
        for at in (0..with.len()).rev() {
            let id = with.remove(at);
            if !self.suffice(&with, &without, &stretches) {
                with.insert(at, id);
            }
        }
        Configuration { features: on, factors, with, without, stretches }
    }

    /// Whether every configuration in scope with these features and values answers the question.
    fn suffice(&mut self, with: &[Id], without: &[Id], stretches: &[Stretch]) -> bool {
        let mut assumed = vec![self.contrary];
        assumed.extend(with.iter().map(|id| self.set.feature(*id)));
        assumed.extend(without.iter().map(|id| !self.set.feature(*id)));
        assumed.extend(stretches.iter().map(|stretch| self.set.literal(&stretch.condition())));
        !self.set.clauses.satisfiable(&assumed)
    }
}
