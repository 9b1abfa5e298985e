//! A use case on which nothing depends.
//!
//! # What it checks
//! Every use case calls for a level, sets a risk factor, is rated by a threat or served by a profile, where the request asks for it.
//! # Why
//! Request M/606, Annex II, section 2.3, paragraph 2 (OB-122), and section 1, paragraph 10 (OB-079): purposes, environments and users have an influence on risks, levels or requirements, or they need not be told apart.
//! # Bad
//! ```norm
//! // asked: idle-use-case on vertical
//! // without: demo/high.norm
//! //~ elsewhere missing-level
//! use-case UC-2 "Work" {  //~ idle-use-case
//!   purpose "Keep secrets at work."
//!   environment "An office."
//!   users lib:anyone
//! }
//! ```
//! # Good
//! ```norm
//! // asked: idle-use-case on vertical
//! use-case UC-2 "Work" {
//!   purpose "Keep secrets at work."
//!   environment "An office."
//!   users lib:anyone
//!   level lib:high
//! }
//! ```
//! # How to fix
//! Say what is different there by `level` or `factor`, or put the use case together with another.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::{Relation, Requirement, UseCase};

pub(in crate::check::rules) const RULE: Rule = Rule {
    name: "idle-use-case",
    severity: Severity::Warning,
    kinds: &["use-case", "threat", "profile"],
    check: Some(check),
};

fn check(context: &mut Context<'_, '_>) {
    let (model, graph) = (context.model, context.graph);
    let unread = context.unread(&["threat", "profile"]);
    for asked in context.asked_standards().into_iter().filter(|asked| !unread.contains(&asked.package)) {
        // Where levels are in use, a use case without one is reported by another rule.
        let levels = model.of::<Requirement<'_>>(asked.package).any(|(_, it)| it.level.is_some());
        for (declaration, use_case) in model.of::<UseCase<'_>>(asked.package) {
            let says = use_case.level.is_some() || !use_case.factors.is_empty();
            let used = graph.is_target(declaration.id, &[Relation::RatedIn, Relation::Serves, Relation::For]);
            if !levels && !says && !used && !declaration.loose {
                let message = format!("nothing depends on the use case `{}`", declaration.name);
                let help =
                    "say what is different there by `level` or `factor`, or put it together with another use case";
                context.report(declaration.at, message, help).asked_by(asked.by);
            }
        }
    }
}
