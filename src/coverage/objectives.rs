//! Objectives x requirements: which requirement serves an objective, for which products and from which level.

use crate::graph::Graph;
use crate::logic::Configuration;
use crate::model::{
    Condition, Id, Model, Objective, PackageId, Policy, Relation, Requirement, Situation, Threat, objective::On,
};

use super::matrix::{Cell, Degree, Matrix, Name, Row};
use super::{Products, condition, head};

/// A requirement that serves an objective: which, from which level, and for which products.
pub struct Servant<'m> {
    /// The requirement.
    pub id: Id,
    /// The level from which it binds.
    pub level: Option<Id>,
    /// The rank of the level.
    pub rank: usize,
    /// For which products it is.
    pub when: Option<&'m Condition>,
}

/// The requirements that serve an objective.
pub fn servants<'m>(model: &'m Model<'_>, graph: &Graph, objective: Id) -> Vec<Servant<'m>> {
    let servants = graph.origins(objective, Relation::Serves).filter_map(|id| {
        let requirement = model.body::<Requirement<'_>>(id)?;
        let level = requirement.level.map(|level| level.id);
        Some(Servant { id, level, rank: model.rank(level), when: requirement.when.as_ref() })
    });
    servants.collect()
}

impl<'m, 's> Products<'m, 's> {
    /// The smallest product that an objective and one of its threats are about, and that none of the requirements serving it binds.
    pub fn unserved(
        &mut self,
        objective: &Objective<'s>,
        servants: &[Servant<'m>],
    ) -> Option<(Configuration, Situation)> {
        if servants.iter().any(|servant| servant.rank == 0 && servant.when.is_none()) {
            return None;
        }
        let grounds = self.grounds(objective);
        let holds: Vec<_> = objective.when.iter().chain(&grounds).collect();
        self.left_out(&holds, |situation| {
            let binding = servants.iter().filter(|servant| servant.rank <= situation.rank);
            binding.map(|servant| servant.when).collect()
        })
    }

    /// When one of the threats and policies that an objective is there for is there; `None` where one always is.
    fn grounds(&self, objective: &Objective<'s>) -> Option<Condition> {
        let model = self.model;
        let threats = objective.counters.iter().map(|target| model.body::<Threat<'s>>(target.id)?.when.clone());
        let policies = objective.enforces.iter().map(|target| model.body::<Policy<'s>>(target.id)?.when.clone());
        let grounds = threats.chain(policies).collect::<Option<Vec<_>>>();
        grounds.filter(|grounds| !grounds.is_empty()).map(Condition::Or)
    }
}

pub(super) fn matrix<'m, 's>(
    model: &'m Model<'s>,
    graph: &Graph,
    package: PackageId,
    products: &mut Products<'m, 's>,
) -> Matrix {
    let columns: Vec<_> = model.of::<Requirement<'s>>(package).map(|(declaration, _)| declaration.id).collect();
    let lowest = products.lowest();
    let rows = model.of::<Objective<'s>>(package).map(|(declaration, objective)| {
        let mut row = head(model, declaration.id, package);
        let servants = servants(model, graph, declaration.id);
        let gap = products.unserved(objective, &servants);
        let environment = objective.on == Some(On::Environment);
        row.degree = Some(match &gap {
            _ if environment && servants.is_empty() => Degree::NotAsked,
            _ if servants.is_empty() => Degree::None,
            Some(_) => Degree::Partial,
            None => Degree::Full,
        });
        row.note = match gap {
            _ if environment => Some("on the environment".to_owned()),
            Some((product, situation)) if !servants.is_empty() => {
                Some(format!("not for {}", products.in_words(package, &product, &situation)))
            }
            _ => None,
        };
        let mut cells: Vec<_> = servants
            .iter()
            .filter_map(|servant| {
                let column = columns.binary_search(&servant.id).ok()?;
                let late = servant.rank > lowest;
                let limited = late || products.unserved(objective, std::slice::from_ref(servant)).is_some();
                let level = servant.level.filter(|_| late).map(|level| format!("from {}", model.get(level).name));
                let details = condition(model, servant.when).into_iter().chain(level).collect();
                let degree = if limited { Degree::Partial } else { Degree::Full };
                Some(Cell { column, degree, details })
            })
            .collect();
        cells.sort_by_key(|cell| cell.column);
        Row { head: row, cells }
    });
    let rows = rows.collect();
    let columns = columns.iter().map(|id| head(model, *id, package)).collect();
    Matrix {
        name: Name::Objectives,
        title: "Objectives, and the requirements that serve them".to_owned(),
        columns,
        rows,
    }
}
