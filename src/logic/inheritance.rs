//! What a deliverable owes to what it extends, and what stands in it for each requirement of those: its own refinements, what it adopts, and
//! what the deliverables between the two say.

use std::collections::{BTreeMap, BTreeSet};

use crate::graph::Graph;
use crate::model::{Adopts, Condition, Id, Model, PackageId, Relation, Requirement, Standard, Target, Treatment};

use super::{Configuration, Configurations};

/// A requirement in force that does what another asks, and where it does.
#[derive(Clone, Debug)]
pub struct Share {
    /// The requirement.
    pub requirement: Id,
    /// The configurations in which it is in force, the deliverable's scope apart.
    pub when: Condition,
}

/// One deliverable beside everything that it builds on.
pub struct Inheritance<'m, 's> {
    model: &'m Model<'s>,
    graph: &'m Graph,
    package: PackageId,
    /// Every package that it builds on.
    pub bases: Vec<PackageId>,
    configurations: Configurations<'m, 's>,
    /// Where what it, or a base, adopts is in force.
    adopted: BTreeMap<Id, Vec<Condition>>,
}

impl<'m, 's> Inheritance<'m, 's> {
    /// The deliverable of a package.
    pub fn new(model: &'m Model<'s>, graph: &'m Graph, package: PackageId, standard: &Standard<'s>) -> Self {
        let bases = model.bases(package);
        let mut adopted: BTreeMap<Id, Vec<Condition>> = BTreeMap::new();
        for by in std::iter::once(package).chain(bases.iter().copied()) {
            let within = if by == package { Condition::ALWAYS } else { scope(model, by) };
            for target in model.of::<Adopts>(by).flat_map(|(_, adopts)| &adopts.requirements) {
                adopted.entry(target.id).or_default().push(within.clone());
            }
        }
        let configurations = Configurations::new(model, standard.in_scope.as_ref());
        Self { model, graph, package, bases, configurations, adopted }
    }

    /// Whether there is a product in scope at all.
    pub fn has_products(&mut self) -> bool {
        self.configurations.some(&[])
    }

    /// Where a requirement applies: in the scope of its deliverable and under its condition.
    pub fn applies(&self, requirement: Id) -> Condition {
        let package = self.model.get(requirement).package;
        let own = if package == self.package { Condition::ALWAYS } else { scope(self.model, package) };
        both(own, when(self.model, requirement))
    }

    /// Whether a requirement can apply to a product in scope.
    pub fn can_apply(&mut self, requirement: Id) -> bool {
        let applies = self.applies(requirement);
        self.configurations.some(&[&applies])
    }

    /// The smallest configuration in scope that meets all of `holds` and none of `fails`.
    pub fn find(&mut self, holds: &[&Condition], fails: &[&Condition]) -> Option<Configuration> {
        self.configurations.find(holds, fails)
    }

    /// The requirements of bases that the deliverable refines itself and that can apply, each with its refinements in the order of the source.
    pub fn refined(&mut self) -> Vec<(Id, Vec<(Id, Target)>)> {
        let mut found: BTreeMap<Id, Vec<(Id, Target)>> = BTreeMap::new();
        for (parent, treatment) in self.model.treatments(self.package) {
            if let Treatment::Refined(child, target) = treatment {
                found.entry(parent).or_default().push((child, target));
            }
        }
        found.into_iter().filter(|(parent, _)| self.can_apply(*parent)).collect()
    }

    /// Everything in force here that does what a requirement asks: itself where it is adopted, and whatever refines it over any number of storeys.
    pub fn shares(&self, parent: Id) -> Vec<Share> {
        let mut found = Vec::new();
        let (mut seen, mut open) = (BTreeSet::from([parent]), vec![parent]);
        while let Some(id) = open.pop() {
            let declared = self.model.get(id).package == self.package;
            let within = self.adopted.get(&id).into_iter().flatten().cloned();
            let within = within.chain(declared.then_some(Condition::ALWAYS));
            found.extend(within.map(|scope| Share { requirement: id, when: both(scope, when(self.model, id)) }));
            open.extend(self.graph.origins(id, Relation::Refines).filter(|child| seen.insert(*child)));
        }
        found.sort_by_key(|share| share.requirement);
        found
    }

    /// The smallest configuration in which a requirement applies and something that stands for it is in force, but nothing that has what is
    /// asked. `children` are its refinements here; only where they do not suffice is looked at what else is in force.
    pub fn lacking(
        &mut self,
        parent: Id,
        children: &[(Id, Target)],
        mut has: impl FnMut(Id) -> bool,
    ) -> Option<Configuration> {
        if children.iter().all(|(child, _)| has(*child)) {
            return None;
        }
        let shares = self.shares(parent);
        let any = Condition::Or(shares.iter().map(|share| share.when.clone()).collect());
        let with = Condition::Or(
            shares.iter().filter(|share| has(share.requirement)).map(|share| share.when.clone()).collect(),
        );
        let applies = self.applies(parent);
        self.find(&[&applies, &any], &[&with])
    }

    /// The smallest configuration in which a requirement applies and nothing in force here does what it asks.
    pub fn escaping(&mut self, parent: Id, children: &[(Id, Target)]) -> Option<Configuration> {
        let applies = self.applies(parent);
        let direct: Vec<_> = children.iter().map(|(child, _)| when(self.model, *child)).collect();
        self.find(&[&applies], &direct.iter().collect::<Vec<_>>())?;
        let shares = self.shares(parent);
        self.find(&[&applies], &shares.iter().map(|share| &share.when).collect::<Vec<_>>())
    }

    /// Where a base answers for a requirement, so that the deliverable need not: within the base's scope it is adopted, deviated from, or
    /// refined by requirements from which no deliverable above departs.
    pub fn answered(&self, base: PackageId, treatments: &[Treatment]) -> Condition {
        let kept = |treatment: &Treatment| match treatment {
            Treatment::Refined(child, _) => !self.is_deviated(*child, base),
            Treatment::Adopted(_) | Treatment::Deviated(_) => true,
        };
        let mut shares = Vec::new();
        for treatment in treatments {
            match treatment {
                Treatment::Refined(child, _) if kept(treatment) => shares.push(when(self.model, *child)),
                _ if kept(treatment) => return scope(self.model, base),
                _ => {}
            }
        }
        // The base's own check shows that all its refinements together answer wherever the requirement applies.
        let all = treatments.iter().all(kept);
        both(scope(self.model, base), if all { Condition::ALWAYS } else { Condition::Or(shares) })
    }

    /// Whether the deliverable, or a base that builds on this one, deviates from a requirement.
    fn is_deviated(&self, requirement: Id, base: PackageId) -> bool {
        self.graph.origins(requirement, Relation::Deviates).any(|by| {
            let by = self.model.get(by).package;
            by == self.package || self.bases.contains(&by) && self.model.bases(by).contains(&base)
        })
    }
}

/// The configurations in the scope of a deliverable.
fn scope(model: &Model<'_>, package: PackageId) -> Condition {
    let standard = model.package(package).head.and_then(|head| model.body::<Standard<'_>>(head));
    standard.and_then(|standard| standard.in_scope.clone()).unwrap_or(Condition::ALWAYS)
}

/// The condition of a requirement.
fn when(model: &Model<'_>, requirement: Id) -> Condition {
    let requirement = model.body::<Requirement<'_>>(requirement);
    requirement.and_then(|requirement| requirement.when.clone()).unwrap_or(Condition::ALWAYS)
}

fn both(one: Condition, other: Condition) -> Condition {
    match (one, other) {
        (one, other) if other == Condition::ALWAYS => one,
        (one, other) if one == Condition::ALWAYS => other,
        (one, other) => Condition::And(vec![one, other]),
    }
}
