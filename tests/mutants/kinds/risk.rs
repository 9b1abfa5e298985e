//! Ratings that are lost, and risks that stay.

use normc::model::{Id, Relation, Requirement, RiskMatrix, Threat, UseCase};
use normc::risk;

use super::Kind;
use crate::corpus::{Corpus, Edit, Mutant};

/// The threats of deliverables that are accepted only because requirements lower them.
fn lowered(corpus: &Corpus<'_>) -> Vec<Id> {
    let mut threats = Vec::new();
    for (package, standard) in corpus.model.standards() {
        let Some(ratings) = risk::rate(corpus.model, corpus.graph, package.id, standard) else { continue };
        let Some(accepted) = ratings.matrix.accepted() else { continue };
        let left = |id: Id| corpus.graph.is_target(id, &[Relation::Leaves]);
        let high = ratings.rated.iter().filter(|rated| rated.before.rating > accepted && !left(rated.threat));
        threats.extend(high.map(|rated| rated.threat));
    }
    threats.dedup();
    threats
}

/// Takes away every line by which a requirement lowers a threat.
fn untreated(corpus: &Corpus<'_>, threat: Id) -> Vec<Edit> {
    let mut edits = Vec::new();
    for (_, requirement, item) in corpus.all::<Requirement<'_>>() {
        for line in corpus.lines(item, "reduces") {
            let range = line.span.range();
            let is_of = |it: &normc::model::requirement::Reduction<'_>| {
                it.threat.id == threat
                    && it.threat.span.file == line.span.file
                    && range.contains(&(it.threat.span.start as usize))
            };
            if requirement.reduces.iter().any(is_of) {
                edits.push(corpus.remove(line));
            }
        }
    }
    edits
}

pub(super) const KINDS: &[Kind] = &[
    Kind {
        name: "no requirement lowers a high risk any more",
        rule: "unacceptable-risk",
        mutants: |corpus| {
            let threats = lowered(corpus).into_iter();
            threats.map(|id| Mutant::new(untreated(corpus, id), "unacceptable-risk", corpus.model.get(id).at)).collect()
        },
    },
    Kind {
        name: "a rating falls where the risk rises",
        rule: "unsound-matrix",
        mutants: |corpus| {
            let matrices = corpus.all::<RiskMatrix<'_>>();
            matrices
                .filter_map(|(_, matrix, _)| {
                    let (lowest, last) = (matrix.ratings.first()?, matrix.rows.last()?.1.last()?);
                    Some(Mutant::new(vec![corpus.replace(last.span, lowest.text)], "unsound-matrix", last.span))
                })
                .collect()
        },
    },
    Kind {
        name: "a use case leaves a factor open",
        rule: "unset-factor",
        mutants: |corpus| {
            let mut mutants = Vec::new();
            for (declaration, use_case, item) in corpus.all::<UseCase<'_>>() {
                for (line, (factor, _)) in corpus.lines(item, "factor").zip(&use_case.factors) {
                    let mut used = false;
                    for (_, threat) in corpus.model.of::<Threat<'_>>(declaration.package) {
                        let lines = threat.likelihood.iter().chain(&threat.impact).filter_map(|it| it.when.as_ref());
                        lines.for_each(|when| when.factors(&mut |id| used |= id == factor.id));
                    }
                    if used {
                        mutants.push(Mutant::new(vec![corpus.remove(line)], "unset-factor", declaration.at));
                    }
                }
            }
            mutants
        },
    },
    Kind {
        name: "a reduction lowers nothing",
        rule: "idle-reduction",
        mutants: |corpus| {
            let requirements = corpus.all::<Requirement<'_>>();
            requirements
                .filter_map(|(_, requirement, item)| {
                    let threat = corpus.text(requirement.reduces.first()?.threat.span);
                    let edit = corpus.insert(item, &format!("reduces {threat} impact to severe"))?;
                    Some(Mutant::inside(vec![edit], "idle-reduction", "severe"))
                })
                .collect()
        },
    },
];
