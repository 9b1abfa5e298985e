//! Which declaration of a new model is which of an old one: by package, kind and name; where that finds none, by what is said.

use std::collections::{BTreeMap, BTreeSet};

use crate::digest;
use crate::model::{Declaration, Id, Model};

use super::said::Said;

/// Texts from this length on tell one declaration from others.
const TELLING: usize = 40;

/// The declarations of two models, side by side.
#[derive(Default)]
pub(super) struct Pairs {
    /// Old and new.
    pub(super) both: BTreeMap<Id, Id>,
    /// Those of the new model that have a partner.
    new: BTreeSet<Id>,
}

/// One model with what it says.
#[derive(Clone, Copy)]
pub(super) struct Told<'a, 's> {
    pub(super) model: &'a Model<'s>,
    pub(super) said: &'a Said,
}

impl Pairs {
    /// Finds the pairs.
    pub(super) fn find(old: Told<'_, '_>, new: Told<'_, '_>) -> Self {
        let mut pairs = Self::default();
        pairs.by(old, new, |told, it| Some(place(told, it, &name(told, it))));
        // What carries no name is known by what it is about, where the list of that changed.
        pairs.by(old, new, |told, it| unnamed(told, it).then(|| place(told, it, &first_target(told.model, it))));
        // Another name, the same words.
        pairs.by(old, new, |told, it| Some(place(told, it, &whole(told, it)?)));
        pairs.by(old, new, |told, it| Some(place(told, it, &telling(told, it)?)));
        // Another package, the same name and words.
        pairs.by(old, new, |told, it| Some(vec![it.kind().to_owned(), it.name.clone(), whole(told, it)?]));
        pairs
    }

    /// The new declaration that has no partner.
    pub(super) fn is_added(&self, id: Id) -> bool {
        !self.new.contains(&id)
    }

    fn join(&mut self, old: Id, new: Id) {
        self.both.insert(old, new);
        self.new.insert(new);
    }

    /// Joins what is left on both sides and has the same key; of several with one key, the first with the first.
    fn by(
        &mut self,
        old: Told<'_, '_>,
        new: Told<'_, '_>,
        key: impl Fn(Told<'_, '_>, &Declaration<'_>) -> Option<Vec<String>>,
    ) {
        let mut waiting: BTreeMap<Vec<String>, Vec<Id>> = BTreeMap::new();
        for declaration in new.model.declarations().iter().rev().filter(|it| self.is_added(it.id)) {
            if let Some(key) = key(new, declaration) {
                waiting.entry(key).or_default().push(declaration.id);
            }
        }
        for declaration in old.model.declarations() {
            if self.both.contains_key(&declaration.id) {
                continue;
            }
            let found = key(old, declaration).and_then(|key| waiting.get_mut(&key)?.pop());
            if let Some(found) = found {
                self.join(declaration.id, found);
            }
        }
    }
}

fn named(declaration: &Declaration<'_>) -> bool {
    !declaration.name.is_empty()
}

/// Whether it carries no name, and is no header: there is one of those.
fn unnamed(told: Told<'_, '_>, declaration: &Declaration<'_>) -> bool {
    !named(declaration) && !is_head(told, declaration) && !declaration.links.is_empty()
}

fn is_head(told: Told<'_, '_>, declaration: &Declaration<'_>) -> bool {
    told.model.package(declaration.package).head == Some(declaration.id)
}

fn place(told: Told<'_, '_>, declaration: &Declaration<'_>, rest: &str) -> Vec<String> {
    let package = told.model.package(declaration.package).name;
    vec![package.to_owned(), declaration.kind().to_owned(), rest.to_owned()]
}

/// The name; where there is none, the words behind the keyword, and the name of what it stands in.
fn name(told: Told<'_, '_>, declaration: &Declaration<'_>) -> String {
    if is_head(told, declaration) {
        return String::new();
    }
    if named(declaration) {
        return declaration.name.clone();
    }
    let parent = declaration.parent.map_or("", |parent| &*told.model.get(parent).name);
    let words = told.said.by(declaration.id).iter().find(|(property, _)| property == declaration.kind());
    format!("{parent} {}", words.map_or("", |(_, words)| words))
}

fn first_target(model: &Model<'_>, declaration: &Declaration<'_>) -> String {
    declaration.links.first().map_or_else(String::new, |link| model.qualified(link.target))
}

/// Everything that it says, in a few digits; nothing where it has no name, or says too little to be known by it.
fn whole(told: Told<'_, '_>, declaration: &Declaration<'_>) -> Option<String> {
    let said = told.said.by(declaration.id);
    let length: usize = said.iter().map(|(_, words)| words.len()).sum();
    let said = said.iter().flat_map(|(property, words)| [&**property, &**words]);
    (named(declaration) && length >= TELLING / 2).then(|| digest::short(said.collect::<Vec<_>>().join("\0")))
}

/// The longest of its texts, where it is long enough to be no chance.
fn telling(told: Told<'_, '_>, declaration: &Declaration<'_>) -> Option<String> {
    let words = told.said.by(declaration.id).iter().map(|(_, words)| words).max_by_key(|words| words.len())?;
    (named(declaration) && words.len() >= TELLING).then(|| digest::short(words))
}
