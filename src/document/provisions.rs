//! Requirements by family, what is taken from other deliverables, and assessments.

use std::collections::BTreeMap;

use crate::model::{
    Assessment, Choice, Declaration, Id, Kind, Model, PackageId, Relation, Requirement, Standard, alternatives,
    constraint_in_words,
};

use super::block::{Block, Cell, Clause, Field};
use super::compose::{Composer, read};
use super::context::paragraph;
use super::inline::Inline;
use super::outline::Outline;

/// The printed numbers of a deliverable's requirements, and of those that it builds on.
///
/// # Errors
/// Where a built-in outline cannot be read.
pub fn numbers(model: &Model<'_>, package: PackageId) -> Result<BTreeMap<Id, String>, String> {
    let mut numbers = BTreeMap::new();
    for package in model.bases(package).into_iter().chain([package]) {
        let standard = model.package(package).head.and_then(|head| model.body::<Standard<'_>>(head));
        if let Some((standard, eso)) = standard.and_then(|standard| Some((standard, standard.eso?))) {
            numbers.extend(own_numbers(model, package, standard, &Outline::built_in(eso)?));
        }
    }
    Ok(numbers)
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
        None => ("general".to_owned(), "General requirements".to_owned()),
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
    let level =
        requirement.level.map(|level| format!("from level {}", composer.model.get(level.id).label().to_lowercase()));
    let when = requirement.when.as_ref().map(|when| format!("on the condition: {}", composer.when(when)));
    let words: Vec<_> = level.into_iter().chain(when).collect();
    if words.is_empty() { Vec::new() } else { vec![Inline::text(format!("Applies {}.", words.join(", ")))] }
}

fn relations<'s>(composer: &Composer<'_, 's>, requirement: &Requirement<'s>) -> Vec<Field> {
    let mut fields = Vec::new();
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
            let default = param
                .default_in_words()
                .map_or_else(String::new, |default| format!(", {default} unless stated otherwise"));
            Some(format!("{label}: {allowed}{default}"))
        })
        .collect();
    field(
        "Parameters",
        if parameters.is_empty() {
            Vec::new()
        } else {
            vec![Inline::text(composer.figures(&format!("{}.", parameters.join("; "))))]
        },
    );
    field("Refines", refines);
    field("Covers", covers(composer, requirement));
    field("Objectives", composer.links(requirement.serves.iter().map(|target| target.id)));
    field("Depends on", dependencies(composer, requirement));
    let phases: Vec<_> = requirement.phases.iter().map(|phase| phase.text).collect();
    field("Phase", if phases.is_empty() { Vec::new() } else { vec![Inline::text(phases.join(", "))] });
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
            cell.push(Inline::text(" (in part"));
            if let Some(text) = missing {
                cell.push(Inline::text(": "));
                cell.extend(composer.inlines(*text));
            }
            cell.push(Inline::text(")"));
        }
    }
    cell
}

/// The requirements it depends on, with what meets the dependency in their place.
fn dependencies<'s>(composer: &Composer<'_, 's>, requirement: &Requirement<'s>) -> Cell {
    let mut cell = Vec::new();
    for dependency in &requirement.dependencies {
        if !cell.is_empty() {
            cell.push(Inline::text("; "));
        }
        cell.extend(composer.links(dependency.on.iter().map(|target| target.id)));
        if !dependency.satisfied_by.is_empty() {
            cell.push(Inline::text(", satisfied by "));
            cell.extend(composer.links(dependency.satisfied_by.iter().map(|target| target.id)));
        }
        if let Some(because) = dependency.because {
            cell.push(Inline::text(", not needed: "));
            cell.extend(composer.inlines(because));
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
    let mut blocks = Vec::new();
    let adopted = model.in_force(composer.package).into_iter().filter(|id| model.get(*id).package != composer.package);
    let adopted: Vec<_> = adopted.map(requirement).collect();
    if !adopted.is_empty() {
        blocks.push(paragraph("The following requirements of other deliverables apply unchanged, with their conditions and levels. They are assessed as those deliverables specify."));
        blocks.push(composer.table(
            "adopted",
            "Requirements that apply unchanged",
            &[3, 3, 6],
            &["Requirement", "Title", "Provision"],
            adopted,
        ));
    }
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
    if !deviations.is_empty() {
        blocks.push(paragraph(
            "The following requirements of other deliverables do not apply; the last column says why.",
        ));
        blocks.push(composer.table(
            "deviations",
            "Deviations",
            &[3, 3, 6],
            &["Requirement", "Title", "Justification"],
            deviations,
        ));
    }
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
    let parts = [("method", methods), ("aspect", aspects), ("modules", modules), ("from level", level)];
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
    let mut fields =
        vec![Field { label: "Requirement".to_owned(), blocks: vec![Block::Paragraph { text: reference }] }];
    let mut field = |label: &str, blocks: Vec<Block>| {
        if !blocks.is_empty() {
            fields.push(Field { label: label.to_owned(), blocks });
        }
    };
    field("Objective", assessment.objective.map_or_else(Vec::new, read_all));
    field("Preparation", assessment.preparation.map_or_else(Vec::new, read_all));
    let steps: Vec<_> = assessment.activities.iter().map(|step| read_all(*step)).collect();
    field("Activities", if steps.is_empty() { Vec::new() } else { vec![Block::List { start: Some(1), items: steps }] });
    let mut verdict = Vec::new();
    if let Some(verdicts) = assessment.verdict {
        for (word, text) in [("Pass", verdicts.pass), ("Fail", verdicts.fail), ("Inconclusive", verdicts.inconclusive)]
        {
            let Some(text) = text else { continue };
            let mut blocks = read_all(text);
            if let Some(Block::Paragraph { text }) = blocks.first_mut() {
                text.insert(0, Inline::Strong { content: vec![Inline::text(format!("{word}: "))] });
            }
            verdict.extend(blocks);
        }
    }
    field("Verdict", verdict);
    field("Evidence", assessment.evidence.map_or_else(Vec::new, read_all));
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
