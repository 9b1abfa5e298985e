//! An objective that no requirement realises.
//!
//! # What it checks
//! Every objective on the product or the process is served by a requirement of the deliverable: in each use case, for every product that the
//! objective and one of its threats are about, by one that applies to the product and binds at the level that the use case calls for. Levels are
//! cumulative: what binds from a level binds from there upwards. The finding names the smallest product that is left out.
//! # Why
//! Request M/606, Annex II, section 1: requirements are specified for the objectives.
//! # Bad
//! ```norm
//! threat T-2 "Guess" { targets store; agent "A thief"; likelihood rare; impact minor }
//! objective O-2 "Kept" { on product; counters T-2; achieves act:E-1 }  //~ unrealised-objective
//! feature door "A door"
//! objective O-3 "Kept" { on product; counters T-2; achieves act:E-1 }  //~ unrealised-objective
//! requirement R-2 "Second" {
//!   statement "The vault shall hold."
//!   serves O-3
//!   covers act:E-1
//!   rationale "An example."
//!   when door
//! }
//! assessment A-9 "Look" { assesses R-2; method examine; modules act:A; activity "Look."; verdict { pass "It holds."; fail "It does not." }; evidence "notes" }
//! ```
//! # Good
//! ```norm
//! threat T-2 "Guess" { targets store; agent "A thief"; likelihood rare; impact minor }
//! objective O-2 "Kept" { on environment; counters T-2 }
//! ```
//! # How to fix
//! Let a requirement that applies there `serves` it, narrow its `when`, or set it `on environment`.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::logic::{Configuration, Configurations};
use crate::model::{
    Condition, Declaration, Id, Objective, Package, Policy, Relation, Requirement, Situation, Standard,
};
use crate::model::{Threat, objective::On};

pub(in crate::check::rules) const RULE: Rule = Rule {
    name: "unrealised-objective",
    severity: Severity::Error,
    kinds: &["objective", "requirement", "use-case", "level"],
    check: Some(check),
};

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    for (package, standard) in model.standards() {
        let mut served = Vec::new();
        for (declaration, objective) in model.of::<Objective<'_>>(package.id) {
            if objective.on == Some(On::Environment) {
                continue;
            }
            let servants = servants(context, declaration.id);
            if servants.is_empty() {
                let message = format!("no requirement serves the objective `{}`", declaration.name);
                context
                    .report(declaration.at, message, format!("let a requirement say `serves {}`", declaration.name))
                    .misses(&["requirement", "objective", "threat", "use-case"]);
            } else if servants.iter().all(|servant| servant.rank > 0 || servant.when.is_some()) {
                served.push((declaration, objective, servants));
            }
        }
        // What a requirement without an objective was to serve is not known, and has a finding of its own.
        let unserved = model.of::<Requirement<'_>>(package.id).any(|(_, requirement)| requirement.serves.is_empty());
        if !unserved {
            each_product(context, (package, standard), &served);
        }
    }
}

/// A requirement that serves an objective: which, from which level, and for which products.
struct Servant<'m> {
    id: Id,
    rank: usize,
    when: Option<&'m Condition>,
}

fn servants<'m>(context: &Context<'m, '_>, objective: Id) -> Vec<Servant<'m>> {
    let model = context.model;
    let servants = context.graph.origins(objective, Relation::Serves);
    servants
        .filter_map(|id| {
            let requirement = model.body::<Requirement<'_>>(id)?;
            let rank = model.rank(requirement.level.map(|level| level.id));
            Some(Servant { id, rank, when: requirement.when.as_ref() })
        })
        .collect()
}

/// An objective with what serves it.
type Served<'m, 's> = (&'m Declaration<'s>, &'m Objective<'s>, Vec<Servant<'m>>);

/// Reports objectives that requirements serve, but not in every use case for every product.
fn each_product<'m, 's>(
    context: &mut Context<'m, 's>,
    (package, standard): (&Package<'s>, &Standard<'s>),
    served: &[Served<'m, 's>],
) {
    if served.is_empty() {
        return;
    }
    let situations = context.model.situations(package.id, standard).into_iter();
    let mut situations: Vec<_> = situations
        .map(|situation| (Configurations::new(context.model, Some(&situation.products)), situation))
        .collect();
    for (declaration, objective, servants) in served {
        let grounds = grounds(context, objective);
        let mut holds: Vec<_> = objective.when.iter().collect();
        holds.extend(&grounds);
        let found = situations.iter_mut().find_map(|(set, situation)| {
            let mut binding = Vec::new();
            for servant in servants.iter().filter(|servant| servant.rank <= situation.rank) {
                binding.push(servant.when?);
            }
            binding.sort_unstable();
            binding.dedup();
            Some((set.find(&holds, &binding)?, situation))
        });
        if let Some((configuration, situation)) = found {
            report(context, declaration, servants, &configuration, situation);
        }
    }
}

/// When one of the threats and policies that an objective is there for is there; `None` where one always is.
fn grounds(context: &Context<'_, '_>, objective: &Objective<'_>) -> Option<Condition> {
    let model = context.model;
    let threats = objective.counters.iter().map(|target| model.body::<Threat<'_>>(target.id)?.when.clone());
    let policies = objective.enforces.iter().map(|target| model.body::<Policy<'_>>(target.id)?.when.clone());
    threats.chain(policies).collect::<Option<Vec<_>>>().filter(|grounds| !grounds.is_empty()).map(Condition::Or)
}

fn report(
    context: &mut Context<'_, '_>,
    objective: &Declaration<'_>,
    servants: &[Servant<'_>],
    configuration: &Configuration,
    situation: &Situation,
) {
    let (model, name) = (context.model, &objective.name);
    let late = servants.iter().filter(|servant| servant.rank > situation.rank);
    let (late, place) = (late.map(|servant| servant.id).collect::<Vec<_>>(), context.place(situation));
    let product = configuration.in_words(model, objective.package);
    let message = format!("no requirement serves the objective `{name}` for {product}{place}");
    let help =
        format!("let a requirement that applies there say `serves {name}`, or narrow the `when` of the objective");
    let mut reported =
        context.report(objective.at, message, help).misses(&["requirement", "objective", "threat", "use-case"]);
    for servant in servants.iter().take(2) {
        let at = model.get(servant.id).at;
        let is_late = late.contains(&servant.id);
        reported =
            reported.label(at, if is_late { "binds from a higher level" } else { "serves it for other products" });
    }
}
