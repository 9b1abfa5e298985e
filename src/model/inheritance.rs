//! What a deliverable owes: the essential requirements it answers for, and the requirements it takes over from what it extends.

use std::collections::{BTreeMap, BTreeSet};

use super::{Adopts, Deviates, Id, Item, Model, PackageId, Requirement, Standard, Target};

/// What a deliverable does with one requirement of a package that it extends.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Treatment {
    /// Applied unchanged.
    Adopted(Target),
    /// Refined by this requirement.
    Refined(Id, Target),
    /// Departed from, with a reason.
    Deviated(Target),
}

impl Treatment {
    /// Where the source says so.
    pub const fn target(self) -> Target {
        match self {
            Self::Adopted(target) | Self::Refined(_, target) | Self::Deviated(target) => target,
        }
    }

    /// What happens to the requirement, in a word.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Adopted(_) => "adopted",
            Self::Refined(..) => "refined",
            Self::Deviated(_) => "deviated from",
        }
    }
}

impl<'s> Model<'s> {
    /// The essential requirements that a deliverable answers for: those that its requested items address, in the order of the act.
    pub fn addressed(&self, standard: &Standard<'s>) -> Vec<Id> {
        let items = standard.answers.iter().filter_map(|item| self.body::<Item<'s>>(item.id));
        let mut essentials: Vec<_> = items.flat_map(|item| &item.addresses).map(|target| target.id).collect();
        essentials.sort_unstable();
        essentials.dedup();
        essentials
    }

    /// Every package that a deliverable builds on, directly or over others, without itself.
    pub fn bases(&self, package: PackageId) -> Vec<PackageId> {
        let mut found = Vec::new();
        let mut open = vec![package];
        while let Some(at) = open.pop() {
            let standard = self.package(at).head.and_then(|head| self.body::<Standard<'s>>(head));
            for base in standard.iter().flat_map(|standard| &standard.extends).filter_map(|extension| extension.package)
            {
                if base != package && !found.contains(&base) {
                    found.push(base);
                    open.push(base);
                }
            }
        }
        found.sort_unstable();
        found
    }

    /// What a package says of every requirement of others, in the order of its files.
    pub fn treatments(&self, package: PackageId) -> Vec<(Id, Treatment)> {
        let mut found = Vec::new();
        for (_, adopts) in self.of::<Adopts>(package) {
            found.extend(adopts.requirements.iter().map(|target| (target.id, Treatment::Adopted(*target))));
        }
        for (_, deviates) in self.of::<Deviates<'s>>(package) {
            found.extend(deviates.requirements.iter().map(|target| (target.id, Treatment::Deviated(*target))));
        }
        for (declaration, requirement) in self.of::<Requirement<'s>>(package) {
            for refinement in &requirement.refines {
                found.push((refinement.parent.id, Treatment::Refined(declaration.id, refinement.parent)));
            }
        }
        found.retain(|(id, _)| self.get(*id).package != package);
        found
    }

    /// The requirements whose subject a deliverable keeps: its own, and those of everything it builds on, save where it departs from them or from
    /// all that refines them. One that nobody speaks of is among them, since passing it over is not departing from it.
    pub fn upheld(&self, package: PackageId) -> Vec<Id> {
        let packages: Vec<_> = std::iter::once(package).chain(self.bases(package)).collect();
        let (mut departed, mut kept) = (BTreeSet::new(), BTreeSet::new());
        let mut refined: BTreeMap<Id, Vec<Id>> = BTreeMap::new();
        for (id, treatment) in packages.iter().flat_map(|package| self.treatments(*package)) {
            match treatment {
                Treatment::Deviated(_) => drop(departed.insert(id)),
                Treatment::Adopted(_) => drop(kept.insert(id)),
                Treatment::Refined(by, _) => refined.entry(id).or_default().push(by),
            }
        }
        // What is kept and departed from at once contradicts itself, and is not departed from.
        departed.retain(|id| !kept.contains(id) && !refined.contains_key(id));
        // A package is departed from in what builds on it, so each round reaches one storey further down.
        for _ in &packages {
            let lost = refined.iter().filter(|(_, by)| by.iter().all(|by| departed.contains(by)));
            let lost: Vec<_> = lost.map(|(id, _)| *id).collect();
            departed.extend(lost);
        }
        let all = packages.iter().flat_map(|package| self.of::<Requirement<'s>>(*package));
        all.map(|(declaration, _)| declaration.id).filter(|id| !departed.contains(id)).collect()
    }

    /// The requirements in force in a deliverable: its own, those it adopts, and those that what it builds on adopts, save where it refines them
    /// or departs from them.
    pub fn in_force(&self, package: PackageId) -> Vec<Id> {
        let adopts = |package| self.of::<Adopts>(package).flat_map(|(_, adopts)| &adopts.requirements);
        let own = self.of::<Requirement<'s>>(package).map(|(declaration, _)| declaration.id);
        let mut found: Vec<_> = own.chain(adopts(package).map(|target| target.id)).collect();
        let inherited: Vec<_> = self.bases(package).into_iter().flat_map(adopts).map(|target| target.id).collect();
        if !inherited.is_empty() {
            let spoken: BTreeSet<_> = self.treatments(package).into_iter().map(|(id, _)| id).collect();
            let upheld: BTreeSet<_> = self.upheld(package).into_iter().collect();
            let mut known: BTreeSet<_> = found.iter().copied().collect();
            let still = |id: &Id| upheld.contains(id) && !spoken.contains(id) && known.insert(*id);
            found.extend(inherited.into_iter().filter(still));
        }
        found
    }
}
