//! A use case that calls for no level.
//!
//! # What it checks
//! Where a vertical keeps requirements for a higher level, each of its use cases says which level it calls for.
//! # Why
//! Request M/606, Annex II, sections 1 and 2.3: levels relate to purposes, environments or users, and assurance grows with the risk of the use case.
//! # Bad
//! ```norm
//! use-case UC-2 "Work" {  //~ unlevelled-use-case
//!   purpose "Keep secrets at work."
//!   environment "An office."
//!   users lib:anyone
//! }
//! ```
//! # Good
//! ```norm
//! use-case UC-2 "Work" {
//!   purpose "Keep secrets at work."
//!   environment "An office."
//!   users lib:anyone
//!   level lib:high
//! }
//! ```
//! # How to fix
//! Give the use case a `level`.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::{Requirement, UseCase, standard::Role};

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "unlevelled-use-case", severity: Severity::Error, kinds: &["use-case", "level"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    for (package, standard) in model.standards() {
        let levels = model.of::<Requirement<'_>>(package.id).any(|(_, requirement)| requirement.level.is_some());
        if standard.role != Some(Role::Vertical) || !levels {
            continue;
        }
        for (declaration, use_case) in model.of::<UseCase<'_>>(package.id) {
            if use_case.level.is_none() {
                let message = format!("the use case `{}` calls for no level", declaration.name);
                context
                    .report(
                        declaration.at,
                        message,
                        "give it a `level`, so that it is known which requirements bind there",
                    )
                    .misses(&[]);
            }
        }
    }
}
