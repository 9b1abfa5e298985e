//! The map from threats over objectives to requirements.

use crate::model::{Id, Objective, Relation};

use super::super::block::Block;
use super::super::compose::Composer;
use super::super::outline::fill;
use super::svg::{Node, Picture, Shape};
use super::{figure, grouped, place};

/// An objective with the threats that it counters and the requirements that serve it.
struct Strand {
    objective: Id,
    threats: Vec<Id>,
    requirements: Vec<Id>,
}

/// The map of a deliverable, on as many figures as pages need.
pub(in crate::document) fn map(composer: &Composer<'_, '_>) -> Vec<Block> {
    let strands = strands(composer).into_iter().flat_map(divided);
    let parts = grouped(strands, |strands| picture(composer, strands));
    let (of, caption) = (parts.len(), &composer.drawings().map);
    let figures = parts.iter().enumerate().map(|(at, strands)| {
        figure(composer, ("map", caption), (at, of), &picture(composer, strands), in_words(composer, strands))
    });
    figures.collect()
}

fn strands(composer: &Composer<'_, '_>) -> Vec<Strand> {
    let (model, graph, package) = (composer.model, composer.graph, composer.package);
    let own = |ids: Vec<Id>, kind: &str| -> Vec<Id> {
        ids.into_iter().filter(|id| model.get(*id).package == package && model.get(*id).kind() == kind).collect()
    };
    let strands = model.of::<Objective<'_>>(package).map(|(declaration, objective)| Strand {
        objective: declaration.id,
        threats: own(objective.counters.iter().map(|target| target.id).collect(), "threat"),
        requirements: own(graph.origins(declaration.id, Relation::Serves).collect(), "requirement"),
    });
    strands.filter(|strand| !strand.threats.is_empty() && !strand.requirements.is_empty()).collect()
}

/// How many requirements of one objective a picture can hold.
const MANY: usize = 14;

fn divided(strand: Strand) -> Vec<Strand> {
    let (objective, threats) = (strand.objective, strand.threats);
    let part = |some: &[Id]| Strand { objective, threats: threats.clone(), requirements: some.to_vec() };
    strand.requirements.chunks(MANY).map(part).collect()
}

fn picture(composer: &Composer<'_, '_>, strands: &[Strand]) -> Picture {
    let (mut threats, mut requirements, mut lines) = (Vec::new(), Vec::new(), Vec::new());
    for (at, strand) in strands.iter().enumerate() {
        lines.extend(strand.threats.iter().map(|id| (0, place(&mut threats, *id), at)));
        lines.extend(strand.requirements.iter().map(|id| (1, at, place(&mut requirements, *id))));
    }
    let (model, words) = (composer.model, composer.drawings());
    let named = |ids: &[Id], shape| -> Vec<Node> {
        let node = |id: &Id| Node { name: composer.number_of(*id), text: model.get(*id).label(), shape };
        ids.iter().map(node).collect()
    };
    let objectives: Vec<_> = strands.iter().map(|strand| strand.objective).collect();
    Picture {
        heads: [&words.threats, &words.objectives, &words.requirements].map(String::clone).to_vec(),
        columns: vec![
            named(&threats, Shape::Marked),
            named(&objectives, Shape::Round),
            named(&requirements, Shape::Plain),
        ],
        lines,
    }
}

/// What the picture shows, for those who cannot see it.
fn in_words(composer: &Composer<'_, '_>, strands: &[Strand]) -> String {
    let names = |ids: &[Id]| ids.iter().map(|id| composer.number_of(*id)).collect::<Vec<_>>().join(", ");
    let sentence = |strand: &Strand| {
        let objective = composer.number_of(strand.objective);
        let (threats, requirements) = (names(&strand.threats), names(&strand.requirements));
        let values = [("objective", &*objective), ("threats", &*threats), ("requirements", &*requirements)];
        fill(&composer.drawings().counters, &values)
    };
    strands.iter().map(sentence).collect::<Vec<_>>().join(" ")
}
