//! Assessments: by which methods and aspects, in which modules and from which level a requirement is assessed; and whether what is done there is
//! worded anew.

use std::collections::{BTreeMap, BTreeSet};

use crate::graph::Graph;
use crate::model::{Assessment, Id, Model, Relation};

use super::Side;
use super::said::Said;
use super::strictness::{Both, Reason, Strictness};

/// How the assessments of a requirement changed.
pub(super) fn reasons(both: &Both<'_, '_>) -> Vec<Reason> {
    let was = parts(both.old.model, both.old.graph, both.was.0.id, |id| both.new_name(id));
    let now = parts(both.new.model, both.new.graph, both.now.0.id, |id| both.new.model.qualified(id));
    let lacking = |of: &Parts, other: &Parts| {
        let lacks = |(part, rank): (&Part, &usize)| {
            let has = other.get(part).is_some_and(|other| other <= rank);
            (!has).then(|| part.in_words())
        };
        let mut words: Vec<_> = of.iter().filter_map(lacks).collect();
        words.dedup();
        words
    };
    let (lost, gained) = (lacking(&was, &now), lacking(&now, &was));
    let reason = |effect, because| Reason { of: "assessments".to_owned(), effect, because };
    let mut found = Vec::new();
    if !gained.is_empty() {
        found.push(reason(Strictness::Tightened, format!("it is assessed by {} now", gained.join(", "))));
    }
    if !lost.is_empty() {
        found.push(reason(Strictness::Loosened, format!("it is no longer assessed by {}", lost.join(", "))));
    }
    found.extend(wording(both).map(|(effect, because)| reason(effect, because.to_owned())));
    found
}

/// A method or an aspect, in a module.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Part {
    of: &'static str,
    word: &'static str,
    /// Empty where in every module.
    module: String,
}

impl Part {
    fn in_words(&self) -> String {
        let within = if self.module.is_empty() { String::new() } else { format!(" in `{}`", self.module) };
        format!("the {} `{}`{within}", self.of, self.word)
    }
}

/// The lowest rank of the levels from which each part is asked.
type Parts = BTreeMap<Part, usize>;

fn parts(model: &Model<'_>, graph: &Graph, requirement: Id, name: impl Fn(Id) -> String) -> Parts {
    let package = model.get(requirement).package;
    let mut found = Parts::new();
    for id in graph.origins(requirement, Relation::Assesses).filter(|id| model.get(*id).package == package) {
        let Some(assessment) = model.body::<Assessment<'_>>(id) else { continue };
        let rank = assessment.level.and_then(|level| model.level_rank(level.id)).unwrap_or(0);
        let methods = assessment.methods.iter().map(|method| ("method", method.word()));
        let aspects = assessment.aspects.iter().map(|aspect| ("aspect", aspect.word()));
        let mut modules: Vec<_> = assessment.modules.iter().map(|module| name(module.id)).collect();
        if modules.is_empty() {
            modules.push(String::new());
        }
        for (of, word) in methods.chain(aspects) {
            for module in &modules {
                let lowest = found.entry(Part { of, word, module: module.clone() }).or_insert(rank);
                *lowest = rank.min(*lowest);
            }
        }
    }
    found
}

/// Whether the texts of the assessments are others: what has to be at hand, what is done, when it passes.
fn wording(both: &Both<'_, '_>) -> Option<(Strictness, &'static str)> {
    let was = texts(both.old, both.said, both.was.0.id);
    let now = texts(both.new, both.says, both.now.0.id);
    let holds = |some: &[String], all: &[String]| {
        let mut all = all.iter();
        some.iter().all(|text| all.any(|other| other == text))
    };
    match (holds(&was, &now), holds(&now, &was)) {
        (true, true) => None,
        (true, false) => Some((Strictness::Tightened, "there is one assessment more")),
        (false, true) => Some((Strictness::Loosened, "there is one assessment less")),
        (false, false) => {
            Some((Strictness::Undecided, "what is done in an assessment, or when it passes, is worded anew"))
        }
    }
}

/// The properties that say how an assessment is made, as against where and when.
const MADE: &[&str] =
    &["objective", "preparation", "activity", "verdict pass", "verdict fail", "verdict inconclusive", "evidence"];

/// What is done in each assessment of a requirement, in the order of the words.
fn texts(side: &Side<'_>, said: &Said, requirement: Id) -> Vec<String> {
    let package = side.model.get(requirement).package;
    let own = side.graph.origins(requirement, Relation::Assesses).filter(|id| side.model.get(*id).package == package);
    let ids: BTreeSet<_> = own.collect();
    let text = |id: Id| MADE.iter().map(|name| said.property(id, name)).collect::<Vec<_>>().join("\0");
    let mut texts: Vec<_> = ids.into_iter().map(text).collect();
    texts.sort();
    texts
}
