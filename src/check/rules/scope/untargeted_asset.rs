//! An asset that no threat targets.
//!
//! # What it checks
//! Every asset of a deliverable is the target of a threat.
//! # Why
//! Request M/606, Annex II, section 1: the analysis of risks is comprehensive.
//! # Bad
//! ```norm
//! asset spare "Spare key" { protects confidentiality }  //~ untargeted-asset
//! ```
//! # Good
//! ```norm
//! asset spare "Spare key" { protects confidentiality }
//! threat T-SPARE "Spare key copied" { targets spare; agent "A thief"; likelihood rare; impact minor }
//! residual T-SPARE { because "No spare key is kept."; instead "Guidance." }
//! ```
//! # How to fix
//! Write the threat, or accept the finding with the reason why none is credible.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::{Asset, Relation};

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "untargeted-asset", severity: Severity::Error, kinds: &["asset", "threat"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    let (model, graph) = (context.model, context.graph);
    for (package, _) in model.standards() {
        for (declaration, _) in model.of::<Asset<'_>>(package.id) {
            if !graph.is_target(declaration.id, &[Relation::Targets]) {
                let message = format!("no threat targets the asset `{}`", declaration.name);
                context
                    .report(
                        declaration.at,
                        message,
                        "write the threat, or `allow` the finding and say why none is credible",
                    )
                    .misses(&["threat"]);
            }
        }
    }
}
