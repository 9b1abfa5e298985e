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

use crate::check::stub;
use crate::check::{Context, Rule};
use crate::coverage::Products;
use crate::diagnostic::Severity;
use crate::logic::Configuration;
use crate::model::{Id, Relation, Situation, Threat};

pub(in crate::check::rules) const RULE: Rule = Rule {
    name: "uncovered-threat",
    severity: Severity::Error,
    kinds: &["threat", "objective", "use-case", "residual"],
    check: Some(check),
};

fn check(context: &mut Context<'_, '_>) {
    let (model, graph) = (context.model, context.graph);
    for (package, standard) in model.standards() {
        let mut products = Products::of(model, package.id, standard);
        for (declaration, threat) in model.of::<Threat<'_>>(package.id) {
            if graph.is_target(declaration.id, &[Relation::Leaves]) {
                continue;
            }
            if !graph.is_target(declaration.id, &[Relation::Counters]) {
                let help = format!(
                    "let an objective say `counters {0}`, or write `residual {0} {{ … }}` with the reason",
                    declaration.name
                );
                let message = format!("no objective counters the threat `{}`", declaration.name);
                context
                    .report(declaration.at, message, help)
                    .misses(&["objective", "residual"])
                    .fix(stub::objective(model, declaration, "O", "product", "counters"))
                    .fix(stub::residual(model, declaration));
            } else if let Some((product, situation)) = products.uncountered(graph, declaration.id, threat) {
                report(context, declaration.id, &product, &situation);
            }
        }
    }
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
