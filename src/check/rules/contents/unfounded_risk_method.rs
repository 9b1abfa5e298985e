//! A method of rating risks that rests on no standard.
//!
//! # What it checks
//! The risk matrix that a deliverable uses, its own or that of a package it uses, names a `source`: a reference to a standard on risk analysis.
//! # Why
//! Request M/606, Annex II, section 1, paragraph 9 (OB-075): the method to identify objectives relies on existing standards for risk analysis.
//! # Bad
//! ```norm
//! // asked: unfounded-risk-method on vertical
//! //~ elsewhere unfounded-risk-method
//! ```
//! # Good
//! ```norm
//! // asked: unfounded-risk-method on vertical
//! reference iso-27005 { number "ISO/IEC 27005"; title "Guidance on managing information security risks"; date "2022" }
//! risk-matrix own "Rating" {
//!   likelihoods rare < likely
//!   impacts minor < severe
//!   ratings low < high
//!   row rare low, low
//!   row likely low, high
//!   accept low "Low risks are borne."
//!   source iso-27005
//! }
//! ```
//! # How to fix
//! Write `source REFERENCE` in the `risk-matrix`.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::RiskMatrix;

pub(in crate::check::rules) const RULE: Rule = Rule {
    name: "unfounded-risk-method",
    severity: Severity::Error,
    kinds: &["risk-matrix", "reference"],
    check: Some(check),
};

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    for asked in context.asked_standards() {
        let used = model.package(asked.package).uses.iter().map(|used| used.package);
        let packages: Vec<_> = used.chain([asked.package]).collect();
        let matrices: Vec<_> = packages.into_iter().flat_map(|package| model.of::<RiskMatrix<'_>>(package)).collect();
        if matrices.iter().any(|(declaration, _)| !declaration.common.sources.is_empty() || declaration.loose) {
            continue;
        }
        // Without a matrix at all, another rule speaks.
        if let Some((matrix, _)) = matrices.first() {
            let message = format!("the method of rating risks, `{}`, names no standard that it follows", matrix.name);
            let help = "write `source REFERENCE` with a standard on risk analysis, such as ISO/IEC 27005";
            context.report(matrix.at, message, help).asked_by(asked.by);
        }
    }
}
