//! The annex on the relationship to the act: what covers each essential requirement, what is left out and why, and the editions of the
//! normative references.

use crate::model::{Condition, Id, NotApplicable, Omits, Relation, Requirement, Threat};
use crate::syntax::Text;

use super::block::{Block, Cell};
use super::compose::{Composer, read};
use super::inline::Inline;
use super::outline::{fill, say};

/// Table A.1: every essential requirement that the deliverable answers for, and what covers it; then what is omitted.
pub(super) fn essentials(composer: &Composer<'_, '_>) -> Vec<Block> {
    let (model, graph) = (composer.model, composer.graph);
    let in_force = model.in_force(composer.package);
    let covering = |essential: Id| -> Vec<Id> {
        let mut wanted = vec![essential];
        wanted.extend(graph.origins(essential, Relation::PartOf));
        let covers = |id: &Id| {
            let requirement = model.body::<Requirement<'_>>(*id);
            requirement.is_some_and(|requirement| requirement.covers.iter().any(|target| wanted.contains(&target.id)))
        };
        in_force.iter().copied().filter(covers).collect()
    };
    let omitted: Vec<(Id, Cell)> = model
        .of::<Omits<'_>>(composer.package)
        .flat_map(|(_, omits)| {
            omits.essentials.iter().map(|target| (target.id, reason(composer, omits.when.as_ref(), omits.because)))
        })
        .collect();
    let inapplicable: Vec<_> = model
        .of::<NotApplicable<'_>>(composer.package)
        .flat_map(|(_, not)| not.essentials.iter().map(|target| target.id))
        .collect();
    let rows: Vec<_> = model
        .addressed(composer.standard)
        .into_iter()
        .map(|id| {
            let covering = covering(id);
            let remarks = remarks(composer, id, &covering);
            let mut cover = composer.links(covering);
            if cover.is_empty() {
                let applies = !inapplicable.contains(&id);
                let phrases = composer.phrases();
                cover.push(Inline::text(if applies { &phrases.not_covered } else { &phrases.not_applicable }));
            }
            vec![vec![Inline::text(composer.official(id))], vec![Inline::text(model.get(id).label())], cover, remarks]
        })
        .collect();
    if rows.is_empty() {
        return Vec::new();
    }
    let tables = composer.tables();
    let mut blocks = composer.made("essentials", &tables.essentials, &[4, 4, 7, 3], rows);
    let rows = omitted.into_iter().map(|(id, why)| {
        vec![vec![Inline::text(composer.official(id))], vec![Inline::text(model.get(id).label())], why]
    });
    blocks.extend(composer.made("omitted", &tables.omitted, &[4, 4, 6], rows.collect()));
    blocks.extend(not_applicable(composer));
    blocks.extend(presumption(composer));
    blocks
}

/// For which sets of risks the deliverable is meant to give presumption of conformity, and which of them it leaves (M/606, Annex II, section 2.3).
fn presumption(composer: &Composer<'_, '_>) -> Option<Block> {
    let (model, graph) = (composer.model, composer.graph);
    let threats = model.of::<Threat<'_>>(composer.package).map(|(declaration, _)| declaration.id);
    let (left, met): (Vec<_>, Vec<_>) = threats.partition(|id| graph.is_target(*id, &[Relation::Leaves]));
    if met.is_empty() {
        return None;
    }
    let phrases = composer.phrases();
    let mut text = say(&composer.filled(&phrases.presumption), &[("threats", &composer.links(met))]);
    if !left.is_empty() {
        text.push(Inline::text(" "));
        text.extend(say(&phrases.no_presumption, &[("threats", &composer.links(left))]));
    }
    Some(Block::Paragraph { text })
}

/// What of an essential requirement the requirements that cover it leave open, as they say.
fn remarks(composer: &Composer<'_, '_>, essential: Id, covering: &[Id]) -> Cell {
    let (model, graph) = (composer.model, composer.graph);
    let mut cell = Vec::new();
    for id in covering {
        let Some(requirement) = model.body::<Requirement<'_>>(*id) else { continue };
        for (target, missing) in &requirement.partly {
            let is_part = graph.origins(essential, Relation::PartOf).any(|part| part == target.id);
            if target.id != essential && !is_part {
                continue;
            }
            if !cell.is_empty() {
                cell.push(Inline::Break);
            }
            let values = [("requirement", &composer.number_cell(*id)), ("missing", &composer.cell(*missing))];
            cell.extend(say(&composer.phrases().covers_in_part, &values));
        }
    }
    cell
}

/// Why essential requirements are left uncovered, after the products for which they are.
fn reason<'s>(composer: &Composer<'_, 's>, when: Option<&Condition>, because: Option<Text<'s>>) -> Cell {
    let mut cell = Vec::new();
    if let Some(when) = when {
        cell.push(Inline::text(fill(&composer.phrases().where_omitted, &[("condition", &composer.when(when))])));
        cell.push(Inline::text(" "));
    }
    cell.extend(composer.cell(because));
    cell
}

fn not_applicable(composer: &Composer<'_, '_>) -> Vec<Block> {
    let model = composer.model;
    let rows: Vec<_> = model
        .of::<NotApplicable<'_>>(composer.package)
        .flat_map(|(_, not)| {
            not.essentials.iter().map(|target| {
                let official = vec![Inline::text(composer.official(target.id))];
                vec![
                    official,
                    vec![Inline::text(model.get(target.id).label())],
                    reason(composer, not.when.as_ref(), not.because),
                ]
            })
        })
        .collect();
    composer.made("not-applicable", &composer.tables().not_applicable, &[4, 4, 6], rows)
}

/// Table ZA.2: the edition of each normative reference, and the European Standard that corresponds to it.
pub(super) fn editions(composer: &Composer<'_, '_>) -> Vec<Block> {
    let rows: Vec<_> = composer
        .references
        .normative(composer)
        .map(|(id, document)| {
            let number = document.number.map_or_else(String::new, read);
            let european = ["EN ", "ETSI EN ", "CEN/", "CLC/"].iter().any(|begin| number.starts_with(begin));
            let counterpart = if european { number } else { composer.phrases().no_counterpart.clone() };
            let text = |text: Option<Text<'_>>| vec![Inline::text(text.map_or_else(String::new, read))];
            vec![
                vec![composer.link(id)],
                text(document.date),
                text(document.document_title),
                vec![Inline::text(counterpart)],
            ]
        })
        .collect();
    composer.made("editions", &composer.tables().editions, &[3, 2, 5, 4], rows)
}
