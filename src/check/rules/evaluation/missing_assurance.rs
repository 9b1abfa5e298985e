//! A use case for which no assurance is set.
//!
//! # What it checks
//! Every use case of a vertical under third-party assessment has exactly one `assurance`, by its name or by its level. The same holds wherever a deliverable declares assurance at all.
//! # Why
//! Request M/606, Annex II, section 2.3, paragraph 4 (OB-125): a risk-based approach to assurance is set out. It is one only if it is total and leaves no choice.
//! # Bad
//! ```norm
//! // asked: missing-assurance on third-party
//! // alone
//! standard sole "Sole" {
//!   role vertical
//!   answers req:9
//!   eso cen
//!   number "EN 3"
//!   stage draft
//!   version "0.1.0"
//!   date 2026-01-01
//!   category act:C-2
//!   scope "This document specifies nothing."
//! }
//! use req
//! use act
//! omits act:E-1 { because "An example of a header only." }
//! use lib
//! use-case UC "Home" {  //~ missing-assurance
//!   purpose "Keep secrets."; environment "A home."; users lib:anyone; level lib:low }
//! use-case UC-2 "Bank" { purpose "Keep secrets."; environment "A bank."; users lib:anyone; level lib:high }
//! assurance AS-2 "Verified" { for lib:high; depth verification }
//! ```
//! # Good
//! ```norm
//! // asked: missing-assurance on third-party
//! // alone
//! standard sole "Sole" {
//!   role vertical
//!   answers req:9
//!   eso cen
//!   number "EN 3"
//!   stage draft
//!   version "0.1.0"
//!   date 2026-01-01
//!   category act:C-2
//!   scope "This document specifies nothing."
//! }
//! use req
//! use act
//! omits act:E-1 { because "An example of a header only." }
//! use lib
//! use-case UC "Home" { purpose "Keep secrets."; environment "A home."; users lib:anyone; level lib:low }
//! use-case UC-2 "Bank" { purpose "Keep secrets."; environment "A bank."; users lib:anyone; level lib:high }
//! assurance AS-1 "Validated" { for lib:low; depth validation }
//! assurance AS-2 "Verified" { for UC-2; depth verification }
//! ```
//! # How to fix
//! Write an `assurance` that is `for` the use case or its level, or name it in one only.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::{Assurance, Requirement, Target, UseCase};

pub(in crate::check::rules) const RULE: Rule = Rule {
    name: "missing-assurance",
    severity: Severity::Error,
    kinds: &["assurance", "use-case", "level"],
    check: Some(check),
};

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    let unread = context.unread(&["assurance"]);
    for (package, _) in model.standards().filter(|(package, _)| !unread.contains(&package.id)) {
        let assurances: Vec<_> = model.of::<Assurance<'_>>(package.id).collect();
        let asked = context.asking(package.id);
        if assurances.is_empty() && asked.is_none() {
            continue;
        }
        // Where levels are in use, a use case without one is reported by another rule.
        let levels = model.of::<Requirement<'_>>(package.id).any(|(_, requirement)| requirement.level.is_some());
        let use_cases = model.of::<UseCase<'_>>(package.id);
        for (declaration, use_case) in use_cases.filter(|(_, it)| it.level.is_some() || !levels) {
            let level = use_case.level.map(|level| level.id);
            let fits = |target: &&Target| target.id == declaration.id || Some(target.id) == level;
            let mut places = assurances.iter().filter_map(|(_, assurance)| assurance.scope.iter().find(fits));
            match (places.next(), places.next()) {
                (Some(_), None) => {}
                (None, _) => {
                    let message = format!("no assurance is set for the use case `{}`", declaration.name);
                    let help = "write an `assurance` that is `for` the use case or for its level";
                    let reported = context.report(declaration.at, message, help);
                    if let Some(asked) = asked {
                        reported.asked_by(asked);
                    }
                }
                (Some(one), Some(other)) => {
                    let message = format!("two assurances are set for the use case `{}`", declaration.name);
                    let help = "name the use case, or its level, in one of them only";
                    context.report(other.span, message, help).label(one.span, "the first one");
                }
            }
        }
    }
}
