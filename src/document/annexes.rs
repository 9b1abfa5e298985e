//! Annexes: the security analysis, guidance, free annexes.

use std::collections::BTreeMap;

use crate::model::{
    Annex, Asset, Assumption, CitedDocument, Guidance, Id, Objective, Policy, Profile, Relation, Residual, RiskFactor,
    Threat, UseCase,
};
use crate::risk::{self, Rated, Ratings};

use super::block::{Block, Cell, Clause, ClauseKind};
use super::compose::{Composer, read};
use super::context::{free_clause, paragraph};
use super::figures::map;
use super::inline::Inline;
use super::outline::{fill, say};
use super::walk;

pub(super) fn assets(composer: &Composer<'_, '_>) -> Vec<Block> {
    let rows: Vec<_> = composer
        .model
        .of::<Asset<'_>>(composer.package)
        .map(|(declaration, asset)| {
            let mut meaning =
                vec![Inline::Anchor { id: composer.anchor(declaration.id) }, Inline::text(declaration.label())];
            if let Some(text) = asset.text {
                meaning.push(Inline::text(". "));
                meaning.extend(composer.inlines(text));
            }
            let protects: Vec<_> = asset.protects.iter().map(|word| word.text).collect();
            vec![vec![Inline::text(declaration.name.clone())], meaning, vec![Inline::text(protects.join(", "))]]
        })
        .collect();
    composer.made("assets", &composer.tables().assets, &[2, 6, 3], rows)
}

pub(super) fn risk_factors(composer: &Composer<'_, '_>) -> Vec<Block> {
    let model = composer.model;
    let use_cases: Vec<_> = model.of::<UseCase<'_>>(composer.package).collect();
    let own = model.of::<RiskFactor<'_>>(composer.package).map(|(declaration, _)| declaration.id);
    let set = use_cases.iter().flat_map(|(_, use_case)| use_case.factors.iter().map(|(factor, _)| factor.id));
    let mut factors: Vec<Id> = own.chain(set).collect();
    factors.sort_unstable();
    factors.dedup();
    let meanings: Vec<_> = factors
        .iter()
        .filter_map(|id| {
            let factor = model.body::<RiskFactor<'_>>(*id)?;
            let scale: Vec<_> = factor.values.iter().map(|word| word.text).collect();
            let mut meaning = vec![Inline::text(model.get(*id).label())];
            if let Some(text) = factor.text {
                meaning.push(Inline::text(". "));
                meaning.extend(composer.inlines(text));
            }
            Some(vec![composer.named(*id), meaning, vec![Inline::text(scale.join(" < "))]])
        })
        .collect();
    let tables = composer.tables();
    let mut blocks = composer.made("risk-factors", &tables.risk_factors, &[2, 6, 4], meanings);
    if !factors.is_empty() {
        let mut words = tables.factors_use_cases.clone();
        words.head.extend(factors.iter().map(|id| model.get(*id).name.clone()));
        let row = |(declaration, use_case): &(&crate::model::Declaration<'_>, &UseCase<'_>)| {
            let mut row = vec![vec![composer.link(declaration.id)]];
            for id in &factors {
                let value = use_case
                    .factors
                    .iter()
                    .find(|(factor, _)| factor.id == *id)
                    .map_or("\u{2013}", |(_, word)| word.text);
                row.push(vec![Inline::text(value)]);
            }
            row
        };
        let rows = use_cases.iter().map(row).collect();
        blocks.extend(composer.made("factors-use-cases", &words, &vec![2; words.head.len()], rows));
    }
    blocks
}

pub(super) fn assumptions(composer: &Composer<'_, '_>) -> Vec<Block> {
    let model = composer.model;
    let row = |id: Id, text: Cell, relation: Relation| {
        vec![composer.named(id), text, composer.links(composer.graph.origins(id, relation))]
    };
    let assumptions: Vec<_> = model
        .of::<Assumption<'_>>(composer.package)
        .map(|(it, body)| row(it.id, composer.cell(body.text), Relation::Upholds))
        .collect();
    let policies: Vec<_> = model
        .of::<Policy<'_>>(composer.package)
        .map(|(it, body)| row(it.id, composer.cell(body.text), Relation::Enforces))
        .collect();
    let tables = composer.tables();
    let mut blocks = composer.made("assumptions", &tables.assumptions, &[2, 6, 2], assumptions);
    blocks.extend(composer.made("policies", &tables.policies, &[2, 6, 2], policies));
    blocks
}

pub(super) fn threats(composer: &Composer<'_, '_>) -> Vec<Block> {
    let phrases = composer.phrases();
    let rows: Vec<_> = composer
        .model
        .of::<Threat<'_>>(composer.package)
        .map(|(declaration, threat)| {
            let mut what = vec![Inline::Strong { content: vec![Inline::text(declaration.label())] }, Inline::Break];
            if let Some(text) = threat.text {
                what.extend(composer.inlines(text));
                what.push(Inline::Break);
            }
            what.extend(say(&phrases.agent, &[("agent", &composer.cell(threat.agent))]));
            let cited = catalogued(composer, threat);
            if !cited.is_empty() {
                what.push(Inline::Break);
                what.push(Inline::text(fill(&phrases.see, &[("entries", &cited.join(", "))])));
            }
            let targets: Vec<_> = threat.targets.iter().map(|target| target.id).collect();
            vec![
                composer.named(declaration.id),
                what,
                composer.links(targets),
                ratings(composer, &threat.likelihood),
                ratings(composer, &threat.impact),
            ]
        })
        .collect();
    let mut blocks = composer.made("threats", &composer.tables().threats, &[4, 13, 4, 5, 4], rows);
    blocks.extend(rated(composer));
    blocks
}

/// Each threat's rating in each use case before and after the requirements that apply there, and which of them lower it.
fn rated(composer: &Composer<'_, '_>) -> Option<Block> {
    let model = composer.model;
    let ratings = risk::rate(model, composer.graph, composer.package, composer.standard)?;
    let situations = ratings.situations.iter();
    let every = &composer.phrases().every_product;
    let use_cases: Vec<_> =
        situations.map(|it| it.use_case.map_or_else(|| every.clone(), |id| model.get(id).name.clone())).collect();
    let rows: Vec<_> = ratings
        .rated
        .chunk_by(|one, other| one.threat == other.threat)
        .filter_map(|of_threat| {
            let mut row = vec![vec![composer.link(of_threat.first()?.threat)]];
            row.extend((0..use_cases.len()).map(|at| {
                let rated = of_threat.iter().find(|rated| rated.situation == at);
                rated
                    .map_or_else(|| vec![Inline::text("\u{2013}")], |rated| before_and_after(composer, &ratings, rated))
            }));
            let mut lowered: Vec<_> = of_threat.iter().flat_map(|rated| rated.lowered_by.iter().copied()).collect();
            lowered.sort_unstable();
            lowered.dedup();
            row.push(composer.links(lowered));
            Some(row)
        })
        .collect();
    let mut widths = vec![4; use_cases.len() + 2];
    widths[use_cases.len() + 1] = 6;
    let mut words = composer.tables().ratings.clone();
    words.head.splice(1..1, use_cases);
    composer.made("ratings", &words, &widths, rows).into_iter().next()
}

fn before_and_after(composer: &Composer<'_, '_>, ratings: &Ratings<'_, '_>, rated: &Rated) -> Cell {
    let (matrix, phrases) = (ratings.matrix.body, composer.phrases());
    let words = |cell: risk::Cell| {
        let (likelihood, impact) = (matrix.likelihoods[cell.likelihood].text, matrix.impacts[cell.impact].text);
        let rating = matrix.ratings[cell.rating].text;
        fill(&phrases.rating, &[("rating", rating), ("likelihood", likelihood), ("impact", impact)])
    };
    if rated.before == rated.after {
        return vec![Inline::text(words(rated.before))];
    }
    vec![
        Inline::text(fill(&phrases.before, &[("rating", &words(rated.before))])),
        Inline::Break,
        Inline::text(fill(&phrases.after, &[("rating", &words(rated.after))])),
    ]
}

/// The entries of public catalogues that a threat, or the catalogued threat that it is a case of, cites.
fn catalogued(composer: &Composer<'_, '_>, threat: &Threat<'_>) -> Vec<String> {
    let model = composer.model;
    let bases = threat.based_on.iter().filter_map(|base| model.body::<Threat<'_>>(base.id));
    let cites = std::iter::once(threat).chain(bases).flat_map(|threat| &threat.cites);
    let mut numbers: Vec<_> =
        cites.filter_map(|target| model.body::<CitedDocument<'_>>(target.id)?.number.map(read)).collect();
    let mut seen = std::collections::BTreeSet::new();
    numbers.retain(|number| seen.insert(number.clone()));
    numbers
}

fn ratings(composer: &Composer<'_, '_>, ratings: &[crate::model::threat::Rating<'_>]) -> Cell {
    let (mut cell, phrases) = (Vec::new(), composer.phrases());
    for rating in ratings {
        if !cell.is_empty() {
            cell.push(Inline::Break);
        }
        let value = rating.value.text;
        cell.push(Inline::text(match &rating.when {
            Some(when) => fill(&phrases.value_where, &[("value", value), ("condition", &composer.when(when))]),
            None if cell.is_empty() => value.to_owned(),
            None => fill(&phrases.otherwise, &[("value", value)]),
        }));
    }
    cell
}

pub(super) fn objectives(composer: &Composer<'_, '_>) -> Vec<Block> {
    let rows: Vec<_> = composer
        .model
        .of::<Objective<'_>>(composer.package)
        .map(|(declaration, objective)| {
            let mut what = vec![Inline::text(declaration.label())];
            for text in objective.text.into_iter().chain(declaration.common.rationale) {
                what.push(Inline::text(". "));
                what.extend(composer.inlines(text));
            }
            let against =
                objective.counters.iter().chain(&objective.enforces).chain(&objective.upholds).map(|target| target.id);
            let on = objective.on.map_or("", |on| on.word());
            let achieves: Vec<_> = objective.achieves.iter().map(|target| composer.official(target.id)).collect();
            vec![
                composer.named(declaration.id),
                what,
                vec![Inline::text(on)],
                composer.links(against),
                vec![Inline::text(achieves.join("; "))],
            ]
        })
        .collect();
    composer.made("objectives", &composer.tables().objectives, &[4, 8, 3, 5, 5], rows)
}

pub(super) fn tracing(composer: &Composer<'_, '_>) -> Vec<Block> {
    let (model, graph) = (composer.model, composer.graph);
    let rows: Vec<_> = model
        .of::<Threat<'_>>(composer.package)
        .map(|(declaration, _)| {
            let objectives: Vec<_> = graph
                .origins(declaration.id, Relation::Counters)
                .filter(|id| model.get(*id).package == composer.package)
                .collect();
            let mut requirements: Vec<_> = objectives
                .iter()
                .flat_map(|id| graph.origins(*id, Relation::Serves))
                .filter(|id| model.get(*id).kind() == "requirement")
                .collect();
            requirements.sort_unstable();
            requirements.dedup();
            let mut objectives = composer.links(objectives);
            if objectives.is_empty() {
                objectives.push(Inline::text(&composer.phrases().residual));
            }
            vec![vec![composer.link(declaration.id)], objectives, composer.links(requirements)]
        })
        .collect();
    let mut blocks = map(composer);
    blocks.extend(composer.made("tracing", &composer.tables().tracing, &[3, 4, 8], rows));
    blocks
}

pub(super) fn profiles(composer: &Composer<'_, '_>) -> Vec<Block> {
    let rows: Vec<_> = composer
        .model
        .of::<Profile<'_>>(composer.package)
        .map(|(declaration, profile)| {
            let mut name = composer.named(declaration.id);
            name.push(Inline::text(format!(": {}", declaration.label())));
            let level = profile.level.map_or_else(String::new, |level| composer.model.get(level.id).label());
            vec![
                name,
                composer.cell(profile.text),
                composer.links(profile.serves.iter().map(|target| target.id)),
                vec![Inline::text(level)],
                composer.links(profile.selects.iter().map(|target| target.id)),
            ]
        })
        .collect();
    composer.made("profiles", &composer.tables().profiles, &[3, 4, 2, 2, 4], rows)
}

pub(super) fn residuals(composer: &Composer<'_, '_>) -> Vec<Block> {
    let rows: Vec<_> = composer
        .model
        .of::<Residual<'_>>(composer.package)
        .map(|(_, residual)| {
            let threats = composer.links(residual.threats.iter().map(|target| target.id));
            vec![threats, composer.cell(residual.because), composer.cell(residual.instead)]
        })
        .collect();
    if rows.is_empty() {
        return vec![paragraph(&composer.phrases().no_residuals)];
    }
    composer.made("residuals", &composer.tables().residuals, &[2, 5, 5], rows)
}

pub(super) fn guidance(composer: &Composer<'_, '_>, level: u8) -> Vec<Clause> {
    let clauses =
        composer.model.of::<Guidance<'_>>(composer.package).enumerate().map(|(at, (declaration, guidance))| {
            let heading = guidance.heading.map_or_else(String::new, read);
            let module = guidance.modules.first().map(|module| composer.model.get(module.id).name.clone());
            let phrases = composer.phrases();
            let of_module = |module| fill(&phrases.module, &[("module", module), ("heading", &heading)]);
            let title = module.as_deref().map_or_else(|| heading.clone(), of_module);
            let anchor = module.unwrap_or_else(|| at.to_string());
            let mut blocks = Vec::new();
            if !guidance.readers.is_empty() {
                let plural = |word: &str| match word {
                    "notified-body" => phrases.notified_bodies.as_str(),
                    "certification-body" => &phrases.certification_bodies,
                    _ => &phrases.manufacturers,
                };
                let readers: Vec<_> = guidance.readers.iter().map(|word| plural(word.text)).collect();
                blocks.push(paragraph(&fill(&phrases.readers, &[("readers", &composer.listed(&readers))])));
            }
            blocks.extend(guidance.text.map_or_else(Vec::new, |text| composer.blocks(text)));
            blocks.extend(composer.remarks(declaration.id));
            composer.clause(&format!("cl-guidance-{anchor}"), &title, level, blocks, Vec::new())
        });
    clauses.collect()
}

pub(super) fn free_annexes(composer: &Composer<'_, '_>, level: u8) -> Vec<Clause> {
    let annexes = composer.model.of::<Annex<'_>>(composer.package).map(|(declaration, annex)| {
        let mut clause = free_clause(composer, declaration, annex.text, level);
        clause.kind = if annex.normative { ClauseKind::NormativeAnnex } else { ClauseKind::InformativeAnnex };
        clause.page_break = true;
        clause
    });
    annexes.collect()
}

/// Puts the annexes that authors wrote in the order in which the draft refers to them first; what nothing refers to stays behind.
pub(super) fn in_order_of_citation(clauses: &mut [Clause]) {
    let mut first: BTreeMap<String, usize> = BTreeMap::new();
    walk::inlines(clauses, &mut |inline| {
        if let Inline::Reference { target, .. } = inline {
            let place = first.len();
            first.entry(target.clone()).or_insert(place);
        }
    });
    let written = |clause: &Clause| {
        clause.span.is_some() && matches!(clause.kind, ClauseKind::InformativeAnnex | ClauseKind::NormativeAnnex)
    };
    // They stand together, where the outline has them.
    let Some(start) = clauses.iter().position(written) else { return };
    let count = clauses[start..].iter().take_while(|clause| written(clause)).count();
    clauses[start..start + count].sort_by_key(|clause| first.get(&clause.id).copied().unwrap_or(usize::MAX));
}
