//! Risk, computed: what each threat is rated in each use case, before and after the requirements that apply there. Judges nothing.
//!
//! Where the rating depends on features too, the highest that some product of the use case has counts.

mod matrix;
mod outcome;

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};

use crate::graph::Graph;
use crate::logic::{Configuration, Configurations};
use crate::model::{Condition, Id, Model, PackageId, Relation, Requirement, Situation, Standard, Threat};

use outcome::{Outcome, Reduction, Scale, outcomes};

pub use matrix::Matrix;

/// A place in the matrix: likelihood, impact and rating, counted from 0 on their scales.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Cell {
    /// The rating.
    pub rating: usize,
    /// The likelihood.
    pub likelihood: usize,
    /// The impact.
    pub impact: usize,
}

/// What a threat is rated in a use case.
#[derive(Clone, Debug)]
pub struct Rated {
    /// The threat.
    pub threat: Id,
    /// The place of the use case among the situations of [`Ratings`].
    pub situation: usize,
    /// Without the requirements of the deliverable.
    pub before: Cell,
    /// The highest likelihood and the highest impact that some product has without them.
    pub highest: (usize, usize),
    /// With those that bind and apply.
    pub after: Cell,
    /// The smallest product that is left with the rating after.
    pub product: Configuration,
    /// The requirements that lower the risk of some product.
    pub lowered_by: Vec<Id>,
}

/// A threat that has no likelihood, or no impact, for some product of a use case.
#[derive(Clone, Debug)]
pub struct Unrated {
    /// The threat.
    pub threat: Id,
    /// The place of the use case among the situations.
    pub situation: usize,
    /// `likelihood` or `impact`.
    pub scale: &'static str,
    /// The smallest such product.
    pub product: Configuration,
}

/// The ratings of a deliverable.
#[derive(Debug)]
pub struct Ratings<'m, 's> {
    /// The matrix.
    pub matrix: Matrix<'m, 's>,
    /// The situations.
    pub situations: Vec<Situation>,
    /// What each threat is rated, by threat and situation. A threat is missing in a situation where no product has it.
    pub rated: Vec<Rated>,
    /// What could not be rated.
    pub unrated: Vec<Unrated>,
    /// The situations that some threat has no rating in because a value is missing or on no scale.
    pub open: BTreeSet<usize>,
}

/// The ratings of every deliverable that sees a matrix.
pub fn rate_all<'m, 's>(model: &'m Model<'s>, graph: &Graph) -> BTreeMap<PackageId, Ratings<'m, 's>> {
    let standards: Vec<_> = model.standards().collect();
    let rated = standards
        .par_iter()
        .filter_map(|(package, standard)| Some((package.id, rate(model, graph, package.id, standard)?)));
    rated.collect::<Vec<_>>().into_iter().collect()
}

/// Rates the threats of a deliverable; `None` where it sees no risk matrix.
pub fn rate<'m, 's>(
    model: &'m Model<'s>,
    graph: &Graph,
    package: PackageId,
    standard: &Standard<'s>,
) -> Option<Ratings<'m, 's>> {
    let matrix = Matrix::seen_by(model, package)?;
    let situations = model.situations(package, standard);
    let mut ratings = Ratings { matrix, situations, rated: Vec::new(), unrated: Vec::new(), open: BTreeSet::new() };
    let reductions = reductions(model, graph, package, &ratings.matrix);
    let mut sets: Vec<_> =
        ratings.situations.iter().map(|situation| Configurations::new(model, Some(&situation.products))).collect();
    for (declaration, threat) in model.of::<Threat<'s>>(package) {
        let none = Vec::new();
        let reductions = reductions.get(&declaration.id).unwrap_or(&none);
        for (at, set) in sets.iter_mut().enumerate() {
            let situation = &ratings.situations[at];
            let binding = reductions.iter().filter(|reduction| reduction.rank <= situation.rank);
            let case = Case { id: declaration.id, threat, at, situation, matrix: &ratings.matrix };
            match case.rate(&binding.collect::<Vec<_>>(), set) {
                Some(Ok(rated)) => ratings.rated.push(rated),
                Some(Err(unrated)) => ratings.unrated.push(unrated),
                None if case.some(set) => drop(ratings.open.insert(at)),
                None => {}
            }
        }
    }
    Some(ratings)
}

/// What the requirements of a package say of each threat.
fn reductions<'m, 's>(
    model: &'m Model<'s>,
    graph: &Graph,
    package: PackageId,
    matrix: &Matrix<'m, 's>,
) -> BTreeMap<Id, Vec<Reduction<'m>>> {
    let mut all: BTreeMap<Id, Vec<Reduction<'m>>> = BTreeMap::new();
    for (threat, _) in model.of::<Threat<'s>>(package) {
        for id in graph.origins(threat.id, Relation::Reduces) {
            let Some(requirement) = model.body::<Requirement<'s>>(id) else { continue };
            if model.get(id).package != package || all.get(&threat.id).is_some_and(|it| it.iter().any(|it| it.by == id))
            {
                continue;
            }
            for reduction in requirement.reduces.iter().filter(|reduction| reduction.threat.id == threat.id) {
                let scale = Scale::of(reduction.of.text);
                let Some(to) = matrix.step(scale, reduction.to.text) else { continue };
                let rank = model.rank(requirement.level.map(|level| level.id));
                let reduction = Reduction { by: id, rank, when: requirement.when.as_ref(), scale, to };
                all.entry(threat.id).or_default().push(reduction);
            }
        }
    }
    all
}

/// One threat in one situation.
struct Case<'c, 'm, 's> {
    id: Id,
    threat: &'m Threat<'s>,
    at: usize,
    situation: &'c Situation,
    matrix: &'c Matrix<'m, 's>,
}

impl<'m> Case<'_, 'm, '_> {
    /// What it is rated, or that it cannot be; `None` where no product has it, or a value is on no scale.
    fn rate(&self, reductions: &[&Reduction<'m>], set: &mut Configurations<'m, '_>) -> Option<Result<Rated, Unrated>> {
        if self.is_open() {
            return None;
        }
        let (likelihoods, impacts) = (self.outcomes(Scale::Likelihood, &[])?, self.outcomes(Scale::Impact, &[])?);
        for (scale, outcomes) in [(Scale::Likelihood, &likelihoods), (Scale::Impact, &impacts)] {
            let open = outcomes.iter().find(|outcome| outcome.value.is_none());
            if let Some(product) = open.and_then(|open| self.product(&[open], set)) {
                return Some(Err(Unrated { threat: self.id, situation: self.at, scale: scale.word(), product }));
            }
        }
        let (before, _) = self.highest(&likelihoods, &impacts, set)?;
        let treated = |scale| self.outcomes(scale, reductions);
        let (after, product) = self.highest(&treated(Scale::Likelihood)?, &treated(Scale::Impact)?, set)?;
        let lowered_by = self.lowered_by(before, reductions, set);
        let mut most = |outcomes: &[Outcome<'m>]| {
            let possible = outcomes.iter().filter(|outcome| self.product(&[outcome], set).is_some());
            possible.filter_map(|outcome| outcome.value).max()
        };
        let highest = (most(&likelihoods)?, most(&impacts)?);
        Some(Ok(Rated { threat: self.id, situation: self.at, before, highest, after, product, lowered_by }))
    }

    /// Whether some product has the threat.
    fn some(&self, set: &mut Configurations<'m, '_>) -> bool {
        set.some(&self.threat.when.iter().collect::<Vec<_>>())
    }

    /// Whether the use case leaves open a factor on which the rating depends, so that it is not known.
    fn is_open(&self) -> bool {
        let own = self.threat.risks.iter().any(|risk| Some(risk.use_case.id) == self.situation.use_case);
        let lines = self.threat.likelihood.iter().chain(&self.threat.impact).filter_map(|line| line.when.as_ref());
        let mut open = false;
        for when in lines {
            when.factors(&mut |id| open |= !self.situation.factors.iter().any(|(factor, _)| *factor == id));
        }
        open && !own && self.situation.use_case.is_some()
    }

    fn outcomes(&self, scale: Scale, reductions: &[&Reduction<'m>]) -> Option<Vec<Outcome<'m>>> {
        Some(outcomes(&self.lines(scale)?, scale, reductions, &self.situation.factors))
    }

    /// The requirements that lower what it was before, for some product.
    fn lowered_by(&self, before: Cell, reductions: &[&Reduction<'m>], set: &mut Configurations<'m, '_>) -> Vec<Id> {
        let lower = reductions.iter().filter(|reduction| match reduction.scale {
            Scale::Likelihood => reduction.to < before.likelihood,
            Scale::Impact => reduction.to < before.impact,
        });
        let applying = lower.filter(|reduction| {
            let conditions: Vec<_> = self.threat.when.iter().chain(reduction.when).collect();
            set.some(&conditions)
        });
        let mut requirements: Vec<_> = applying.map(|reduction| reduction.by).collect();
        requirements.dedup();
        requirements
    }

    /// The lines that say its likelihood or impact here, each with its place on the scale; `None` where one is on no scale, or none is there.
    fn lines(&self, scale: Scale) -> Option<Vec<(usize, Option<&'m Condition>)>> {
        let own = self.threat.risks.iter().find(|risk| Some(risk.use_case.id) == self.situation.use_case);
        let lines: Vec<_> = match own {
            Some(risk) => vec![(if scale == Scale::Impact { risk.impact } else { risk.likelihood }, None)],
            None => {
                let lines = if scale == Scale::Impact { &self.threat.impact } else { &self.threat.likelihood };
                lines.iter().map(|line| (line.value, line.when.as_ref())).collect()
            }
        };
        let steps = lines.iter().map(|(value, when)| Some((self.matrix.step(scale, value.text)?, *when)));
        steps.collect::<Option<Vec<_>>>().filter(|lines| !lines.is_empty())
    }

    /// The highest rating that some product has, and the smallest product that has it.
    fn highest(
        &self,
        likelihoods: &[Outcome<'m>],
        impacts: &[Outcome<'m>],
        set: &mut Configurations<'m, '_>,
    ) -> Option<(Cell, Configuration)> {
        let mut cells = Vec::new();
        for one in likelihoods {
            for other in impacts {
                let (Some(likelihood), Some(impact)) = (one.value, other.value) else { continue };
                let rating = self.matrix.rating(likelihood, impact)?;
                cells.push((Cell { rating, likelihood, impact }, [one, other]));
            }
        }
        cells.sort_by_key(|(cell, _)| std::cmp::Reverse(*cell));
        cells.into_iter().find_map(|(cell, outcomes)| Some((cell, self.product(&outcomes, set)?)))
    }

    /// The smallest product with the threat that has these outcomes.
    fn product(&self, outcomes: &[&Outcome<'m>], set: &mut Configurations<'m, '_>) -> Option<Configuration> {
        let mut holds: Vec<&Condition> = self.threat.when.iter().collect();
        holds.extend(outcomes.iter().flat_map(|outcome| &outcome.holds));
        let fails: Vec<&Condition> = outcomes.iter().flat_map(|outcome| outcome.fails.iter().copied()).collect();
        set.find(&holds, &fails)
    }
}
