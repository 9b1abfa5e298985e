//! Threats, objectives and requirements that lose what they are there for.

use normc::model::{Id, Objective, Relation, Requirement};
use normc::syntax::Item;

use super::Kind;
use crate::corpus::{Corpus, Edit, Mutant};

/// Whether everything that a declaration refers to by a relation is referred to by another declaration too.
fn shared(corpus: &Corpus<'_>, of: Id, relation: Relation) -> bool {
    corpus.graph.targets(of, relation).all(|target| corpus.count(target, relation) > 1)
}

fn without(corpus: &Corpus<'_>, item: &Item, word: &'static str) -> Vec<Edit> {
    corpus.lines(item, word).map(|line| corpus.remove(line)).collect()
}

pub(super) const KINDS: &[Kind] = &[
    Kind {
        name: "an objective no longer counters a threat that no other counters",
        rule: "uncovered-threat",
        mutants: |corpus| {
            let mut mutants = Vec::new();
            for (declaration, objective, item) in corpus.all::<Objective<'_>>() {
                let last = |target: &&normc::model::Target| corpus.count(target.id, Relation::Counters) == 1;
                for target in objective
                    .counters
                    .iter()
                    .filter(last)
                    .filter(|_| declaration.targets(Relation::Counters).count() > 1)
                {
                    let Some(line) = corpus
                        .lines(item, "counters")
                        .find(|line| line.span.range().contains(&(target.span.start as usize)))
                    else {
                        continue;
                    };
                    let edit = corpus.remove_reference(line, target.span);
                    mutants.push(Mutant::new(vec![edit], "uncovered-threat", corpus.model.get(target.id).at));
                }
            }
            mutants
        },
    },
    Kind {
        name: "an objective achieves nothing",
        rule: "ungrounded-objective",
        mutants: |corpus| {
            let objectives = corpus.all::<Objective<'_>>().filter(|(_, objective, _)| !objective.achieves.is_empty());
            objectives
                .filter(|(_, objective, _)| objective.on != Some(normc::model::objective::On::Environment))
                .map(|(declaration, _, item)| {
                    Mutant::new(without(corpus, item, "achieves"), "ungrounded-objective", declaration.at)
                })
                .collect()
        },
    },
    Kind {
        name: "a requirement serves no objective",
        rule: "unserved-requirement",
        mutants: |corpus| {
            let requirements = corpus
                .all::<Requirement<'_>>()
                .filter(|(declaration, _, _)| shared(corpus, declaration.id, Relation::Serves));
            requirements
                .map(|(declaration, _, item)| {
                    Mutant::new(without(corpus, item, "serves"), "unserved-requirement", declaration.at)
                })
                .collect()
        },
    },
    Kind {
        name: "an objective that no requirement serves",
        rule: "unrealised-objective",
        mutants: |corpus| {
            let mut mutants = Vec::new();
            for (_, requirement, item) in corpus.all::<Requirement<'_>>() {
                let Some(line) = corpus.line(item, "serves").filter(|line| line.arguments.len() > 1) else { continue };
                for target in requirement.serves.iter().filter(|it| corpus.count(it.id, Relation::Serves) == 1) {
                    let edit = corpus.remove_reference(line, target.span);
                    mutants.push(Mutant::new(vec![edit], "unrealised-objective", corpus.model.get(target.id).at));
                }
            }
            mutants
        },
    },
    Kind {
        name: "an assumption that nothing upholds",
        rule: "unupheld-assumption",
        mutants: |corpus| {
            let heads = corpus.all::<normc::model::Standard<'_>>();
            heads
                .map(|(head, _, _)| {
                    let text = "assumption A-CALM \"Calm\" { text \"Nobody is in a hurry.\" }";
                    Mutant::inside(vec![corpus.append(head.span.file, text)], "unupheld-assumption", "A-CALM")
                })
                .collect()
        },
    },
];
