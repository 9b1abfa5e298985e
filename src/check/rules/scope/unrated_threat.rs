//! A threat without likelihood or impact.
//!
//! # What it checks
//! Every threat of a deliverable has a likelihood and an impact, for all use cases or for single ones.
//! # Why
//! Request M/606, Annex II, section 1: every threat is assessed to a risk.
//! # Bad
//! ```norm
//! threat T-2 "Guess" { targets store; agent "A thief"; likelihood rare }  //~ unrated-threat
//! residual T-2 { because "Guessing is left to chance."; instead "Guidance." }
//! ```
//! # Good
//! ```norm
//! threat T-2 "Guess" { targets store; agent "A thief"; likelihood rare; impact minor }
//! residual T-2 { because "Guessing is left to chance."; instead "Guidance." }
//! ```
//! # How to fix
//! Write `likelihood` and `impact`, or `risk` for each use case.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::Threat;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "unrated-threat", severity: Severity::Error, kinds: &["threat"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    for (package, _) in model.standards() {
        for (declaration, threat) in model.of::<Threat<'_>>(package.id) {
            let rated = !threat.likelihood.is_empty() && !threat.impact.is_empty();
            if !rated && threat.risks.is_empty() && !declaration.loose {
                let missing = match (threat.likelihood.is_empty(), threat.impact.is_empty()) {
                    (true, false) => "likelihood",
                    (false, true) => "impact",
                    _ => "likelihood and impact",
                };
                let message = format!("the threat `{}` has no {missing}", declaration.name);
                context.report(declaration.at, message, format!("write its {missing}, or `risk` for each use case"));
            }
        }
    }
}
