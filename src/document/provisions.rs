//! Requirements by family, what is taken from other deliverables, and assessments.

use std::collections::BTreeMap;

use crate::model::{
    Assessment, Choice, Declaration, Id, Kind, Model, PackageId, Relation, Requirement, Standard, alternatives,
    constraint_in_words,
};

use super::block::{Block, Cell, Clause, Field};
use super::compose::{Composer, read};
use super::context::introduced;
use super::inline::Inline;
use super::outline::{House, Organisation, Outline, fill, say};

/// The printed numbers of a deliverable's requirements, and of those that it builds on.
pub fn numbers(model: &Model<'_>, house: &House, package: PackageId) -> BTreeMap<Id, String> {
    let mut numbers = BTreeMap::new();
    for package in model.bases(package).into_iter().chain([package]) {
        let standard = model.package(package).head.and_then(|head| model.body::<Standard<'_>>(head));
        if let Some((standard, eso)) = standard.and_then(|standard| Some((standard, standard.eso?))) {
            numbers.extend(own_numbers(model, package, standard, house.outline(Organisation::of(eso))));
        }
    }
    numbers
}

/// The numbers as they are printed, by family.
fn own_numbers(
    model: &Model<'_>,
    package: PackageId,
    standard: &Standard<'_>,
    outline: &Outline,
) -> BTreeMap<Id, String> {
    let short = standard.short.map(read).unwrap_or_default();
    let mut numbers = BTreeMap::new();
    for (id, count) in model.counted(package) {
        let family = model.body::<Requirement<'_>>(id).and_then(|requirement| requirement.family);
        let family = family.map_or_else(|| "GEN".to_owned(), |family| model.get(family.id).name.clone());
        let number = outline
            .labels
            .requirement
            .replace("{short}-", &if short.is_empty() { String::new() } else { format!("{short}-") })
            .replace("{family}", &family)
            .replace("{n}", &format!("{count:03}"));
        numbers.insert(id, number);
    }
    numbers
}

type Entry<'c, 's> = (&'c Declaration<'s>, &'c Requirement<'s>);

/// Own requirements by family: those without one first, then in the order in which families are declared.
fn families<'c, 's>(composer: &Composer<'c, 's>) -> Vec<(Option<Id>, Vec<Entry<'c, 's>>)> {
    let mut families: Vec<(Option<Id>, Vec<Entry<'c, 's>>)> = Vec::new();
    for entry in composer.model.of::<Requirement<'s>>(composer.package) {
        let family = entry.1.family.map(|family| family.id);
        match families.iter_mut().find(|(id, _)| *id == family) {
            Some((_, entries)) => entries.push(entry),
            None => families.push((family, vec![entry])),
        }
    }
    families.sort_by_key(|(family, _)| *family);
    families
}

fn family_title(composer: &Composer<'_, '_>, family: Option<Id>) -> (String, String) {
    match family {
        Some(id) => (
            composer.model.get(id).name.clone(),
            format!("{} ({})", composer.model.get(id).label(), composer.model.get(id).name),
        ),
        None => ("general".to_owned(), composer.phrases().general_requirements.clone()),
    }
}

/// A clause for each family.
pub(super) fn requirements(composer: &Composer<'_, '_>, level: u8) -> Vec<Clause> {
    let clause = |(family, entries): (Option<Id>, Vec<Entry<'_, '_>>)| {
        let (name, title) = family_title(composer, family);
        let mut blocks = Vec::new();
        if let Some(text) =
            family.and_then(|id| composer.model.body::<crate::model::Family<'_>>(id)).and_then(|family| family.text)
        {
            blocks.extend(composer.blocks(text));
        }
        blocks.extend(entries.into_iter().map(|(declaration, requirement)| block(composer, declaration, requirement)));
        composer.clause(&format!("cl-req-{name}"), &title, level, blocks, Vec::new())
    };
    families(composer).into_iter().map(clause).collect()
}

fn block<'s>(composer: &Composer<'_, 's>, declaration: &Declaration<'s>, requirement: &Requirement<'s>) -> Block {
    let mut blocks = requirement.statement.map_or_else(Vec::new, |text| composer.provision(requirement, text));
    blocks.extend(composer.remarks(declaration.id));
    if let Some(rationale) = declaration.common.rationale {
        blocks.push(Block::Note { label: String::new(), blocks: composer.blocks(rationale) });
    }
    Block::Requirement {
        id: composer.anchor(declaration.id),
        number: composer.number_of(declaration.id),
        title: declaration.label(),
        applicability: applicability(composer, requirement),
        blocks,
        relations: relations(composer, requirement),
        span: Some(declaration.span),
    }
}

/// Level and condition in words; empty where the requirement always binds.
fn applicability(composer: &Composer<'_, '_>, requirement: &Requirement<'_>) -> Cell {
    let phrases = composer.phrases();
    let level = requirement.level.map(|level| composer.model.get(level.id).label().to_lowercase());
    let level = level.map(|level| fill(&phrases.from_level, &[("level", &level)]));
    let when = requirement.when.as_ref().map(|when| composer.when(when));
    let when = when.map(|when| fill(&phrases.on_condition, &[("condition", &when)]));
    let words: Vec<_> = level.into_iter().chain(when).collect();
    let applies = || vec![Inline::text(fill(&phrases.applies, &[("conditions", &words.join(", "))]))];
    if words.is_empty() { Vec::new() } else { applies() }
}

fn relations<'s>(composer: &Composer<'_, 's>, requirement: &Requirement<'s>) -> Vec<Field> {
    let (mut fields, words, phrases) = (Vec::new(), composer.fields(), composer.phrases());
    let mut field = |label: &str, text: Cell| {
        if !text.is_empty() {
            fields.push(Field { label: label.to_owned(), blocks: vec![Block::Paragraph { text }] });
        }
    };
    let mut refines = Vec::new();
    for refinement in &requirement.refines {
        if !refines.is_empty() {
            refines.push(Inline::text("; "));
        }
        refines.push(composer.link(refinement.parent.id));
        let narrowed: Vec<_> = refinement
            .narrowings
            .iter()
            .map(|narrowing| format!("{} {}", narrowing.parameter.text, constraint_in_words(&narrowing.constraint)))
            .collect();
        if !narrowed.is_empty() {
            refines.push(Inline::text(composer.figures(&format!(" ({})", narrowed.join("; ")))));
        }
    }
    let parameters: Vec<_> = requirement
        .params
        .iter()
        .filter_map(|param| {
            let allowed = param.constraint.as_ref().map(constraint_in_words);
            let label = param.label.map_or_else(|| param.name.text.to_owned(), read);
            let options = param.options.iter().map(Choice::in_words).collect::<Vec<_>>();
            let allowed =
                allowed.or_else(|| (!options.is_empty()).then(|| alternatives(options.iter().map(String::as_str))))?;
            let unless = |default: String| format!(", {}", fill(&phrases.unless_stated, &[("default", &default)]));
            let default = param.default_in_words().map_or_else(String::new, |default| unless(default.clone()));
            Some(format!("{label}: {allowed}{default}"))
        })
        .collect();
    field(
        &words.parameters,
        if parameters.is_empty() {
            Vec::new()
        } else {
            vec![Inline::text(composer.figures(&format!("{}.", parameters.join("; "))))]
        },
    );
    field(&words.refines, refines);
    field(&words.covers, covers(composer, requirement));
    field(&words.objectives, composer.links(requirement.serves.iter().map(|target| target.id)));
    field(&words.depends_on, dependencies(composer, requirement));
    let phases: Vec<_> = requirement.phases.iter().map(|phase| phase.text).collect();
    field(&words.phase, if phases.is_empty() { Vec::new() } else { vec![Inline::text(phases.join(", "))] });
    fields
}

/// The essential requirements covered, with what is missing where one is covered in part.
fn covers<'s>(composer: &Composer<'_, 's>, requirement: &Requirement<'s>) -> Cell {
    let mut cell = Vec::new();
    for target in &requirement.covers {
        if !cell.is_empty() {
            cell.push(Inline::text("; "));
        }
        cell.push(composer.link(target.id));
        if let Some((_, missing)) = requirement.partly.iter().find(|(partly, _)| partly.span == target.span) {
            let phrases = composer.phrases();
            cell.push(Inline::text(" "));
            cell.extend(match missing {
                Some(text) => say(&phrases.in_part_but, &[("missing", &composer.inlines(*text))]),
                None => vec![Inline::text(&phrases.in_part)],
            });
        }
    }
    cell
}

/// The requirements it depends on, with what meets the dependency in their place.
fn dependencies<'s>(composer: &Composer<'_, 's>, requirement: &Requirement<'s>) -> Cell {
    let (mut cell, phrases) = (Vec::new(), composer.phrases());
    for dependency in &requirement.dependencies {
        if !cell.is_empty() {
            cell.push(Inline::text("; "));
        }
        cell.extend(composer.links(dependency.on.iter().map(|target| target.id)));
        if !dependency.satisfied_by.is_empty() {
            let instead = composer.links(dependency.satisfied_by.iter().map(|target| target.id));
            cell.push(Inline::text(", "));
            cell.extend(say(&phrases.satisfied_by, &[("requirements", &instead)]));
        }
        if let Some(because) = dependency.because {
            cell.push(Inline::text(", "));
            cell.extend(say(&phrases.not_needed, &[("reason", &composer.inlines(because))]));
        }
    }
    cell
}

/// What the deliverable takes unchanged from others, and where it departs from them.
pub(super) fn inheritance(composer: &Composer<'_, '_>) -> Vec<Block> {
    let model = composer.model;
    let requirement = |id: Id| -> Vec<Cell> {
        let declaration = model.get(id);
        let statement = model.body::<Requirement<'_>>(id).and_then(|requirement| {
            Some(composer.provision_of(declaration.package, requirement, requirement.statement?))
        });
        vec![vec![composer.link(id)], vec![Inline::text(declaration.label())], statement.unwrap_or_default()]
    };
    let (tables, phrases) = (composer.tables(), composer.phrases());
    let adopted = model.in_force(composer.package).into_iter().filter(|id| model.get(*id).package != composer.package);
    let adopted: Vec<_> = adopted.map(requirement).collect();
    let table = composer.made("adopted", &tables.adopted, &[3, 3, 6], adopted);
    let mut blocks = introduced(&phrases.adopted, table);
    let deviations: Vec<_> = model
        .of::<crate::model::Deviates<'_>>(composer.package)
        .flat_map(|(_, deviates)| {
            deviates.requirements.iter().map(|target| {
                let mut row = requirement(target.id);
                row.pop();
                row.push(composer.cell(deviates.because));
                row
            })
        })
        .collect();
    let table = composer.made("deviations", &tables.deviations, &[3, 3, 6], deviations);
    blocks.extend(introduced(&phrases.deviations, table));
    blocks
}

/// A clause for each family, with the assessments of its requirements.
pub(super) fn assessments(composer: &Composer<'_, '_>, level: u8) -> Vec<Clause> {
    let clause = |(family, entries): (Option<Id>, Vec<Entry<'_, '_>>)| {
        let (name, title) = family_title(composer, family);
        let blocks: Vec<_> = entries
            .iter()
            .flat_map(|(declaration, requirement)| {
                let ids = composer.graph.origins(declaration.id, Relation::Assesses);
                ids.filter_map(|id| {
                    let assessment = Assessment::of(composer.model.get(id))?;
                    Some(assessment_block(composer, id, assessment, (declaration, requirement)))
                })
                .collect::<Vec<_>>()
            })
            .collect();
        (!blocks.is_empty()).then(|| composer.clause(&format!("cl-assess-{name}"), &title, level, blocks, Vec::new()))
    };
    families(composer).into_iter().filter_map(clause).collect()
}

/// Methods, aspects, modules and level of an assessment, as far as it has them.
fn manner(composer: &Composer<'_, '_>, assessment: &Assessment<'_>) -> String {
    let methods: Vec<_> = assessment.methods.iter().map(|it| it.word()).collect();
    let aspects: Vec<_> = assessment.aspects.iter().map(|it| it.word()).collect();
    let modules: Vec<_> = assessment.modules.iter().map(|it| composer.model.get(it.id).name.as_str()).collect();
    let level = assessment.level.map(|level| composer.model.get(level.id).label().to_lowercase());
    let level: Vec<_> = level.iter().map(String::as_str).collect();
    let words = composer.fields();
    let labels = [&words.method, &words.aspect, &words.modules, &words.from_level];
    let parts: Vec<_> = labels.into_iter().zip([methods, aspects, modules, level]).collect();
    let parts = parts.iter().filter(|(_, words)| !words.is_empty());
    let parts: Vec<_> = parts.map(|(label, words)| format!("{label}: {}", words.join(", "))).collect();
    if parts.is_empty() { ".".to_owned() } else { format!(" ({}).", parts.join("; ")) }
}

fn assessment_block<'s>(composer: &Composer<'_, 's>, id: Id, assessment: &Assessment<'s>, of: Entry<'_, 's>) -> Block {
    let declaration = composer.model.get(id);
    let (required, requirement) = of;
    let read_all = |text: crate::syntax::Text<'s>| composer.provision(requirement, text);
    let mut reference = vec![composer.link(required.id), Inline::text(format!(", {}", required.label()))];
    reference.push(Inline::text(manner(composer, assessment)));
    let words = composer.fields();
    let mut fields =
        vec![Field { label: words.requirement.clone(), blocks: vec![Block::Paragraph { text: reference }] }];
    let mut field = |label: &str, blocks: Vec<Block>| {
        if !blocks.is_empty() {
            fields.push(Field { label: label.to_owned(), blocks });
        }
    };
    field(&words.objective, assessment.objective.map_or_else(Vec::new, read_all));
    field(&words.preparation, assessment.preparation.map_or_else(Vec::new, read_all));
    let steps: Vec<_> = assessment.activities.iter().map(|step| read_all(*step)).collect();
    field(
        &words.activities,
        if steps.is_empty() { Vec::new() } else { vec![Block::List { start: Some(1), items: steps }] },
    );
    let mut verdict = Vec::new();
    if let Some(verdicts) = assessment.verdict {
        let labels = [&words.pass, &words.fail, &words.inconclusive];
        for (word, text) in labels.into_iter().zip([verdicts.pass, verdicts.fail, verdicts.inconclusive]) {
            let Some(text) = text else { continue };
            let mut blocks = read_all(text);
            if let Some(Block::Paragraph { text }) = blocks.first_mut() {
                text.insert(0, Inline::Strong { content: vec![Inline::text(format!("{word} "))] });
            }
            verdict.extend(blocks);
        }
    }
    field(&words.verdict, verdict);
    field(&words.evidence, assessment.evidence.map_or_else(Vec::new, read_all));
    let several =
        composer.graph.origins(id, Relation::PartOf).count() + composer.graph.targets(id, Relation::Assesses).count();
    let suffix = if several > 1 { format!("-{}", required.name) } else { String::new() };
    Block::Assessment {
        id: format!("{}{suffix}", composer.anchor(id)),
        number: declaration.name.clone(),
        title: declaration.label(),
        fields,
        span: Some(declaration.span),
    }
}
