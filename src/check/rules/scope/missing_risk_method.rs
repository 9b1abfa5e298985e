//! Threats that are rated by no method.
//!
//! # What it checks
//! A deliverable with threats declares a `risk-matrix`, or uses a package that does.
//! # Why
//! Request M/606, Annex II, section 1: risks are identified by a comprehensive analysis with a stated method.
//! # Bad
//! ```norm
//! // alone
//! standard sole "Sole" {  //~ missing-risk-method
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
//! threat T-2 "Guess" { agent "A thief"; likelihood rare; impact minor }
//! residual T-2 { because "Guessing is left to chance."; instead "Guidance." }
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
//! use lib
//! threat T-2 "Guess" { agent "A thief"; likelihood rare; impact minor }
//! residual T-2 { because "Guessing is left to chance."; instead "Guidance." }
//! ```
//! # How to fix
//! Use the library that holds the method, or declare a `risk-matrix`.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::{RiskMatrix, Threat};

pub(in crate::check::rules) const RULE: Rule = Rule {
    name: "missing-risk-method",
    severity: Severity::Error,
    kinds: &["threat", "risk-matrix"],
    check: Some(check),
};

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    for (package, _) in model.standards() {
        let Some(head) = package.head else { continue };
        let mut seen = package.uses.iter().map(|used| used.package).chain([package.id]);
        let has_threats = model.of::<Threat<'_>>(package.id).next().is_some();
        if has_threats && !seen.any(|seen| model.of::<RiskMatrix<'_>>(seen).next().is_some()) {
            let message = format!("`{}` has threats, but sees no risk matrix to rate them by", package.name);
            context
                .report(model.get(head).at, message, "declare a `risk-matrix`, or use a library that does")
                .misses(&["risk-matrix", "library", "use"]);
        }
    }
}
