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
use crate::coverage::{Products, Servant, servants};
use crate::diagnostic::Severity;
use crate::logic::Configuration;
use crate::model::{Declaration, Objective, Requirement, Situation, objective::On};

pub(in crate::check::rules) const RULE: Rule = Rule {
    name: "unrealised-objective",
    severity: Severity::Error,
    kinds: &["objective", "requirement", "use-case", "level"],
    check: Some(check),
};

fn check(context: &mut Context<'_, '_>) {
    let (model, graph) = (context.model, context.graph);
    for (package, standard) in model.standards() {
        // What a requirement without an objective was to serve is not known, and has a finding of its own.
        let unserved = model.of::<Requirement<'_>>(package.id).any(|(_, requirement)| requirement.serves.is_empty());
        let mut products = Products::of(model, package.id, standard);
        for (declaration, objective) in model.of::<Objective<'_>>(package.id) {
            if objective.on == Some(On::Environment) {
                continue;
            }
            let servants = servants(model, graph, declaration.id);
            if servants.is_empty() {
                let message = format!("no requirement serves the objective `{}`", declaration.name);
                context
                    .report(declaration.at, message, format!("let a requirement say `serves {}`", declaration.name))
                    .misses(&["requirement", "objective", "threat", "use-case"]);
            } else if !unserved && let Some((product, situation)) = products.unserved(objective, &servants) {
                report(context, declaration, &servants, &product, &situation);
            }
        }
    }
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
