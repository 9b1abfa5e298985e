//! The risk matrix as a table of numbers.

use crate::model::{Declaration, Model, PackageId, RiskMatrix, Word};

use super::outcome::Scale;

/// The risk matrix that a deliverable declares or sees.
#[derive(Debug)]
pub struct Matrix<'m, 's> {
    /// Where it is declared.
    pub declaration: &'m Declaration<'s>,
    /// What it says.
    pub body: &'m RiskMatrix<'s>,
    /// By likelihood and impact; `None` where it says nothing, or something that is no rating.
    table: Vec<Vec<Option<usize>>>,
}

impl<'m, 's> Matrix<'m, 's> {
    /// The matrix that a package declares itself, or else the first that it sees.
    pub fn seen_by(model: &'m Model<'s>, package: PackageId) -> Option<Self> {
        let seen = model.package(package).uses.iter().map(|used| used.package);
        let mut packages = std::iter::once(package).chain(seen);
        packages.find_map(|package| model.of::<RiskMatrix<'s>>(package).next()).map(Self::new)
    }

    fn new((declaration, body): (&'m Declaration<'s>, &'m RiskMatrix<'s>)) -> Self {
        let row = |likelihood: &Word<'_>| {
            let row = body.rows.iter().find(|(of, _)| of.text == likelihood.text);
            let cells = row.map_or(&[][..], |(_, cells)| cells);
            (0..body.impacts.len()).map(|at| position(&body.ratings, cells.get(at)?.text)).collect()
        };
        Self { declaration, body, table: body.likelihoods.iter().map(row).collect() }
    }

    /// The rating of a likelihood and an impact, counted from 0.
    pub fn rating(&self, likelihood: usize, impact: usize) -> Option<usize> {
        *self.table.get(likelihood)?.get(impact)?
    }

    /// Whether every likelihood has a rating for every impact.
    pub fn is_total(&self) -> bool {
        self.table.iter().flatten().all(Option::is_some)
    }

    /// The highest rating that is accepted.
    pub fn accepted(&self) -> Option<usize> {
        position(&self.body.ratings, self.body.accept.as_ref()?.0.text)
    }

    /// The place of a value on its scale.
    pub(super) fn step(&self, scale: Scale, value: &str) -> Option<usize> {
        position(if scale == Scale::Impact { &self.body.impacts } else { &self.body.likelihoods }, value)
    }
}

fn position(scale: &[Word<'_>], value: &str) -> Option<usize> {
    scale.iter().position(|step| step.text == value)
}
