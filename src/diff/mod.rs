//! Two states of a workspace beside each other: which declarations were added, removed, changed, renamed, moved or renumbered, and whether each
//! requirement asks for more or for less. Finds no rule broken and reads no disk.

mod assessed;
mod change;
mod html;
mod pairs;
mod parameters;
mod placed;
mod provision;
mod said;
mod strictness;
mod table;

use std::collections::{BTreeMap, BTreeSet};

use crate::document::{Document, anchor};
use crate::graph::Graph;
use crate::model::{Declaration, Id, Model, Package, Requirement};
use crate::redline;

pub use change::{Change, Diff, Move, Number, Of, Property, Revision, What};
pub use html::html;
pub use strictness::{Judgement, Reason, Strictness};
pub use table::table;

use pairs::{Pairs, Told};
use placed::{Place, places};
use said::Said;
use strictness::Judge;

/// One state of a workspace.
pub struct Side<'s> {
    /// What it is called: a revision, a folder.
    pub name: String,
    /// The model.
    pub model: &'s Model<'s>,
    /// The graph.
    pub graph: &'s Graph,
    /// The drafts of its deliverables.
    pub drafts: &'s [Document],
}

/// The diff as JSON.
pub fn json(diff: &Diff) -> String {
    // Strings, numbers and lists always serialise.
    serde_json::to_string_pretty(diff).unwrap_or_default() + "\n"
}

/// The JSON Schema of what [`json`] gives.
pub fn schema() -> schemars::Schema {
    let settings = schemars::generate::SchemaSettings::draft2020_12().for_serialize();
    settings.into_generator().into_root_schema_for::<Diff>()
}

/// What changed from one state to the other.
pub fn compare<'s>(old: &Side<'s>, new: &Side<'s>) -> Diff {
    let was = Said::read(old.model, &BTreeMap::new());
    let now = Said::read(new.model, &BTreeMap::new());
    let pairs = Pairs::find(Told { model: old.model, said: &was }, Told { model: new.model, said: &now });
    // What was only renamed does not change those that refer to it.
    let renamed = renamed(old.model, new.model, &pairs);
    let was = if renamed.is_empty() { was } else { Said::read(old.model, &renamed) };
    let (were, are) = (drafts(old), drafts(new));
    let comparing = Comparing { old, new, pairs: &pairs, was, now, were, are };
    let changes = comparing.changes();
    let numbers = comparing.numbers(&changes);
    let revision = |side: &Side<'_>| Revision { name: side.name.clone() };
    Diff { old: revision(old), new: revision(new), changes, numbers }
}

/// What has another name in the new model, and which.
fn renamed(old: &Model<'_>, new: &Model<'_>, pairs: &Pairs) -> BTreeMap<Id, String> {
    let other = pairs.both.iter().filter(|(was, now)| old.get(**was).name != new.get(**now).name);
    other
        .filter(|(was, _)| old.package(old.get(**was).package).head != Some(**was))
        .map(|(was, now)| (*was, new.get(*now).name.clone()))
        .collect()
}

/// What has a number in each draft, by package.
type Drafts<'s> = BTreeMap<&'s str, BTreeMap<String, Place>>;

fn drafts<'s>(side: &Side<'s>) -> Drafts<'s> {
    side.drafts.iter().map(|draft| (draft.package.as_str(), places(draft))).collect()
}

/// Two states that are being compared.
struct Comparing<'a, 's> {
    old: &'a Side<'s>,
    new: &'a Side<'s>,
    pairs: &'a Pairs,
    was: Said,
    now: Said,
    were: Drafts<'s>,
    are: Drafts<'s>,
}

impl<'s> Comparing<'_, 's> {
    /// What changed, by package, in the order of the new sources; what was removed stands behind.
    fn changes(&self) -> Vec<Change> {
        let back: BTreeMap<Id, Id> = self.pairs.both.iter().map(|(was, now)| (*now, *was)).collect();
        let mut judge = Judge::new(self.old, self.new, self.pairs, (&self.was, &self.now));
        let mut found = Vec::new();
        for declaration in self.new.model.declarations() {
            match back.get(&declaration.id) {
                Some(was) => found.extend(self.changed(self.old.model.get(*was), declaration, &mut judge)),
                None => found.push(self.alone(self.new, &self.now, declaration, What::Added)),
            }
        }
        let gone = self.old.model.declarations().iter().filter(|it| !self.pairs.both.contains_key(&it.id));
        found.extend(gone.map(|declaration| self.alone(self.old, &self.was, declaration, What::Removed)));
        found.sort_by(|one, other| one.of.package.cmp(&other.of.package));
        found
    }

    /// What is in one state only.
    fn alone(&self, side: &Side<'s>, said: &Said, declaration: &Declaration<'s>, what: What) -> Change {
        let properties = said.by(declaration.id).iter().map(|(property, words)| match what {
            What::Removed => Property::new(property, Some(words), None),
            _ => Property::new(property, None, Some(words)),
        });
        let drafts = if what == What::Removed { &self.were } else { &self.are };
        let number = place(drafts, side.model, declaration).filter(|place| place.what == "requirement");
        Change {
            what: BTreeSet::from([what]),
            number: number.map(|place| place.number.clone()),
            properties: properties.filter(|property| property.name != "title").collect(),
            ..Change::of(of(side.model, declaration))
        }
    }

    fn changed(&self, was: &Declaration<'s>, now: &Declaration<'s>, judge: &mut Judge<'_, 's>) -> Option<Change> {
        let mut change = Change::of(of(self.new.model, now));
        let before = place(&self.were, self.old.model, was);
        let place = place(&self.are, self.new.model, now);
        change.number = place.filter(|place| place.what == "requirement").map(|place| place.number.clone());
        change.properties = properties(self.was.by(was.id), self.now.by(now.id));
        change.moves = self.moves(was, now, before.zip(place));
        let moved = |name: &str| change.moves.iter().any(|it| it.of == name);
        change.properties.retain(|property| property.name != "family" || !moved("family"));
        if was.name != now.name && self.new.model.package(now.package).head != Some(now.id) {
            change.renamed_from = Some(was.name.clone());
        }
        let renumbered = before.zip(place).filter(|(before, place)| before.number != place.number);
        change.renumbered_from = renumbered.map(|(before, _)| before.number.clone());
        if let Some((_, place)) = renumbered {
            change.number = Some(place.number.clone());
        }
        let says_more = !change.properties.is_empty();
        change.strictness = judge.judge(was.id, now.id).filter(|it| says_more || !it.reasons.is_empty());
        change.judge_what();
        (!change.what.is_empty()).then_some(change)
    }

    /// Another package, file, family or clause.
    fn moves(&self, was: &Declaration<'s>, now: &Declaration<'s>, placed: Option<(&Place, &Place)>) -> Vec<Move> {
        let (old, new) = (self.old.model, self.new.model);
        let mut found = Vec::new();
        let mut moved = |of: &str, was: &str, now: &str| {
            if was != now {
                found.push(Move { of: of.to_owned(), was: was.to_owned(), now: now.to_owned() });
            }
        };
        moved("package", old.package(was.package).name, new.package(now.package).name);
        moved("file", old.sources.file(was.span.file).path(), new.sources.file(now.span.file).path());
        let family = |model: &Model<'s>, id: Id| {
            let family = model.body::<Requirement<'s>>(id).and_then(|requirement| requirement.family);
            family.map(|family| family.id)
        };
        let (from, to) = (family(old, was.id), family(new, now.id));
        if from.and_then(|from| self.pairs.both.get(&from).copied()) != to || from.is_some() != to.is_some() {
            let name = |model: &Model<'s>, id: Option<Id>| {
                id.map_or_else(|| "none".to_owned(), |id| model.get(id).name.clone())
            };
            moved("family", &name(old, from), &name(new, to));
        }
        // A family has a clause of its own, so that one move is said once.
        if found.is_empty()
            && let Some((before, place)) = placed
        {
            let clause = |drafts: &Drafts<'s>, model: &Model<'s>, declaration: &Declaration<'s>, id: &str| {
                let draft = drafts.get(model.package(declaration.package).name);
                draft
                    .and_then(|draft| draft.get(id))
                    .map_or_else(|| "the first level".to_owned(), |it| format!("{} {}", it.number, it.title))
            };
            if before.clause != place.clause {
                let (from, to) =
                    (clause(&self.were, old, was, &before.clause), clause(&self.are, new, now, &place.clause));
                found.push(Move { of: "clause".to_owned(), was: from, now: to });
            }
        }
        found
    }

    /// Numbers in the drafts that are others, of what no change speaks of.
    fn numbers(&self, changes: &[Change]) -> Vec<Number> {
        let mut found = Vec::new();
        let told: BTreeSet<_> =
            changes.iter().filter(|it| it.renumbered_from.is_some()).filter_map(|it| it.of.anchor.clone()).collect();
        for (package, are) in &self.are {
            let Some(were) = self.were.get(package) else { continue };
            for (id, place) in are {
                let Some(before) = were.get(id).filter(|it| it.number != place.number) else { continue };
                if !told.contains(&(format!("{package}#{id}"))) {
                    found.push(Number {
                        package: (*package).to_owned(),
                        what: place.what.to_owned(),
                        title: place.title.clone(),
                        was: before.number.clone(),
                        now: place.number.clone(),
                    });
                }
            }
        }
        found
    }
}

/// What a change is about.
fn of(model: &Model<'_>, declaration: &Declaration<'_>) -> Of {
    let file = model.sources.file(declaration.at.file);
    let package: &Package<'_> = model.package(declaration.package);
    let is_head = package.head == Some(declaration.id);
    let named = !declaration.name.is_empty() || is_head;
    Of {
        package: package.name.to_owned(),
        kind: declaration.kind().to_owned(),
        name: if is_head { package.name.to_owned() } else { declaration.name.clone() },
        title: if named {
            declaration.title.map_or_else(String::new, |title| title.content().as_str().to_owned())
        } else {
            about(model, declaration)
        },
        file: file.path().to_owned(),
        line: file.position(declaration.at.start).line,
        anchor: named.then(|| format!("{}#{}", package.name, anchor(model, declaration.package, declaration.id))),
    }
}

/// What stands for the name of a declaration that has none: what it refers to first.
fn about(model: &Model<'_>, declaration: &Declaration<'_>) -> String {
    let targets: Vec<_> = declaration.links.iter().take(3).map(|link| model.qualified(link.target)).collect();
    let more = if declaration.links.len() > 3 { ", …" } else { "" };
    declaration.title.map_or_else(|| targets.join(", ") + more, |title| title.content().as_str().to_owned())
}

fn place<'d>(drafts: &'d Drafts<'_>, model: &Model<'_>, declaration: &Declaration<'_>) -> Option<&'d Place> {
    if declaration.name.is_empty() {
        return None;
    }
    drafts.get(model.package(declaration.package).name)?.get(&anchor(model, declaration.package, declaration.id))
}

/// The properties that differ, in the order of the new source.
fn properties(was: &[(String, String)], now: &[(String, String)]) -> Vec<Property> {
    let old: BTreeMap<_, _> = was.iter().map(|(property, words)| (property, words)).collect();
    let new: BTreeMap<_, _> = now.iter().map(|(property, words)| (property, words)).collect();
    let changed = now.iter().filter(|(property, words)| old.get(property) != Some(&words));
    let changed = changed.map(|(property, words)| Property::new(property, old.get(property).copied(), Some(words)));
    let gone = was.iter().filter(|(property, _)| !new.contains_key(property));
    changed.chain(gone.map(|(property, words)| Property::new(property, Some(words), None))).collect()
}

impl Property {
    fn new(property: &str, was: Option<&String>, now: Option<&String>) -> Self {
        let pieces = redline::words(was.map_or("", |it| it), now.map_or("", |it| it));
        Self { name: property.to_owned(), was: was.cloned(), now: now.cloned(), pieces }
    }
}
