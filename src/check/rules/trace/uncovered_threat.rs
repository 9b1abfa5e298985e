//! A threat that nothing counters and nothing leaves.
//!
//! # What it checks
//! Every threat of a deliverable is declared `residual` with a reason, or countered by an objective: in each use case, for every product that the
//! threat is about, one that is about the product too. The finding names the smallest product that is left out.
//! # Why
//! Request M/606, Annex II, section 1: objectives relate to the identified risks, and risks that are not mitigated are indicated.
//! Section 2.3, paragraph 5, for verticals (OB-128, OB-129).
//! # Bad
//! ```norm
//! threat T-2 "Guess" {  //~ uncovered-threat
//!   targets store; agent "A thief"; likelihood rare; impact minor }
//! feature door "A door"
//! threat T-3 "Break" {  //~ uncovered-threat
//!   targets store; agent "A thief"; likelihood rare; impact minor }
//! objective O-3 "Locked room" { on environment; counters T-3; when door }
//! ```
//! # Good
//! ```norm
//! threat T-2 "Guess" { targets store; agent "A thief"; likelihood rare; impact minor }
//! residual T-2 { because "Guessing is left to chance."; instead "Guidance." }
//! ```
//! # How to fix
//! Let an objective that is about the product `counters` it, or declare `residual` with the reason and another way to address it.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::logic::{Configuration, Configurations};
use crate::model::{Condition, Id, Objective, Package, Relation, Situation, Standard, Threat};

pub(in crate::check::rules) const RULE: Rule = Rule {
    name: "uncovered-threat",
    severity: Severity::Error,
    kinds: &["threat", "objective", "use-case", "residual"],
    check: Some(check),
};

fn check(context: &mut Context<'_, '_>) {
    let (model, graph) = (context.model, context.graph);
    for (package, standard) in model.standards() {
        for (threat, _) in model.of::<Threat<'_>>(package.id) {
            if !graph.is_target(threat.id, &[Relation::Counters, Relation::Leaves]) {
                let help = format!(
                    "let an objective say `counters {0}`, or write `residual {0} {{ … }}` with the reason",
                    threat.name
                );
                context
                    .report(threat.at, format!("no objective counters the threat `{}`", threat.name), help)
                    .misses(&["objective", "residual"]);
            }
        }
        each_product(context, package, standard);
    }
}

/// Reports threats that objectives counter, but not for every product.
fn each_product<'s>(context: &mut Context<'_, 's>, package: &Package<'s>, standard: &Standard<'s>) {
    let limited = limited(context, package);
    if limited.is_empty() {
        return;
    }
    let mut situations: Vec<_> = context
        .model
        .situations(package.id, standard)
        .into_iter()
        .map(|situation| (Configurations::new(context.model, Some(&situation.products)), situation))
        .collect();
    for (threat, when, objectives) in limited {
        let holds: Vec<_> = when.into_iter().collect();
        let found =
            situations.iter_mut().find_map(|(set, situation)| Some((set.find(&holds, &objectives)?, situation)));
        if let Some((configuration, situation)) = found {
            report(context, threat, &configuration, situation);
        }
    }
}

/// A threat, when it is there, and the conditions of all objectives against it.
type Limited<'m> = (Id, Option<&'m Condition>, Vec<&'m Condition>);

/// The threats against which each objective has a condition.
fn limited<'m, 's>(context: &Context<'m, 's>, package: &Package<'s>) -> Vec<Limited<'m>> {
    let (model, graph) = (context.model, context.graph);
    let threats = model.of::<Threat<'s>>(package.id).filter(|(it, _)| !graph.is_target(it.id, &[Relation::Leaves]));
    threats
        .filter_map(|(declaration, threat)| {
            let objectives = graph.origins(declaration.id, Relation::Counters);
            let mut conditions = Vec::new();
            for objective in objectives.filter_map(|id| model.body::<Objective<'s>>(id)) {
                conditions.push(objective.when.as_ref()?);
            }
            let is_countered = !conditions.is_empty();
            is_countered.then_some((declaration.id, threat.when.as_ref(), conditions))
        })
        .collect()
}

fn report(context: &mut Context<'_, '_>, threat: Id, configuration: &Configuration, situation: &Situation) {
    let (model, threat) = (context.model, context.model.get(threat));
    let product = configuration.in_words(model, threat.package);
    let message =
        format!("no objective counters the threat `{}` for {product}{}", threat.name, context.place(situation));
    let help =
        "widen the `when` of an objective against it, narrow that of the threat, or write `residual` with the reason";
    let objectives: Vec<_> = context.graph.origins(threat.id, Relation::Counters).take(2).collect();
    let mut reported = context.report(threat.at, message, help).misses(&["objective", "residual", "use-case"]);
    for objective in objectives {
        reported = reported.label(model.get(objective).at, "counters it for other products");
    }
}
