//! Where each declaration of a corpus stands in the site, and what refers to it from anywhere.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::catalogue::{Item, Relation};
use crate::corpus::{Corpus, Volume};
use crate::model;

/// A link to a declaration, from the site's root.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Link {
    /// Where it leads; empty where the declaration stands in no page.
    pub(super) href: String,
    /// What is printed: the number or the name.
    pub(super) text: String,
    /// The title.
    pub(super) title: String,
}

/// Links that one relation gives.
#[derive(Debug, Serialize)]
pub(super) struct Group {
    /// How the relation reads.
    pub(super) words: &'static str,
    /// Where it leads, in order.
    pub(super) links: Vec<Link>,
}

/// What refers to a declaration from one package.
#[derive(Debug, Serialize)]
pub(super) struct Elsewhere {
    /// The package.
    pub(super) package: Link,
    /// How it refers to the declaration.
    pub(super) groups: Vec<Group>,
}

/// The declarations of a corpus by id.
pub(super) struct Places<'c> {
    all: BTreeMap<&'c str, (&'c Volume, &'c Item)>,
    outgoing: BTreeMap<&'c str, Vec<&'c Relation>>,
    incoming: BTreeMap<&'c str, Vec<&'c Relation>>,
    /// The packages that each package refers to, and by which each is referred to.
    refers: BTreeMap<&'c str, BTreeSet<&'c str>>,
    referred: BTreeMap<&'c str, BTreeSet<&'c str>>,
}

impl<'c> Places<'c> {
    /// Finds the place of everything that a corpus declares.
    pub(super) fn of(corpus: &'c Corpus) -> Self {
        let (mut all, mut outgoing, mut incoming) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        let (mut refers, mut referred) = (BTreeMap::new(), BTreeMap::new());
        for volume in &corpus.packages {
            all.extend(volume.catalogue.items.iter().map(|item| (&*item.id, (volume, item))));
            for relation in &volume.catalogue.relations {
                outgoing.entry(&*relation.from).or_insert_with(Vec::new).push(relation);
                incoming.entry(&*relation.to).or_insert_with(Vec::new).push(relation);
                let (from, to) = (package(&relation.from), package(&relation.to));
                if from != to {
                    refers.entry(from).or_insert_with(BTreeSet::new).insert(to);
                    referred.entry(to).or_insert_with(BTreeSet::new).insert(from);
                }
            }
        }
        Self { all, outgoing, incoming, refers, referred }
    }

    /// A link to a declaration.
    pub(super) fn link(&self, id: &str) -> Link {
        let Some((volume, item)) = self.all.get(id) else {
            return Link { href: String::new(), text: id.to_owned(), title: String::new() };
        };
        let text = match &item.number {
            Some(number) => number.clone(),
            None if item.id == volume.catalogue.package => volume.catalogue.title.clone(),
            None if item.name.is_empty() => anchor(item).replacen('-', " ", 1),
            None => item.name.clone(),
        };
        Link { href: href(volume, item), text, title: item.title.clone() }
    }

    /// What a declaration refers to, by relation.
    pub(super) fn above(&self, id: &str) -> Vec<Group> {
        let relations = self.outgoing.get(id).into_iter().flatten();
        let found = relations.filter_map(|relation| Some((of(relation)?, &*relation.to)));
        self.groups(found, model::Relation::forward)
    }

    /// What a package says of a declaration that refers to it, by relation.
    fn below(&self, id: &str, user: &str) -> Vec<Group> {
        let relations = self.incoming.get(id).into_iter().flatten();
        let here = relations.filter(|relation| package(&relation.from) == user);
        let found = here.filter_map(|relation| Some((of(relation)?, &*relation.from)));
        self.groups(found, model::Relation::backward)
    }

    /// What refers to a declaration in its own package.
    pub(super) fn inside(&self, id: &str) -> Vec<Group> {
        self.below(id, package(id))
    }

    /// What refers to a declaration in other packages.
    pub(super) fn elsewhere(&self, id: &str) -> Vec<Elsewhere> {
        let mut packages: Vec<_> =
            self.incoming.get(id).into_iter().flatten().map(|relation| package(&relation.from)).collect();
        packages.sort_unstable();
        packages.dedup();
        packages.retain(|user| *user != package(id));
        packages.into_iter().map(|user| Elsewhere { package: self.link(user), groups: self.below(id, user) }).collect()
    }

    /// The ids of what refers to a declaration by a relation.
    pub(super) fn origins(&self, id: &str, word: &str) -> Vec<&'c str> {
        let relations = self.incoming.get(id).into_iter().flatten();
        relations.filter(|relation| relation.relation == word).map(|relation| &*relation.from).collect()
    }

    /// The ids of what a declaration refers to by a relation.
    pub(super) fn targets(&self, id: &str, word: &str) -> Vec<&'c str> {
        let relations = self.outgoing.get(id).into_iter().flatten();
        relations.filter(|relation| relation.relation == word).map(|relation| &*relation.to).collect()
    }

    /// The packages that a package refers to.
    pub(super) fn refers(&self, package: &str) -> Vec<&'c str> {
        self.refers.get(package).into_iter().flatten().copied().collect()
    }

    /// The packages that refer to a package.
    pub(super) fn referred(&self, package: &str) -> Vec<&'c str> {
        self.referred.get(package).into_iter().flatten().copied().collect()
    }

    /// Whether a declaration says this of a property.
    pub(super) fn says(&self, id: &str, property: &str, value: &str) -> bool {
        let said = self.all.get(id).and_then(|(_, item)| item.properties.get(property));
        said.is_some_and(|values| values.iter().any(|said| said == value))
    }

    fn groups<'i>(
        &self,
        found: impl Iterator<Item = (model::Relation, &'i str)>,
        words: impl Fn(model::Relation) -> &'static str,
    ) -> Vec<Group> {
        let mut by_relation: BTreeMap<model::Relation, Vec<&str>> = BTreeMap::new();
        found.for_each(|(relation, id)| by_relation.entry(relation).or_default().push(id));
        let group = |(relation, ids): (model::Relation, Vec<&str>)| Group {
            words: words(relation),
            links: ids.into_iter().map(|id| self.link(id)).collect(),
        };
        by_relation.into_iter().map(group).collect()
    }
}

/// The name of the package that a declaration stands in.
pub(super) fn package(id: &str) -> &str {
    id.split_once(':').map_or(id, |(package, _)| package)
}

fn of(relation: &Relation) -> Option<model::Relation> {
    model::Relation::of(&relation.relation)
}

/// Where a declaration stands, from the site's root.
pub(super) fn href(volume: &Volume, item: &Item) -> String {
    let package = &volume.catalogue.package;
    if item.id == *package {
        return format!("{package}/index.html");
    }
    format!("{package}/{}.html#{}", item.kind, anchor(item))
}

/// The anchor of a declaration in its page: the id without the package.
pub(super) fn anchor(item: &Item) -> &str {
    item.id.split_once(':').map_or(&*item.id, |(_, name)| name)
}
