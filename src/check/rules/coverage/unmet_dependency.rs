//! A requirement that depends on another one that is not there with it.
//!
//! # What it checks
//! Where a requirement in force `requires` another one, that one is in force in the deliverable too, itself or refined, and binds from no higher level; or the line says `satisfied-by` with requirements of which that is true, or `because` with the reason. What a deliverable deviates from has its reason there.
//! # Why
//! Common Criteria, part 1: a dependency is met by the component named, by one that is hierarchically above it, or by a rationale. Request M/606, Annex II, section 1, paragraph 10 (OB-081): requirements together realise the objectives.
//! # Bad
//! ```norm
//! // in: demo
//! requirement R-2 "Second" {
//!   statement "The vault shall hold."
//!   serves O-1
//!   covers act:E-1
//!   rationale "An example."
//!   requires R-H  //~ unmet-dependency
//! }
//! assessment A-9 "Look" { assesses R-2; method examine; modules act:A; activity "Look."; verdict { pass "It holds."; fail "It does not." }; evidence "notes" }
//! ```
//! # Good
//! ```norm
//! // in: demo
//! requirement R-2 "Second" {
//!   statement "The vault shall hold."
//!   serves O-1
//!   covers act:E-1
//!   rationale "An example."
//!   requires base:R-B
//!   requires R-H because "Below the level high one lock is enough."
//! }
//! assessment A-9 "Look" { assesses R-2; method examine; modules act:A; activity "Look."; verdict { pass "It holds."; fail "It does not." }; evidence "notes" }
//! ```
//! # How to fix
//! Adopt or refine the requirement, let it bind from the same level, or say by `satisfied-by` or `because` how the dependency is met.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::graph::Graph;
use crate::model::{Adopts, Id, Model, PackageId, Relation, Requirement, Target};
use std::collections::BTreeSet;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "unmet-dependency", severity: Severity::Error, kinds: &["requirement", "adopts"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    let (model, graph) = (context.model, context.graph);
    let unread = context.unread(&["requirement", "adopts"]);
    for (package, _) in model.standards().filter(|(package, _)| !unread.contains(&package.id)) {
        let force = Force::of(model, graph, package.id);
        for (id, at) in &force.places {
            let Some(requirement) = model.body::<Requirement<'_>>(*id) else { continue };
            for dependency in requirement.dependencies.iter().filter(|dependency| dependency.because.is_none()) {
                let own = dependency.satisfied_by.is_empty();
                for target in if own { &dependency.on } else { &dependency.satisfied_by } {
                    let Some(problem) = force.problem(target.id, *id) else { continue };
                    let (from, to) = (model.get(*id), context.name(model.get(target.id), package.id));
                    let message = format!("`{}` depends on `{to}`, which {problem}", context.name(from, package.id));
                    let help = "adopt or refine it from the same level, or write `satisfied-by REQUIREMENT` or `because \"…\"` behind it";
                    let place = if from.package == package.id { target.span } else { *at };
                    context.report(place, message, help).label(model.get(target.id).at, "what it depends on");
                }
            }
        }
    }
}

/// What is in force in a deliverable.
struct Force<'m, 's> {
    model: &'m Model<'s>,
    graph: &'m Graph,
    package: PackageId,
    bases: Vec<PackageId>,
    ids: BTreeSet<Id>,
    /// Each of them with the place that brings it in.
    places: Vec<(Id, crate::source::Span)>,
}

impl<'m, 's> Force<'m, 's> {
    fn of(model: &'m Model<'s>, graph: &'m Graph, package: PackageId) -> Self {
        let own = model.of::<Requirement<'s>>(package).map(|(declaration, _)| (declaration.id, declaration.at));
        let adopted = model.of::<Adopts>(package).flat_map(|(_, adopts)| &adopts.requirements);
        let places: Vec<_> = own.chain(adopted.map(|target: &Target| (target.id, target.span))).collect();
        let ids = places.iter().map(|(id, _)| *id).collect();
        Self { model, graph, package, bases: model.bases(package), ids, places }
    }

    fn rank(&self, id: Id) -> usize {
        let level = self.model.body::<Requirement<'s>>(id).and_then(|requirement| requirement.level);
        level.and_then(|level| self.model.level_rank(level.id)).unwrap_or(0)
    }

    /// What keeps a requirement from being there for one that depends on it.
    fn problem(&self, on: Id, from: Id) -> Option<&'static str> {
        let refining = self.graph.origins(on, Relation::Refines).chain([on]);
        let there: Vec<_> = refining.filter(|id| self.ids.contains(id)).collect();
        let package = self.model.get(on).package;
        if there.is_empty() {
            // What is deviated from has its reason, and what nobody speaks of cannot apply or is reported by another rule.
            let spoken_of = package == self.package || self.bases.contains(&package);
            return (!spoken_of).then_some("is not in force in this deliverable");
        }
        let binds = |id: &Id| self.rank(*id) <= self.rank(from);
        (!there.iter().any(binds)).then_some("binds from a higher level only")
    }
}
