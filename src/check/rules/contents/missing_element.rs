//! A deliverable without a security problem, objectives, requirements or assessments.
//!
//! # What it checks
//! A deliverable has threats, objectives, requirements (its own or adopted) and assessments, where the request asks for them.
//! # Why
//! Request M/606, Annex II, section 1, paragraphs 2 and 7 (OB-034, OB-061 to OB-064), and section 2.1, paragraph 2, for the framework (OB-101).
//! # Bad
//! ```norm
//! // asked: missing-element on horizontal
//! // alone
//! standard sole "Sole" {  //~ missing-element
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
//! ```
//! # Good
//! ```norm
//! // asked: missing-element on horizontal
//! considers policies as none "A vault carries out no policy of an organisation."
//! ```
//! # How to fix
//! Write what the message names; the guide's page *What a deliverable must contain* says in which order.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::{Assessment, Objective, Requirement, Threat};

pub(in crate::check::rules) const RULE: Rule = Rule {
    name: "missing-element",
    severity: Severity::Error,
    kinds: &["threat", "objective", "requirement", "assessment"],
    check: Some(check),
};

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    for asked in context.asked_standards() {
        let package = asked.package;
        let taken: Vec<_> = model.in_force(package).into_iter().map(|id| model.get(id).package).collect();
        let has = |own: bool| own || taken.iter().any(|from| *from != package);
        let elements = [
            ("`threat`", model.of::<Threat<'_>>(package).next().is_some()),
            ("`objective`", model.of::<Objective<'_>>(package).next().is_some()),
            ("`requirement`", has(model.of::<Requirement<'_>>(package).next().is_some())),
            ("`assessment`", has(model.of::<Assessment<'_>>(package).next().is_some())),
        ];
        let missing: Vec<_> = elements.iter().filter(|(_, has)| !has).map(|(kind, _)| *kind).collect();
        if !missing.is_empty() {
            let message = format!("`{}` has no {}", model.package(package).name, missing.join(", no "));
            let help =
                "write the security problem, what is to be achieved, the requirements, and how they are assessed";
            context.report(asked.head.at, message, help).asked_by(asked.by).misses(RULE.kinds);
        }
    }
}
