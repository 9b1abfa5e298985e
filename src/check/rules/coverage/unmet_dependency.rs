//! A requirement that depends on another one that is not there with it.
//!
//! # What it checks
//! Where a requirement in force `requires` another one, that one is in force in the deliverable too, itself or refined, from no higher level, for every product to which the first applies; or the line says `satisfied-by` with requirements of which that is true, or `because` with the reason. What a deliverable deviates from has its reason there.
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
//! requirement R-3 "Third" {
//!   statement "The vault shall not ring."
//!   serves O-1
//!   covers act:E-1
//!   rationale "An example."
//!   requires R-4  //~ unmet-dependency
//! }
//! requirement R-4 "Fourth" {
//!   when base:radio
//!   statement "The vault shall be mute."
//!   serves O-1
//!   covers act:E-1
//!   rationale "An example."
//! }
//! assessment A-9 "Look" { assesses R-2, R-3, R-4; method examine; modules act:A; activity "Look."; verdict { pass "It holds."; fail "It does not." }; evidence "notes" }
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
//! requirement R-3 "Third" {
//!   when base:radio
//!   statement "The vault shall not ring."
//!   serves O-1
//!   covers act:E-1
//!   rationale "An example."
//!   requires R-4
//! }
//! requirement R-4 "Fourth" {
//!   when base:radio
//!   statement "The vault shall be mute."
//!   serves O-1
//!   covers act:E-1
//!   rationale "An example."
//! }
//! assessment A-9 "Look" { assesses R-2, R-3, R-4; method examine; modules act:A; activity "Look."; verdict { pass "It holds."; fail "It does not." }; evidence "notes" }
//! ```
//! # How to fix
//! Adopt or refine the requirement, let it bind from the same level and for the same products, or say by `satisfied-by` or `because` how the dependency is met.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::graph::Graph;
use crate::logic::inheritance::{Inheritance, Share};
use crate::model::{Adopts, Id, Model, Package, PackageId, Requirement, Standard, Target};
use crate::source::Span;

pub(in crate::check::rules) const RULE: Rule = Rule {
    name: "unmet-dependency",
    severity: Severity::Error,
    kinds: &["requirement", "adopts", "feature", "standard"],
    check: Some(check),
};

fn check(context: &mut Context<'_, '_>) {
    let (model, graph) = (context.model, context.graph);
    let unread = context.unread(&["requirement", "adopts", "feature", "standard"]);
    for (package, standard) in model.standards().filter(|(package, _)| !unread.contains(&package.id)) {
        let places: Vec<_> = in_force(model, package.id).filter(|(_, requirement, _)| depends(requirement)).collect();
        if places.is_empty() {
            continue;
        }
        let mut force = Force::of(model, graph, package, standard);
        for (id, requirement, at) in places {
            for dependency in requirement.dependencies.iter().filter(|dependency| dependency.because.is_none()) {
                let own = dependency.satisfied_by.is_empty();
                for target in if own { &dependency.on } else { &dependency.satisfied_by } {
                    let Some(problem) = force.problem(target.id, id) else { continue };
                    let (from, to) = (model.get(id), context.name(model.get(target.id), package.id));
                    let message = format!("`{}` depends on `{to}`, which {problem}", context.name(from, package.id));
                    let help = "adopt or refine it from the same level and for the same products, or write `satisfied-by REQUIREMENT` or `because \"…\"` behind it";
                    let place = if from.package == package.id { target.span } else { at };
                    context.report(place, message, help).label(model.get(target.id).at, "what it depends on");
                }
            }
        }
    }
}

/// The requirements in force in a deliverable, each with the place that brings it in.
fn in_force<'m, 's>(model: &'m Model<'s>, package: PackageId) -> impl Iterator<Item = (Id, &'m Requirement<'s>, Span)> {
    let own = model.of::<Requirement<'s>>(package).map(|(declaration, _)| (declaration.id, declaration.at));
    let adopted = model.of::<Adopts>(package).flat_map(|(_, adopts)| &adopts.requirements);
    let all = own.chain(adopted.map(|target: &Target| (target.id, target.span)));
    all.filter_map(|(id, at)| Some((id, model.body::<Requirement<'s>>(id)?, at)))
}

fn depends(requirement: &Requirement<'_>) -> bool {
    requirement.dependencies.iter().any(|dependency| dependency.because.is_none())
}

/// What is in force in a deliverable, and for which products.
struct Force<'m, 's> {
    model: &'m Model<'s>,
    package: PackageId,
    inheritance: Inheritance<'m, 's>,
}

impl<'m, 's> Force<'m, 's> {
    fn of(model: &'m Model<'s>, graph: &'m Graph, package: &Package<'s>, standard: &Standard<'s>) -> Self {
        Self { model, package: package.id, inheritance: Inheritance::new(model, graph, package.id, standard) }
    }

    fn rank(&self, id: Id) -> usize {
        let level = self.model.body::<Requirement<'s>>(id).and_then(|requirement| requirement.level);
        level.and_then(|level| self.model.level_rank(level.id)).unwrap_or(0)
    }

    /// What keeps a requirement from being there for one that depends on it.
    fn problem(&mut self, on: Id, from: Id) -> Option<String> {
        let shares = self.inheritance.shares(on);
        let package = self.model.get(on).package;
        if shares.is_empty() {
            // What is deviated from has its reason, and what nobody speaks of cannot apply or is reported by another rule.
            let spoken_of = package == self.package || self.inheritance.bases.contains(&package);
            return (!spoken_of).then(|| "is not in force in this deliverable".to_owned());
        }
        let binding: Vec<_> = shares.iter().filter(|share| self.binds(share, from)).map(|share| &share.when).collect();
        if binding.is_empty() {
            return Some("binds from a higher level only".to_owned());
        }
        let applies = self.inheritance.applies(from);
        let product = self.inheritance.find(&[&applies], &binding)?;
        let level = if binding.len() < shares.len() { " from the same level" } else { "" };
        Some(format!("does not apply{level} to {}", product.in_words(self.model, self.package)))
    }

    fn binds(&self, share: &Share, from: Id) -> bool {
        self.rank(share.requirement) <= self.rank(from)
    }
}
