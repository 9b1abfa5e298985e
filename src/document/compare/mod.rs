//! Two drafts of one deliverable make one that shows what changed: what is new, what is gone in its place, what stood elsewhere, and the numbers
//! and words that are others. Without what is inserted it is the old draft, without what is deleted the new one.

mod align;
mod blocks;
mod gone;
mod inlines;

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::block::{Block, Clause, Document, Heading, Mark};
use super::walk;
use crate::redline;

use align::{Place, align};

/// From this likeness on, in hundredths, a thing is held to be another that was reworded.
const ALIKE: usize = 40;

/// The new draft with marks of what changed since the old one.
pub fn compare(old: &Document, new: &Document) -> Document {
    let comparing = Comparing::new(old, new);
    let clauses = comparing.clauses(&old.clauses, &new.clauses);
    let first = new.clauses.get(new.contents_before).map(|clause| &clause.id);
    let contents_before = clauses.iter().position(|clause| Some(&clause.id) == first).unwrap_or(clauses.len());
    let since = Some(old.cover.identifier.clone());
    Document { clauses, contents_before, since, before: None, ..new.clone() }
}

impl Document {
    /// The draft with marks, where it is to show what changed; else as it is.
    pub fn marked(&self) -> Cow<'_, Self> {
        self.before.as_ref().map_or(Cow::Borrowed(self), |before| Cow::Owned(compare(before, self)))
    }
}

/// What is looked for in the whole of a draft, because it may have moved.
struct Comparing<'d> {
    old_clauses: BTreeMap<&'d str, &'d Clause>,
    old_blocks: BTreeMap<&'d str, &'d Block>,
    new: BTreeSet<&'d str>,
}

impl<'d> Comparing<'d> {
    fn new(old: &'d Document, new: &'d Document) -> Self {
        let mut comparing = Self { old_clauses: BTreeMap::new(), old_blocks: BTreeMap::new(), new: BTreeSet::new() };
        each(&old.clauses, &mut |clause| {
            comparing.old_clauses.insert(&clause.id, clause);
            comparing.old_blocks.extend(clause.blocks.iter().filter_map(|block| Some((blocks::id(block)?, block))));
        });
        each(&new.clauses, &mut |clause| {
            comparing.new.insert(&clause.id);
            comparing.new.extend(clause.blocks.iter().filter_map(blocks::id));
        });
        comparing
    }

    /// Whether an old thing of this anchor is in the new draft, wherever.
    fn is_kept(&self, id: &str) -> bool {
        self.new.contains(id)
    }

    /// Clauses beside each other.
    fn clauses(&self, old: &[Clause], new: &[Clause]) -> Vec<Clause> {
        let keys = |clauses: &[Clause]| clauses.iter().map(|clause| clause.id.clone()).collect::<Vec<_>>();
        let alike = |one: usize, other: usize| {
            let (one, other) = (&old[one], &new[other]);
            let is_free = !self.is_kept(&one.id) && !self.old_clauses.contains_key(&*other.id);
            is_free && (one.title == other.title || redline::likeness(&opening(one), &opening(other)) >= ALIKE)
        };
        let mut found = Vec::with_capacity(new.len());
        for place in align(&keys(old), &keys(new), alike) {
            match place {
                Place::Both(one, other) => found.push(self.clause(&old[one], &new[other])),
                Place::Old(one) if self.is_kept(&old[one].id) => {}
                Place::Old(one) => found.push(gone::clause(&old[one], &|id| self.is_kept(id))),
                Place::New(other) => found.push(match self.old_clauses.get(&*new[other].id) {
                    Some(before) => Clause { mark: Some(Mark::Moved), ..self.clause(before, &new[other]) },
                    None => self.fresh(&new[other]),
                }),
            }
        }
        found
    }

    fn clause(&self, old: &Clause, new: &Clause) -> Clause {
        let heading = |clause: &Clause| Heading { number: clause.number.clone(), title: clause.title.clone() };
        let was = Some(heading(old)).filter(|was| *was != heading(new));
        let blocks = self.blocks(&old.blocks, &new.blocks);
        let clauses = self.clauses(&old.clauses, &new.clauses);
        Clause { was, blocks, clauses, ..new.clone() }
    }

    /// A clause that is new. What it took over from others is shown as moved.
    fn fresh(&self, new: &Clause) -> Clause {
        let mut has_old = false;
        each(std::slice::from_ref(new), &mut |clause| {
            let old = clause.blocks.iter().filter_map(blocks::id).any(|id| self.old_blocks.contains_key(id));
            has_old |= old || self.old_clauses.contains_key(&*clause.id);
        });
        if !has_old {
            let clauses = new.clauses.iter().map(|inner| self.fresh(inner)).collect();
            return Clause { mark: Some(Mark::Inserted), clauses, ..new.clone() };
        }
        let nothing = Heading { number: String::new(), title: String::new() };
        let blocks = self.blocks(&[], &new.blocks);
        Clause { was: Some(nothing), blocks, clauses: self.clauses(&[], &new.clauses), ..new.clone() }
    }
}

fn each<'d>(clauses: &'d [Clause], visit: &mut dyn FnMut(&'d Clause)) {
    for clause in clauses {
        visit(clause);
        each(&clause.clauses, visit);
    }
}

/// What a clause begins with, as much as is needed to know it again.
fn opening(clause: &Clause) -> String {
    let text: String = clause.blocks.iter().take(4).map(|block| blocks::words(block) + " ").collect();
    let text: String = text.chars().take(2_000).collect();
    format!("{} {text}", clause.title)
}
