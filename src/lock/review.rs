//! Comparing: what was recorded of each requirement that a deliverable treats, and what it says now.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::{IntoParallelIterator, ParallelIterator};

use crate::graph::Graph;
use crate::model::{Id, Model, PackageId, Requirement, Revision, Standard, Treatment, placeholders};

use super::{Content, Lock, Part, Record, newer};

/// What a deliverable makes of one requirement, and whether that was compared with what the requirement says now.
#[derive(Debug)]
pub struct Review<'l> {
    /// The deliverable's package.
    pub package: PackageId,
    /// The requirement that it treats.
    pub requirement: Id,
    /// How and where; a requirement may be refined in several places.
    pub treatments: Vec<Treatment>,
    /// What the requirement says; nothing where it could not be read whole.
    pub content: Option<Arc<Content>>,
    /// What was recorded.
    pub record: Option<&'l Record>,
    /// How the two compare.
    pub state: State,
    /// What binds and differs, by part; empty where the record does not say what changed.
    pub changes: Vec<Change<'l>>,
}

/// How a record compares with what a requirement says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum State {
    /// Nothing is recorded.
    New,
    /// Nothing changed.
    Current,
    /// Only words changed that bind nobody, or that the horizontal declares to be editorial.
    Editorial,
    /// Something changed that binds.
    Stale,
}

/// A part that differs.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Change<'l> {
    /// Which part.
    pub part: String,
    /// What it said.
    pub was: Option<&'l str>,
    /// What it says, and where.
    pub now: Option<Part>,
}

/// How the part ends that is the digest of an assessment's texts.
pub(super) const TEXTS: &str = ", texts";

impl Change<'_> {
    /// The part as it is called in a sentence.
    pub fn title(&self) -> String {
        let Some((kind, name)) = self.part.split_once(' ') else { return self.part.clone() };
        match name.strip_suffix(TEXTS) {
            Some(name) => format!("wording of the {kind} `{name}`"),
            None => format!("{kind} `{name}`"),
        }
    }

    /// Whether the lock keeps only a digest of the part.
    pub fn is_digest(&self) -> bool {
        self.part.ends_with(TEXTS)
    }

    /// The change in a clause: `the parameter memory is now …; it was …`.
    pub fn in_words(&self) -> String {
        let is_text = self.part == "statement" || self.is_digest();
        let part = self.title();
        match (self.was, &self.now) {
            (Some(_), Some(_)) if is_text => format!("the {part} changed"),
            (Some(was), Some(now)) => format!("the {part} is now `{}`; it was `{was}`", now.words),
            (None, Some(now)) if !is_text => format!("the {part} is new: `{}`", now.words),
            (Some(was), None) if !is_text => format!("the {part} is gone; it was `{was}`"),
            (_, now) => format!("the {part} {}", if now.is_some() { "is new" } else { "is gone" }),
        }
    }
}

/// The requirements of others that a deliverable treats, and where.
pub fn treated(model: &Model<'_>, package: PackageId) -> BTreeMap<Id, Vec<Treatment>> {
    let mut treated: BTreeMap<Id, Vec<Treatment>> = BTreeMap::new();
    for (requirement, treatment) in model.treatments(package) {
        if model.body::<Requirement<'_>>(requirement).is_some() {
            treated.entry(requirement).or_default().push(treatment);
        }
    }
    treated
}

/// Every treatment of every deliverable, compared with the lock.
pub fn reviews<'l>(model: &Model<'_>, graph: &Graph, lock: &'l Lock) -> Vec<Review<'l>> {
    let of =
        |package: PackageId| treated(model, package).into_iter().map(move |(id, treatments)| (package, id, treatments));
    let all: Vec<_> = model.standards().flat_map(|(package, _)| of(package.id)).collect();
    // Many verticals treat the same requirement of a horizontal; it is read once.
    let ids: BTreeSet<_> = all.iter().map(|(_, id, _)| *id).collect();
    let contents: BTreeMap<_, _> =
        ids.into_par_iter().map(|id| (id, Content::of(model, graph, id).map(Arc::new))).collect();
    let compared = all.into_par_iter().map(|(package, requirement, treatments)| {
        let content = contents.get(&requirement).cloned().flatten();
        let state = State::New;
        review(
            model,
            lock,
            Review { package, requirement, treatments, content, record: None, state, changes: Vec::new() },
        )
    });
    compared.collect()
}

/// A lock in which everything was reviewed just now, on the date of each deliverable.
pub fn recorded(model: &Model<'_>, graph: &Graph) -> Lock {
    let mut lock = Lock::default();
    for review in reviews(model, graph, &Lock::default()) {
        let key = key(model, &review);
        lock.records.extend(review.to_record(model, None, None).map(|record| (key, record)));
    }
    lock
}

/// The names by which the lock finds a record.
pub(super) fn key(model: &Model<'_>, review: &Review<'_>) -> (String, String) {
    (model.package(review.package).name.to_owned(), model.qualified(review.requirement))
}

/// The review compared with its record, where there is one.
fn review<'l>(model: &Model<'_>, lock: &'l Lock, mut review: Review<'l>) -> Review<'l> {
    let Some(record) = lock.records.get(&key(model, &review)) else { return review };
    review.record = Some(record);
    review.state = State::Current;
    let Some(content) = &review.content else { return review };
    if content.binding != record.binding {
        review.changes = changes(&record.says, content);
        let editorial = is_editorial(model, review.requirement, &record.version, &review.changes);
        review.state = if editorial { State::Editorial } else { State::Stale };
    } else if content.prose != record.prose {
        review.state = State::Editorial;
    }
    review
}

/// The parts that differ, in the order of their names; none where nothing is known of what was said.
pub fn changes<'l>(says: &'l BTreeMap<String, String>, content: &Content) -> Vec<Change<'l>> {
    if says.is_empty() {
        return Vec::new();
    }
    let mut changes: BTreeMap<&str, Change<'l>> = BTreeMap::new();
    for (part, was) in says {
        changes.insert(part, Change { part: part.clone(), was: Some(was), now: None });
    }
    for now in &content.parts {
        let new = || Change { part: now.name.clone(), was: None, now: None };
        changes.entry(&now.name).or_insert_with(new).now = Some(now.clone());
    }
    let differs = |change: &Change<'_>| change.was != change.now.as_ref().map(|now| &*now.words);
    changes.into_values().filter(differs).collect()
}

/// Whether these changes since a version are a matter of wording alone, and every revision since declares them to be so.
pub fn is_editorial(model: &Model<'_>, requirement: Id, since: &str, changes: &[Change<'_>]) -> bool {
    is_wording_only(changes) && is_declared_editorial(model, requirement, since)
}

/// Whether a statement changed in its words alone: with another verb or other parameters it says something else.
fn is_wording_only(changes: &[Change<'_>]) -> bool {
    let [Change { part, was: Some(was), now: Some(now) }] = changes else { return false };
    let names = |text| placeholders(text).into_iter().map(|(name, _)| name).collect::<Vec<_>>();
    part == "statement" && names(was) == names(&now.words)
}

/// Whether every revision since a version says that it changed the requirement's words only. One that does not name it may have changed it.
fn is_declared_editorial(model: &Model<'_>, requirement: Id, since: &str) -> bool {
    let package = model.get(requirement).package;
    let version = |revision: &Revision<'_>| revision.version.map(|version| version.content().as_str().to_owned());
    let revisions = model.of::<Revision<'_>>(package).map(|(_, revision)| revision);
    let mut later =
        revisions.filter(|revision| version(revision).is_some_and(|version| newer(&version, since))).peekable();
    later.peek().is_some() && later.all(|revision| revision.editorial.iter().any(|target| target.id == requirement))
}

impl Review<'_> {
    /// The record that says that this was compared: on `date`, or the deliverable's own; nothing where the requirement could not be read whole.
    pub fn to_record(&self, model: &Model<'_>, date: Option<&str>, by: Option<&str>) -> Option<Record> {
        let content = self.content.as_ref()?;
        let own = || standard(model, self.package)?.date.map(|date| date.to_string());
        Some(Record {
            version: version_of(model, model.get(self.requirement).package).unwrap_or_default(),
            date: date.map(str::to_owned).or_else(own).unwrap_or_default(),
            by: by.map(str::to_owned),
            binding: content.binding.clone(),
            prose: content.prose.clone(),
            says: content.parts.iter().map(|part| (part.name.clone(), part.words.clone())).collect(),
        })
    }

    /// The names by which the lock finds it: the deliverable's package and the qualified name of the requirement.
    pub fn key(&self, model: &Model<'_>) -> (String, String) {
        key(model, self)
    }
}

fn standard<'m, 's>(model: &'m Model<'s>, package: PackageId) -> Option<&'m Standard<'s>> {
    model.body(model.package(package).head?)
}

/// The version of a deliverable.
pub fn version_of(model: &Model<'_>, package: PackageId) -> Option<String> {
    Some(standard(model, package)?.version?.content().as_str().to_owned())
}
