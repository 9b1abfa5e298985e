//! Requirements x essential requirements: what covers each essential requirement, how far, and which products are left without.

use std::collections::{BTreeMap, BTreeSet};

use crate::graph::Graph;
use crate::logic::{Configuration, Configurations};
use crate::model::{Condition, Id, Model, NotApplicable, Omits, PackageId, Relation, Requirement, Standard, Target};
use crate::source::Span;

use super::matrix::{Cell, Degree, Head, Matrix, Name, Row};
use super::{Products, condition, head};

/// What covers or omits an essential requirement or a concept: where, for which configurations, and from which level.
struct Cover<'m> {
    at: Span,
    when: Option<&'m Condition>,
    rank: usize,
    /// Whether it leaves it uncovered, with a reason.
    left: bool,
}

/// Everything that a deliverable covers or omits.
pub struct Covers<'m> {
    of: BTreeMap<Id, Vec<Cover<'m>>>,
    /// The rank of the lowest level that a use case calls for.
    lowest: usize,
}

/// A part of an essential requirement that some products are left without.
#[derive(Clone, Debug)]
pub struct Gap {
    /// The concept, or the essential requirement itself.
    pub unit: Id,
    /// The smallest such product.
    pub configuration: Configuration,
    /// The requirements that cover it for other products, or from a higher level.
    pub elsewhere: Vec<Span>,
}

impl Gap {
    /// Whether it is left open for the same products.
    pub fn is_like(&self, other: &Self) -> bool {
        self.configuration == other.configuration && self.elsewhere.is_empty() == other.elsewhere.is_empty()
    }
}

impl<'m> Covers<'m> {
    /// What a deliverable covers or omits.
    pub fn of<'s>(model: &'m Model<'s>, package: PackageId, standard: &Standard<'s>) -> Self {
        let mut of: BTreeMap<Id, Vec<Cover<'m>>> = BTreeMap::new();
        let mut add = |targets: &[Target], when: &'m Option<Condition>, rank: usize, left: bool| {
            for target in targets {
                of.entry(target.id).or_default().push(Cover { at: target.span, when: when.as_ref(), rank, left });
            }
        };
        // A refinement that binds later, or covers less, than what it refines is a finding of another rule; here its subject counts as kept.
        for requirement in model.upheld(package).into_iter().filter_map(|id| model.body::<Requirement<'s>>(id)) {
            add(
                &requirement.covers_in_full().copied().collect::<Vec<_>>(),
                &requirement.when,
                model.rank(requirement.level.map(|level| level.id)),
                false,
            );
        }
        for (_, omits) in model.of::<Omits<'s>>(package) {
            add(&omits.essentials, &omits.when, 0, true);
        }
        for (_, not) in model.of::<NotApplicable<'s>>(package) {
            add(&not.essentials, &not.when, 0, true);
        }
        let lowest = model.situations(package, standard).iter().map(|situation| situation.rank).min();
        Self { of, lowest: lowest.unwrap_or(0) }
    }

    /// The parts of an essential requirement that some products are left without.
    pub fn gaps(&self, graph: &Graph, essential: Id, configurations: &mut Configurations<'m, '_>) -> Vec<Gap> {
        units(graph, essential).into_iter().filter_map(|unit| self.gap(essential, unit, configurations)).collect()
    }

    /// The smallest product that has nothing for a part of an essential requirement at the lowest level.
    fn gap(&self, essential: Id, unit: Id, configurations: &mut Configurations<'m, '_>) -> Option<Gap> {
        let whole = self.of.get(&essential).filter(|_| essential != unit);
        let covers = || whole.into_iter().chain(self.of.get(&unit)).flatten();
        let binding = || covers().filter(|cover| cover.rank <= self.lowest);
        if binding().any(|cover| cover.when.is_none()) {
            return None;
        }
        let conditions: BTreeSet<&Condition> = binding().filter_map(|cover| cover.when).collect();
        let configuration = configurations.find(&[], &conditions.into_iter().collect::<Vec<_>>())?;
        Some(Gap { unit, configuration, elsewhere: covers().map(|cover| cover.at).take(2).collect() })
    }
}

/// The parts by which coverage of an essential requirement is counted: its concepts, or itself.
fn units(graph: &Graph, essential: Id) -> Vec<Id> {
    let concepts: Vec<_> = graph.origins(essential, Relation::PartOf).collect();
    if concepts.is_empty() { vec![essential] } else { concepts }
}

pub(super) fn matrix<'m, 's>(
    model: &'m Model<'s>,
    graph: &Graph,
    (package, standard): (PackageId, &Standard<'s>),
    products: &Products<'m, 's>,
) -> Matrix {
    let essentials = model.addressed(standard);
    let covers = Covers::of(model, package, standard);
    let mut configurations = Configurations::new(model, standard.in_scope.as_ref());
    let columns = essentials.iter().map(|id| {
        let gaps = covers.gaps(graph, *id, &mut configurations);
        column(model, package, &covers, (*id, units(graph, *id)), &gaps)
    });
    let columns = columns.collect();
    let rows = model.in_force(package).into_iter().filter_map(|id| {
        let requirement = model.body::<Requirement<'s>>(id)?;
        let cells = essentials.iter().enumerate().filter_map(|(column, essential)| {
            let (degree, details) =
                degree(model, requirement, &units(graph, *essential), *essential, products.lowest())?;
            Some(Cell { column, degree, details })
        });
        Some(Row { head: head(model, id, package), cells: cells.collect() })
    });
    let rows = rows.collect();
    let title = "Requirements, and how far each covers essential requirements".to_owned();
    Matrix { name: Name::Essentials, title, columns, rows }
}

/// The head of an essential requirement, with how far it is covered by all requirements together.
fn column(
    model: &Model<'_>,
    package: PackageId,
    covers: &Covers<'_>,
    (essential, units): (Id, Vec<Id>),
    gaps: &[Gap],
) -> Head {
    let covered =
        units.iter().chain([&essential]).any(|id| covers.of.get(id).is_some_and(|all| all.iter().any(|it| !it.left)));
    let left =
        units.iter().chain([&essential]).any(|id| covers.of.get(id).is_some_and(|all| all.iter().any(|it| it.left)));
    let degree = match (covered, left) {
        (true, false) if gaps.is_empty() => Degree::Full,
        (true, _) => Degree::Partial,
        (false, true) => Degree::Left,
        (false, false) => Degree::None,
    };
    let gap = gaps.first().map(|gap| {
        format!(
            "{} neither covered nor omitted for {}",
            model.get(gap.unit).name,
            gap.configuration.in_words(model, package)
        )
    });
    let note = gap.or_else(|| (covered && left).then(|| "the rest is omitted with a reason".to_owned()));
    Head { degree: Some(degree), note, ..head(model, essential, package) }
}

/// How far a requirement covers an essential requirement, and what limits it.
fn degree(
    model: &Model<'_>,
    requirement: &Requirement<'_>,
    units: &[Id],
    essential: Id,
    lowest: usize,
) -> Option<(Degree, Vec<String>)> {
    let covers: Vec<_> = requirement.covers.iter().filter(|it| it.id == essential || units.contains(&it.id)).collect();
    if covers.is_empty() {
        return None;
    }
    let full: Vec<_> = requirement.covers_in_full().map(|target| target.id).collect();
    let whole = full.contains(&essential) || units.iter().all(|unit| full.contains(unit));
    let late = requirement.level.filter(|level| model.rank(Some(level.id)) > lowest);
    let mut details = Vec::new();
    if !whole {
        let parts = covers.iter().map(|target| model.get(target.id).label());
        details.push(format!("in part: {}", parts.collect::<Vec<_>>().join(", ")));
    }
    details.extend(condition(model, requirement.when.as_ref()));
    details.extend(late.map(|level| format!("from {}", model.get(level.id).name)));
    let degree = if details.is_empty() { Degree::Full } else { Degree::Partial };
    Some((degree, details))
}
