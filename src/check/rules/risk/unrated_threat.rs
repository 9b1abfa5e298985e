//! A threat without likelihood or impact.
//!
//! # What it checks
//! Every threat of a deliverable has a likelihood and an impact: in each use case, for every product that the threat is about, the condition of one
//! line at least holds.
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
            if !rated && threat.risks.is_empty() {
                let missing = match (threat.likelihood.is_empty(), threat.impact.is_empty()) {
                    (true, false) => "likelihood",
                    (false, true) => "impact",
                    _ => "likelihood and impact",
                };
                let message = format!("the threat `{}` has no {missing}", declaration.name);
                context
                    .report(declaration.at, message, format!("write its {missing}, or `risk` for each use case"))
                    .misses(&[]);
            }
        }
        let Some(ratings) = context.ratings.get(&package.id) else { continue };
        for alike in ratings.unrated.chunk_by(|one, other| one.threat == other.threat) {
            let (unrated, declaration) = (&alike[0], model.get(alike[0].threat));
            let place = context.place(&ratings.situations[unrated.situation]);
            let product = unrated.product.in_words(model, package.id);
            let message = format!("the threat `{}` has no {} for {product}{place}", declaration.name, unrated.scale);
            context.report(
                declaration.at,
                message,
                format!("write a last line with its {} and no `when`", unrated.scale),
            );
        }
    }
}
