//! Coverage: what meets what in a deliverable, for which products and from which level, as matrices; and the products that are left out. Judges
//! nothing, and prints nothing but what it is asked for.

mod assessments;
mod csv;
mod essentials;
mod html;
mod matrix;
mod objectives;
mod table;
mod threats;

use crate::graph::Graph;
use crate::logic::{Configuration, Configurations};
use crate::model::{Condition, Id, Model, PackageId, Situation, Standard};

pub use assessments::{Unassessed, unassessed};
pub use csv::csv;
pub use essentials::{Covers, Gap};
pub use html::{html, shown};
pub use matrix::{Cell, Coverage, Degree, Head, Matrix, Name, Row, json, schema};
pub use objectives::{Servant, servants};
pub use table::table;

/// The situations of a deliverable, each with its products.
pub struct Products<'m, 's> {
    model: &'m Model<'s>,
    /// The situations with the products of each.
    situations: Vec<(Configurations<'m, 's>, Situation)>,
}

impl<'m, 's> Products<'m, 's> {
    /// The products of a deliverable.
    pub fn of(model: &'m Model<'s>, package: PackageId, standard: &Standard<'s>) -> Self {
        let situations = model.situations(package, standard).into_iter();
        let with_products = |situation: Situation| (Configurations::new(model, Some(&situation.products)), situation);
        Self { model, situations: situations.map(with_products).collect() }
    }

    /// The first situation in which a product meets all of `holds` and none of what `met_by` gives for the situation, and the smallest such
    /// product. `met_by` gives `None` where no product is left out.
    pub fn left_out(
        &mut self,
        holds: &[&Condition],
        met_by: impl Fn(&Situation) -> Option<Vec<&'m Condition>>,
    ) -> Option<(Configuration, Situation)> {
        self.situations.iter_mut().find_map(|(set, situation)| {
            let mut met_by = met_by(situation)?;
            met_by.sort_unstable();
            met_by.dedup();
            Some((set.find(holds, &met_by)?, situation.clone()))
        })
    }

    /// The rank of the lowest level that a use case calls for.
    pub fn lowest(&self) -> usize {
        self.situations.iter().map(|(_, situation)| situation.rank).min().unwrap_or(0)
    }

    /// A product in a situation, in words.
    fn in_words(&self, package: PackageId, configuration: &Configuration, situation: &Situation) -> String {
        let product = configuration.in_words(self.model, package);
        match situation.use_case {
            Some(use_case) => format!("{product} in {}", self.model.get(use_case).name),
            None => product,
        }
    }
}

/// The matrices of a deliverable.
pub fn coverage<'s>(model: &Model<'s>, graph: &Graph, package: PackageId, standard: &Standard<'s>) -> Coverage {
    let mut products = Products::of(model, package, standard);
    let head = model.package(package).head;
    Coverage {
        package: model.package(package).name.to_owned(),
        title: head.map_or_else(String::new, |head| model.get(head).label()),
        matrices: vec![
            threats::matrix(model, graph, package, &mut products),
            objectives::matrix(model, graph, package, &mut products),
            essentials::matrix(model, graph, (package, standard), &products),
            assessments::matrix(model, graph, (package, standard)),
        ],
    }
}

/// How a declaration stands at the head of a row or column of a deliverable's matrix.
fn head(model: &Model<'_>, id: Id, package: PackageId) -> Head {
    let declaration = model.get(id);
    let name = if declaration.package == package { declaration.name.clone() } else { model.qualified(id) };
    Head { name, title: declaration.label(), group: None, degree: None, note: None }
}

/// For which products something is: `where sync`; nothing where for all.
fn condition(model: &Model<'_>, when: Option<&Condition>) -> Option<String> {
    when.map(|when| format!("where {}", model.condition_in_words(when, &|id| model.get(id).name.clone())))
}
