//! Threats x objectives: which objective counters a threat, for which products.

use crate::graph::Graph;
use crate::logic::Configuration;
use crate::model::{Condition, Id, Model, Objective, PackageId, Relation, Situation, Threat};

use super::matrix::{Cell, Degree, Matrix, Name, Row};
use super::{Products, condition, head};

impl<'m, 's> Products<'m, 's> {
    /// The smallest product with a threat that no objective counters there, where objectives counter it for others.
    pub fn uncountered(&mut self, graph: &Graph, id: Id, threat: &'m Threat<'s>) -> Option<(Configuration, Situation)> {
        let model = self.model;
        let objectives = graph.origins(id, Relation::Counters).filter_map(|id| model.body::<Objective<'s>>(id));
        let conditions: Vec<&'m Condition> = objectives.map(|it| it.when.as_ref()).collect::<Option<_>>()?;
        let holds: Vec<_> = threat.when.iter().collect();
        self.left_out(&holds, |_| Some(conditions.clone()))
    }
}

pub(super) fn matrix<'m, 's>(
    model: &'m Model<'s>,
    graph: &Graph,
    package: PackageId,
    products: &mut Products<'m, 's>,
) -> Matrix {
    let objectives: Vec<_> = model
        .of::<Objective<'s>>(package)
        .filter(|(_, objective)| !objective.counters.is_empty())
        .map(|(declaration, _)| declaration.id)
        .collect();
    let rows = model.of::<Threat<'s>>(package).map(|(declaration, threat)| {
        let mut row = head(model, declaration.id, package);
        let gap = products.uncountered(graph, declaration.id, threat);
        row.degree = Some(match &gap {
            _ if graph.is_target(declaration.id, &[Relation::Leaves]) => Degree::Left,
            _ if !graph.is_target(declaration.id, &[Relation::Counters]) => Degree::None,
            Some(_) => Degree::Partial,
            None => Degree::Full,
        });
        row.note = match row.degree {
            Some(Degree::Left) => Some("residual".to_owned()),
            Some(Degree::Partial) => {
                gap.map(|(product, situation)| format!("not for {}", products.in_words(package, &product, &situation)))
            }
            _ => None,
        };
        let countering = graph.origins(declaration.id, Relation::Counters);
        let mut cells: Vec<_> = countering
            .filter_map(|id| {
                let column = objectives.binary_search(&id).ok()?;
                let when = model.body::<Objective<'s>>(id)?.when.as_ref();
                let holds: Vec<_> = threat.when.iter().collect();
                let limited = when.is_some_and(|when| products.left_out(&holds, |_| Some(vec![when])).is_some());
                let degree = if limited { Degree::Partial } else { Degree::Full };
                Some(Cell { column, degree, details: condition(model, when).into_iter().collect() })
            })
            .collect();
        cells.sort_by_key(|cell| cell.column);
        Row { head: row, cells }
    });
    let rows = rows.collect();
    let columns = objectives.iter().map(|id| head(model, *id, package)).collect();
    Matrix { name: Name::Threats, title: "Threats, and the objectives that counter them".to_owned(), columns, rows }
}
