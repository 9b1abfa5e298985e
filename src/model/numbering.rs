//! The numbers of a deliverable's requirements within their families.

use std::collections::{BTreeMap, BTreeSet};

use super::{Family, Id, Model, PackageId, Requirement};

impl<'s> Model<'s> {
    /// The number of each own requirement within its family: the one it keeps, or the next that is free in the order of the source.
    pub fn counted(&self, package: PackageId) -> BTreeMap<Id, u32> {
        let mut taken: BTreeMap<Option<Id>, BTreeSet<u32>> = BTreeMap::new();
        for (_, requirement) in self.of::<Requirement<'s>>(package) {
            let family = requirement.family.map(|family| family.id);
            let taken = taken.entry(family).or_insert_with(|| self.withdrawn(family));
            taken.extend(requirement.number);
        }
        let mut next: BTreeMap<Option<Id>, u32> = BTreeMap::new();
        let mut counted = BTreeMap::new();
        for (declaration, requirement) in self.of::<Requirement<'s>>(package) {
            let family = requirement.family.map(|family| family.id);
            let free = |at: &u32| !taken.get(&family).is_some_and(|taken| taken.contains(at));
            let number = requirement.number.unwrap_or_else(|| {
                let last = next.entry(family).or_default();
                *last = (*last + 1..).find(free).unwrap_or(u32::MAX);
                *last
            });
            counted.insert(declaration.id, number);
        }
        counted
    }

    /// The numbers that no requirement of a family gets again.
    fn withdrawn(&self, family: Option<Id>) -> BTreeSet<u32> {
        let family = family.and_then(|family| self.body::<Family<'s>>(family));
        family.into_iter().flat_map(|family| &family.withdrawn).map(|withdrawn| withdrawn.number).collect()
    }
}
