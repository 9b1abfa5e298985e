//! An essential requirement that is neither covered nor omitted.
//!
//! # What it checks
//! For every product in scope, each essential requirement that the deliverable's items address is covered by a requirement in force that applies to
//! the product, whole or by all its concepts, or omitted, or found not applicable, with a reason; what a line `covers … partial`
//! counts as open until the rest is covered or omitted. At the lowest level that a use case calls for this must hold already. The
//! finding names the smallest product that is left out: the one with the fewest features.
//! # Why
//! Request M/606, Annex II, section 1: which essential requirements apply is determined, and those that are not fully covered are indicated (OB-055, OB-056). CRA, Article 32(2): coverage for each essential requirement decides on the route of conformity assessment.
//! Sections 2.1 to 2.3 ask for the coverage of single essential requirements (OB-104, OB-111 to OB-118, OB-128).
//! # Bad
//! ```norm
//! // alone
//! standard sole "Sole" {  //~ uncovered-essential
//!   role horizontal
//!   answers req:1
//!   eso cen
//!   number "EN 3"
//!   stage draft
//!   version "0.1.0"
//!   date 2026-01-01
//!   scope "This document specifies nothing."
//! }
//! use req
//! use act
//! ```
//! # Good
//! ```norm
//! // alone
//! standard sole "Sole" {
//!   role horizontal
//!   answers req:1
//!   eso cen
//!   number "EN 3"
//!   stage draft
//!   version "0.1.0"
//!   date 2026-01-01
//!   scope "This document specifies nothing."
//! }
//! use req
//! use act
//! omits act:E-1 { because "An example of a header only." }
//! ```
//! # How to fix
//! Let a requirement that applies to the product `covers` it, `adopts` one that does, or write `omits` with the reason; `omits … { when … }` leaves
//! it uncovered for some products only. `not-applicable` says that it does not apply to products in scope.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::logic::{Configuration, Configurations};
use crate::model::{Condition, Id, Model, NotApplicable, Omits, PackageId, Relation, Requirement, Standard, Target};
use crate::source::Span;
use std::collections::{BTreeMap, BTreeSet};

pub(in crate::check::rules) const RULE: Rule = Rule {
    name: "uncovered-essential",
    severity: Severity::Error,
    kinds: &["requirement", "essential", "omits"],
    check: Some(check),
};

fn check(context: &mut Context<'_, '_>) {
    let (model, graph) = (context.model, context.graph);
    for (package, standard) in model.standards() {
        let Some(head) = package.head else { continue };
        let covers = Covers::of(model, package.id, standard);
        let mut configurations = Configurations::new(model, standard.in_scope.as_ref());
        for essential in model.addressed(standard) {
            let concepts: Vec<_> = graph.origins(essential, Relation::PartOf).collect();
            let units = if concepts.is_empty() { vec![essential] } else { concepts };
            let gaps = units.iter().filter_map(|unit| covers.gap(essential, *unit, &mut configurations));
            let mut gaps: Vec<Gap> = gaps.collect();
            while let Some(first) = gaps.first().cloned() {
                let (alike, rest): (Vec<_>, Vec<_>) = gaps.into_iter().partition(|gap| gap.is_like(&first));
                gaps = rest;
                let open = alike.iter().map(|gap| gap.unit).collect::<Vec<_>>();
                // Where every part is open, the whole is.
                let open = if open.len() == units.len() { vec![essential] } else { open };
                report(context, (head, essential), &open, &first);
            }
        }
    }
}

/// What covers or omits an essential requirement or a concept: where, for which configurations, and from which level.
struct Cover<'m> {
    at: Span,
    when: Option<&'m Condition>,
    rank: usize,
}

/// Everything that a deliverable covers or omits.
struct Covers<'m> {
    of: BTreeMap<Id, Vec<Cover<'m>>>,
    /// The rank of the lowest level that a use case calls for.
    lowest: usize,
}

/// A part of an essential requirement that some products are left without.
#[derive(Clone)]
struct Gap {
    unit: Id,
    configuration: Configuration,
    /// The requirements that cover it for other products, or from a higher level.
    elsewhere: Vec<Span>,
}

impl Gap {
    fn is_like(&self, other: &Self) -> bool {
        self.configuration == other.configuration && self.elsewhere.is_empty() == other.elsewhere.is_empty()
    }
}

impl<'m> Covers<'m> {
    fn of<'s>(model: &'m Model<'s>, package: PackageId, standard: &Standard<'s>) -> Self {
        let mut of: BTreeMap<Id, Vec<Cover<'m>>> = BTreeMap::new();
        let mut add = |targets: &[Target], when: &'m Option<Condition>, rank: usize| {
            for target in targets {
                of.entry(target.id).or_default().push(Cover { at: target.span, when: when.as_ref(), rank });
            }
        };
        // A refinement that binds later, or covers less, than what it refines is a finding of another rule; here its subject counts as kept.
        for requirement in model.upheld(package).into_iter().filter_map(|id| model.body::<Requirement<'s>>(id)) {
            add(
                &requirement.covers_in_full().copied().collect::<Vec<_>>(),
                &requirement.when,
                model.rank(requirement.level.map(|level| level.id)),
            );
        }
        for (_, omits) in model.of::<Omits<'s>>(package) {
            add(&omits.essentials, &omits.when, 0);
        }
        for (_, not) in model.of::<NotApplicable<'s>>(package) {
            add(&not.essentials, &not.when, 0);
        }
        let lowest = model.situations(package, standard).iter().map(|situation| situation.rank).min();
        Self { of, lowest: lowest.unwrap_or(0) }
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

fn report(context: &mut Context<'_, '_>, (head, essential): (Id, Id), open: &[Id], gap: &Gap) {
    let model = context.model;
    let package = model.package(model.get(head).package);
    let (name, open) = (model.qualified(essential), open.iter().map(|id| model.qualified(*id)).collect::<Vec<_>>());
    let in_part = open[0] != name;
    let what = open.join("`, `");
    let message = match (gap.configuration.is_any(), gap.elsewhere.is_empty(), in_part) {
        (true, true, true) => {
            format!("`{}` covers `{name}` in part only: `{what}` is neither covered nor omitted", package.name)
        }
        (true, true, false) => format!("`{}` neither covers nor omits `{name}`", package.name),
        (true, false, _) => format!("`{}` covers `{what}` from a higher level only", package.name),
        (false, ..) => {
            let product = gap.configuration.in_words(model, package.id);
            format!("`{}` neither covers nor omits `{what}` for {product}", package.name)
        }
    };
    let covers = open.join(", ");
    let help = if gap.configuration.is_any() {
        format!("let a requirement say `covers {covers}`, or write `omits {covers} {{ because \"…\" }}`")
    } else {
        format!(
            "let a requirement that applies there say `covers {covers}`, or write `omits {covers} {{ when …; because \"…\" }}`"
        )
    };
    let mut reported = context.report(model.get(head).at, message, help);
    reported = reported.label(model.get(essential).at, "the essential requirement").misses(&[
        "requirement",
        "omits",
        "adopts",
    ]);
    for at in &gap.elsewhere {
        reported = reported.label(*at, "for other products or levels, it is covered here");
    }
}
