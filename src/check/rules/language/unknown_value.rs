//! A value that is not on its scale.
//!
//! # What it checks
//! A value of a risk factor, of likelihood, of impact or of a rating stands on the scale that declares it.
//! # Why
//! Ratings are computed from scales; a value off the scale has no rating.
//! # Bad
//! ```norm
//! threat T-2 "Guess" { targets store; agent "A thief"; likelihood often; impact minor }  //~ unknown-value
//! residual T-2 { because "Nothing is kept."; instead "Guidance." }
//! ```
//! # Good
//! ```norm
//! threat T-2 "Guess" { targets store; agent "A thief"; likelihood rare; impact minor }
//! residual T-2 { because "Nothing is kept."; instead "Guidance." }
//! ```
//! # How to fix
//! Write a value of the scale.

use crate::check::{Context, Rule};
use crate::diagnostic::{Fix, Severity};
use crate::model::{Requirement, RiskFactor, RiskMatrix, Threat, UseCase, Word};
use crate::nearest::near;
use crate::risk::Matrix;

pub(in crate::check::rules) const RULE: Rule = Rule {
    name: "unknown-value",
    severity: Severity::Error,
    kinds: &["threat", "requirement", "use-case", "risk-matrix"],
    check: Some(check),
};

fn check(context: &mut Context<'_, '_>) {
    for package in context.model.packages() {
        let Some(matrix) = Matrix::seen_by(context.model, package.id) else { continue };
        let (declared, matrix) = (matrix.declaration.at, matrix.body);
        let mut wrong: Vec<(Word<'_>, &[Word<'_>])> = Vec::new();
        for (_, threat) in context.model.of::<Threat<'_>>(package.id) {
            let likelihoods = threat.likelihood.iter().map(|rating| rating.value);
            let impacts = threat.impact.iter().map(|rating| rating.value);
            let risks = || threat.risks.iter();
            wrong.extend(
                likelihoods.chain(risks().map(|risk| risk.likelihood)).map(|word| (word, &matrix.likelihoods[..])),
            );
            wrong.extend(impacts.chain(risks().map(|risk| risk.impact)).map(|word| (word, &matrix.impacts[..])));
        }
        for (_, requirement) in context.model.of::<Requirement<'_>>(package.id) {
            for reduction in &requirement.reduces {
                let scale = if reduction.of.text == "impact" { &matrix.impacts } else { &matrix.likelihoods };
                wrong.push((reduction.to, scale));
            }
        }
        for (_, use_case) in context.model.of::<UseCase<'_>>(package.id) {
            for (factor, word) in &use_case.factors {
                if let Some(factor) = context.model.body::<RiskFactor<'_>>(factor.id) {
                    wrong.push((*word, &factor.values));
                }
            }
        }
        for (_, own) in context.model.of::<RiskMatrix<'_>>(package.id) {
            for (likelihood, ratings) in &own.rows {
                wrong.push((*likelihood, &own.likelihoods));
                wrong.extend(ratings.iter().map(|rating| (*rating, &own.ratings[..])));
            }
            wrong.extend(own.accept.iter().map(|(rating, _)| (*rating, &own.ratings[..])));
        }
        for (word, scale) in wrong {
            // That a scale is missing is a finding of its own.
            if !scale.is_empty() && !scale.iter().any(|step| step.text == word.text) {
                let steps = scale.iter().map(|step| step.text).collect::<Vec<_>>().join(" < ");
                let scale_at = scale.first().map_or(declared, |step| step.span);
                let message = format!("the scale has no value `{}`", word.text);
                let scale_file = context.model.sources.file(scale_at.file).path();
                let reported = context
                    .report(word.span, message, format!("the scale is {steps}"))
                    .label(scale_at, "the scale is declared here")
                    .lacks(scale_file, word.text);
                if let Some(near) = near(word.text, scale.iter().map(|step| step.text)) {
                    reported.fix(Fix::rename(word.span, near.name, near.certain));
                }
            }
        }
    }
}
