//! Product context: free clauses, features, use cases, levels.

use crate::model::{Declaration, Feature, FigureFile, FreeClause, FreeFormula, FreeTable, Level, UseCase};

use super::block::{Block, Clause};
use super::compose::{Composer, read};
use super::figures::architecture;
use super::inline::Inline;
use super::outline::say;

/// The free clauses that stand after a part of the draft.
pub(super) fn free_clauses(composer: &Composer<'_, '_>, after: &str, level: u8) -> Vec<Clause> {
    let top = composer.model.of::<FreeClause<'_>>(composer.package).filter(|(declaration, clause)| {
        declaration.parent.is_none() && clause.after.map_or("product-context", |after| after.text) == after
    });
    top.map(|(declaration, clause)| free_clause(composer, declaration, clause.text, level)).collect()
}

/// A free clause, or the body of a free annex, with the clauses, figures and tables inside it.
pub(super) fn free_clause<'s>(
    composer: &Composer<'_, 's>,
    declaration: &Declaration<'s>,
    text: Option<crate::syntax::Text<'s>>,
    level: u8,
) -> Clause {
    let mut blocks = text.map_or_else(Vec::new, |text| composer.blocks(text));
    let mut clauses = Vec::new();
    let inside = composer.model.members(composer.package).iter().filter(|member| member.parent == Some(declaration.id));
    for member in inside {
        if let Some(clause) = composer.model.body::<FreeClause<'_>>(member.id) {
            clauses.push(free_clause(composer, member, clause.text, level + 1));
        } else if let Some(table) = composer.model.body::<FreeTable<'_>>(member.id) {
            blocks.push(free_table(composer, member, table));
        } else if let Some(formula) = composer.model.body::<FreeFormula<'_>>(member.id) {
            blocks.extend(free_formula(composer, member, formula));
        } else if let Some(file) = composer.model.body::<FigureFile<'_>>(member.id) {
            blocks.extend(figure(composer, member, file));
            blocks.extend(composer.remarks(member.id));
        }
    }
    blocks.extend(composer.remarks(declaration.id));
    let mut clause = composer.clause(&composer.anchor(declaration.id), &declaration.label(), level, blocks, clauses);
    clause.span = Some(declaration.span);
    clause
}

fn free_table<'s>(composer: &Composer<'_, 's>, declaration: &Declaration<'s>, table: &FreeTable<'s>) -> Block {
    let columns = table.head.len();
    let cells = |row: &Vec<crate::syntax::Text<'s>>| {
        let mut cells: Vec<_> = row.iter().map(|cell| composer.inlines(*cell)).collect();
        cells.resize(columns, Vec::new());
        cells
    };
    let mut block =
        composer.table("", &declaration.label(), &vec![1; columns], &[], table.rows.iter().map(cells).collect());
    if let Block::Table(made) = &mut block {
        made.id = composer.anchor(declaration.id);
        made.head = cells(&table.head);
        made.notes = composer.remarks(declaration.id);
    }
    block
}

/// A formula with its number, then what its symbols stand for. One that cannot be read is reported by a rule and left out.
fn free_formula<'s>(
    composer: &Composer<'_, 's>,
    declaration: &Declaration<'s>,
    formula: &FreeFormula<'s>,
) -> Vec<Block> {
    let Some(source) = formula.math.map(read) else { return Vec::new() };
    let Ok(math) = crate::formula::read(source.trim(), true) else { return Vec::new() };
    let math = math.with_numbers(&|digits| composer.number(digits));
    let id = composer.anchor(declaration.id);
    let mut blocks = vec![Block::Formula { id, label: String::new(), math, source }];
    blocks.extend(formula.text.into_iter().flat_map(|text| composer.blocks(text)));
    blocks.extend(composer.remarks(declaration.id));
    blocks
}

fn figure<'s>(composer: &Composer<'_, 's>, declaration: &Declaration<'s>, figure: &FigureFile<'s>) -> Option<Block> {
    let file = figure.file?;
    let alt = figure.alt.map_or_else(String::new, read);
    let mut picture = composer.picture(&read(file), file.span(), &declaration.label(), &alt)?;
    picture.id = composer.anchor(declaration.id);
    Some(Block::Figure(picture))
}

pub(super) fn features(composer: &Composer<'_, '_>) -> Vec<Block> {
    let model = composer.model;
    let members = model.members(composer.package).iter();
    let used = members.flat_map(|member| composer.graph.targets(member.id, crate::model::Relation::Conditioned));
    let own = model.of::<Feature<'_>>(composer.package).map(|(declaration, _)| declaration.id);
    let mut ids: Vec<_> = own.chain(used).filter(|id| model.body::<Feature<'_>>(*id).is_some()).collect();
    let mut at = 0;
    while let Some(feature) = ids.get(at).and_then(|id| model.body::<Feature<'_>>(*id)) {
        let named = feature.requires.iter().chain(&feature.excludes).map(|target| target.id);
        let new: Vec<_> = named.filter(|id| !ids.contains(id)).collect();
        ids.extend(new);
        at += 1;
    }
    ids.sort_unstable();
    ids.dedup();
    let excludes = ids.iter().any(|id| model.body::<Feature<'_>>(*id).is_some_and(|it| !it.excludes.is_empty()));
    let columns = if excludes { 4 } else { 3 };
    let rows: Vec<_> = ids
        .iter()
        .filter_map(|id| {
            let feature = model.body::<Feature<'_>>(*id)?;
            let mut meaning = vec![Inline::text(model.get(*id).label())];
            if let Some(text) = feature.text {
                meaning.push(Inline::text(". "));
                meaning.extend(composer.inlines(text));
            }
            let names = |targets: &[crate::model::Target]| {
                targets.iter().map(|target| model.get(target.id).name.as_str()).collect::<Vec<_>>().join(", ")
            };
            let mut row = vec![
                composer.named(*id),
                meaning,
                vec![Inline::text(names(&feature.requires))],
                vec![Inline::text(names(&feature.excludes))],
            ];
            row.truncate(columns);
            Some(row)
        })
        .collect();
    let mut words = composer.tables().features.clone();
    words.head.truncate(columns);
    let table = composer.made("features", &words, &[3, 6, 2, 2][..columns], rows);
    introduced(&composer.phrases().features, table)
}

pub(super) fn use_cases(composer: &Composer<'_, '_>) -> Vec<Block> {
    let rows: Vec<_> = composer
        .model
        .of::<UseCase<'_>>(composer.package)
        .map(|(declaration, use_case)| {
            let users: Vec<_> = use_case.users.iter().map(|user| composer.model.get(user.id).label()).collect();
            let users: Vec<_> = users.iter().map(String::as_str).collect();
            let level = use_case.level.map_or_else(String::new, |level| composer.model.get(level.id).label());
            let mut name = composer.named(declaration.id);
            name.push(Inline::text(format!(": {}", declaration.label())));
            if use_case.foreseeable {
                name.push(Inline::text(format!(" {}", composer.phrases().foreseeable)));
            }
            vec![
                name,
                composer.cell(use_case.purpose),
                composer.cell(use_case.environment),
                vec![Inline::text(users.join(", "))],
                vec![Inline::text(level)],
            ]
        })
        .collect();
    let table = composer.made("use-cases", &composer.tables().use_cases, &[3, 4, 4, 2, 2], rows);
    let mut blocks = introduced(&composer.phrases().use_cases, table);
    blocks.extend(architecture(composer));
    blocks
}

pub(super) fn levels(composer: &Composer<'_, '_>) -> Vec<Block> {
    let model = composer.model;
    let mut ids: Vec<_> = model
        .members(composer.package)
        .iter()
        .flat_map(|member| composer.graph.targets(member.id, crate::model::Relation::Level))
        .collect();
    ids.sort_by_key(|id| (model.level_rank(*id), *id));
    ids.dedup();
    let rows: Vec<_> = ids
        .iter()
        .filter_map(|id| {
            let level = model.body::<Level<'_>>(*id)?;
            Some(vec![vec![Inline::text(model.get(*id).label())], composer.cell(level.text)])
        })
        .collect();
    let table = composer.made("levels", &composer.tables().levels, &[1, 4], rows);
    introduced(&composer.phrases().levels, table)
}

/// A sentence of the outline before a table, where there is a table.
pub(super) fn introduced(sentence: &str, table: Vec<Block>) -> Vec<Block> {
    let sentence = (!table.is_empty()).then(|| Block::Paragraph { text: say(sentence, &[]) });
    sentence.into_iter().chain(table).collect()
}

/// A paragraph of plain text.
pub(super) fn paragraph(text: &str) -> Block {
    Block::Paragraph { text: vec![Inline::text(text)] }
}
