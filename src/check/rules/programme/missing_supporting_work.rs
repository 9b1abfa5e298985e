//! A programme without any supporting deliverable.
//!
//! # What it checks
//! Where several deliverables are planned, at least one work item `supports` others, with terms, methods or catalogues.
//! # Why
//! Request M/606, Annex II, section 1: supporting specifications are identified and provided where consistency needs them; terms are common to all.
//! # Bad
//! ```norm
//! // in: plan
//! // without: plan/support.norm
//! body tc-3 "Committee 3" { eso cen; lead union; interests 2025-03-01 }  //~ elsewhere missing-supporting-work
//! ```
//! # Good
//! ```norm
//! // in: plan
//! // without: plan/support.norm
//! work-item wi-0 "Terms" { supports wi-1, wi-2; body tc-1 }
//! ```
//! # How to fix
//! Plan it, with `supports`, or accept the finding with the reason why the deliverables need nothing in common.

use crate::check::{Context, PLAN, Rule};
use crate::diagnostic::Severity;

pub(in crate::check::rules) const RULE: Rule = Rule {
    name: "missing-supporting-work",
    severity: Severity::Warning,
    kinds: &["programme", "work-item"],
    check: Some(check),
};

fn check(context: &mut Context<'_, '_>) {
    for plan in context.asked_plans() {
        let supported = plan.work.iter().any(|(_, work)| !work.supports.is_empty());
        if plan.work.len() > 1 && !supported {
            let message = "no work item supports the others with terms, methods or catalogues";
            context.report(plan.head.at, message, "plan what they need in common, with `supports`").misses(PLAN);
        }
    }
}
