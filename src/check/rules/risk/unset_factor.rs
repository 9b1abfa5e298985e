//! A use case that leaves open a factor on which a rating depends.
//!
//! # What it checks
//! Where the likelihood or the impact of a threat depends on a risk factor, each use case gives the factor a value, or rates the threat by itself
//! with `risk`.
//! # Why
//! Request M/606, Annex II, section 1: risks are assessed for the intended purpose and the conditions of use. Without the value the rating in the use
//! case is not known, and normc counts the highest that is possible.
//! # Bad
//! ```norm
//! risk-factor DAT "Sensitivity" { values none < secret }
//! threat T-2 "Guess" { targets store; agent "A thief"; likelihood rare; impact severe when DAT >= secret; impact minor }
//! residual T-2 { because "Guessing is left to chance."; instead "Guidance." }
//! use-case UC-2 "Work" {  //~ unset-factor
//!   purpose "Keep secrets at work."
//!   environment "An office."
//!   users lib:anyone
//!   level lib:high
//! }
//! //~ elsewhere unset-factor
//! ```
//! # Good
//! ```norm
//! risk-factor DAT "Sensitivity" { values none < secret }
//! threat T-2 "Guess" {
//!   targets store
//!   agent "A thief"
//!   likelihood rare
//!   impact severe when DAT >= secret
//!   impact minor
//!   risk UC-1 { likelihood rare; impact severe }
//! }
//! residual T-2 { because "Guessing is left to chance."; instead "Guidance." }
//! use-case UC-2 "Work" {
//!   purpose "Keep secrets at work."
//!   environment "An office."
//!   users lib:anyone
//!   level lib:high
//!   factor DAT none
//! }
//! ```
//! # How to fix
//! Write `factor` with a value of its scale in the use case.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::{Id, Threat, UseCase};
use std::collections::BTreeMap;

pub(in crate::check::rules) const RULE: Rule = Rule {
    name: "unset-factor",
    severity: Severity::Error,
    kinds: &["use-case", "risk-factor", "threat"],
    check: Some(check),
};

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    for (package, _) in model.standards() {
        let mut dependent: Vec<(Id, &Threat<'_>, Vec<Id>)> = Vec::new();
        for (declaration, threat) in model.of::<Threat<'_>>(package.id) {
            let lines = threat.likelihood.iter().chain(&threat.impact).filter_map(|line| line.when.as_ref());
            let mut factors = Vec::new();
            lines.for_each(|when| when.factors(&mut |id| factors.push(id)));
            dependent.push((declaration.id, threat, factors));
        }
        for (declaration, use_case) in model.of::<UseCase<'_>>(package.id).filter(|(it, _)| !it.loose) {
            let mut open: BTreeMap<Id, Id> = BTreeMap::new();
            for (id, threat, factors) in &dependent {
                let rated = threat.risks.iter().any(|risk| risk.use_case.id == declaration.id);
                let unset = factors.iter().filter(|id| !use_case.factors.iter().any(|(factor, _)| factor.id == **id));
                for factor in unset.filter(|_| !rated) {
                    open.entry(*factor).or_insert(*id);
                }
            }
            for (factor, threat) in open {
                let (factor_name, threat) = (context.name(model.get(factor), package.id), model.get(threat));
                let message = format!(
                    "the use case `{}` gives `{factor_name}` no value, on which the rating of `{}` depends",
                    declaration.name, threat.name
                );
                context
                    .report(declaration.at, message, format!("write `factor {factor_name}` with a value of its scale"))
                    .label(threat.at, "rated by the factor")
                    .label(model.get(factor).at, "the factor and its scale");
            }
        }
    }
}
