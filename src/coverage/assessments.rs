//! Requirements x assessments x levels x modules: by what each requirement is assessed, at each level at which it binds, in each module.

use std::collections::BTreeSet;

use crate::graph::Graph;
use crate::model::{Assessment, Id, Model, PackageId, Relation, Requirement, Standard};

use super::head;
use super::matrix::{Cell, Degree, Head, Matrix, Name, Row};

/// A requirement that is assessed, but not in every module that the deliverable assesses others in.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Unassessed {
    /// The requirement.
    pub requirement: Id,
    /// The modules in which nothing assesses it, or only from a higher level than it binds.
    pub modules: Vec<Id>,
}

/// An assessment, from which level it is asked, and in which modules.
struct Assessed<'m, 's> {
    id: Id,
    rank: usize,
    body: &'m Assessment<'s>,
}

fn assessments<'m, 's>(model: &'m Model<'s>, graph: &Graph, requirement: Id) -> Vec<Assessed<'m, 's>> {
    let assessments = graph.origins(requirement, Relation::Assesses).filter_map(|id| {
        let body = model.body::<Assessment<'s>>(id)?;
        Some(Assessed { id, rank: model.rank(body.level.map(|level| level.id)), body })
    });
    assessments.collect()
}

/// The modules in which assessments of these requirements are used.
fn modules(model: &Model<'_>, graph: &Graph, requirements: &[Id]) -> BTreeSet<Id> {
    let all = requirements.iter().flat_map(|id| assessments(model, graph, *id));
    all.flat_map(|it| it.body.modules.iter().map(|module| module.id).collect::<Vec<_>>()).collect()
}

/// The requirements of a package that are assessed early enough, but not in each module in which the package assesses others.
pub fn unassessed(model: &Model<'_>, graph: &Graph, package: PackageId) -> Vec<Unassessed> {
    let own: Vec<_> = model.of::<Requirement<'_>>(package).map(|(declaration, _)| declaration.id).collect();
    let modules = modules(model, graph, &own);
    let open = |id: &Id| {
        let requirement = model.body::<Requirement<'_>>(*id)?;
        let binds = model.rank(requirement.level.map(|level| level.id));
        let early: Vec<_> = assessments(model, graph, *id).into_iter().filter(|it| it.rank <= binds).collect();
        // One that is not assessed at all, late, or in no module has a finding of its own.
        if early.is_empty() || early.iter().any(|it| it.body.modules.is_empty()) {
            return None;
        }
        let used = |module: &Id| early.iter().any(|it| it.body.modules.iter().any(|target| target.id == *module));
        let open: Vec<_> = modules.iter().copied().filter(|module| !used(module)).collect();
        (!open.is_empty()).then_some(Unassessed { requirement: *id, modules: open })
    };
    own.iter().filter_map(open).collect()
}

pub(super) fn matrix<'s>(model: &Model<'s>, graph: &Graph, (package, standard): (PackageId, &Standard<'s>)) -> Matrix {
    let in_force = model.in_force(package);
    let modules = modules(model, graph, &in_force);
    let mut levels: Vec<_> = model.situations(package, standard).iter().map(|it| (it.rank, it.level)).collect();
    levels.sort_unstable();
    levels.dedup_by_key(|(rank, _)| *rank);
    let places: Vec<_> = levels.iter().flat_map(|level| modules.iter().map(move |module| (*level, *module))).collect();
    let columns = places.iter().map(|((_, level), module)| Head {
        name: model.get(*module).name.clone(),
        group: Some(level.map_or_else(|| "every level".to_owned(), |level| model.get(level).name.clone())),
        ..head(model, *module, package)
    });
    let columns = columns.collect();
    let rows = in_force.into_iter().filter_map(|id| {
        let requirement = model.body::<Requirement<'s>>(id)?;
        let binds = model.rank(requirement.level.map(|level| level.id));
        let all = assessments(model, graph, id);
        let bound = places.iter().enumerate().filter(|(_, ((rank, _), _))| *rank >= binds);
        let cells: Vec<_> =
            bound.map(|(column, ((rank, _), module))| cell(model, &all, column, *rank, *module)).collect();
        let mut row = head(model, id, package);
        let (full, none) = (|cell: &Cell| cell.degree == Degree::Full, |cell: &Cell| cell.degree == Degree::None);
        row.degree = Some(match (cells.iter().all(full), cells.iter().all(none)) {
            _ if cells.is_empty() => Degree::NotAsked,
            (true, _) => Degree::Full,
            (_, true) => Degree::None,
            _ => Degree::Partial,
        });
        Some(Row { head: row, cells })
    });
    let rows = rows.collect();
    let title = "Requirements, and what assesses them at each level in each module".to_owned();
    Matrix { name: Name::Assessments, title, columns, rows }
}

fn cell(model: &Model<'_>, all: &[Assessed<'_, '_>], column: usize, rank: usize, module: Id) -> Cell {
    let used = all.iter().filter(|it| it.rank <= rank && it.body.modules.iter().any(|target| target.id == module));
    let details: Vec<_> = used
        .map(|it| {
            let methods: Vec<_> = it.body.methods.iter().map(|method| method.word()).collect();
            format!("{} ({})", model.get(it.id).name, methods.join(", "))
        })
        .collect();
    let degree = if details.is_empty() { Degree::None } else { Degree::Full };
    Cell { column, degree, details }
}
