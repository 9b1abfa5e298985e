//! An omission, deviation, residual risk, consideration or acceptance without a reason.
//!
//! # What it checks
//! The reason after `because`, the way after `instead`, and what is said of a matter considered, say something.
//! # Why
//! Request M/606, Annex II, section 2.3: deviations are justified; section 1: alternatives for risks that are left are indicated.
//! # Bad
//! ```norm
//! omits act:E-9 { because "TBD" }  //~ missing-reason
//! ```
//! # Good
//! ```norm
//! omits act:E-9 { because "The process is the subject of another deliverable." }
//! ```
//! # How to fix
//! Write the reason that a reviewer would accept.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::Body;
use crate::syntax::Text;

pub(in crate::check::rules) const RULE: Rule = Rule {
    name: "missing-reason",
    severity: Severity::Error,
    kinds: &["omits", "not-applicable", "deviates", "residual", "considers", "builds-on"],
    check: Some(check),
};

const EMPTY: &[&str] = &["", "tbd", "tbc", "todo", "n/a", "na", "none", "-", "?", "..."];

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    let mut reasons: Vec<Text<'_>> = Vec::new();
    for declaration in model.declarations() {
        reasons.extend(declaration.common.allowed.iter().map(|allowed| allowed.because));
        match &declaration.body {
            Body::Omits(omits) => reasons.extend(omits.because),
            Body::NotApplicable(not) => reasons.extend(not.because),
            Body::Considers(considers) => reasons.extend(considers.text),
            Body::BuildsOn(builds_on) => reasons.extend(builds_on.text),
            Body::Requirement(requirement) => {
                reasons.extend(requirement.partly.iter().filter_map(|(_, missing)| *missing));
                reasons.extend(requirement.dependencies.iter().filter_map(|dependency| dependency.because));
            }
            Body::Deviates(deviates) => reasons.extend(deviates.because),
            Body::Residual(residual) => reasons.extend([residual.because, residual.instead].into_iter().flatten()),
            _ => {}
        }
    }
    for reason in reasons {
        let words = reason.content().as_str().trim().trim_end_matches('.').to_lowercase();
        if EMPTY.contains(&words.as_str()) {
            context.report(reason.span(), "this gives no reason", "write the reason that a reviewer would accept");
        }
    }
}
