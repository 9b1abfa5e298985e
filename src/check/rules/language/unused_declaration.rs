//! A declaration that nothing uses.
//!
//! # What it checks
//! In a deliverable, every feature, risk factor, level, family, user category and reference that it declares is referred to.
//! # Why
//! What nothing refers to is a remnant, or the reference to it was forgotten. A document that is listed and not cited is an error, as ISO/IEC Directives, Part 2, clause 21, and the ETSI Drafting Rules have it. Libraries are exempt: they are there for others.
//! # Bad
//! ```norm
//! feature radio "Has a radio"  //~ unused-declaration
//! ```
//! # Good
//! ```norm
//! feature radio "Has a radio"
//! assumption A-2 { text "The room is locked."; when radio }
//! objective O-ENV "Kept" { on environment; upholds A-2 }
//! ```
//! # How to fix
//! Refer to it, or take it away.

use crate::check::stub;
use crate::check::{Context, Rule};
use crate::diagnostic::Severity;

pub(in crate::check::rules) const RULE: Rule = Rule {
    name: "unused-declaration",
    severity: Severity::Warning,
    kinds: &["feature", "risk-factor", "level", "family", "user-category", "reference"],
    check: Some(check),
};

const KINDS: &[&str] = &["feature", "risk-factor", "level", "family", "user-category", "reference"];

/// What may refer to such a declaration.
const USERS: &[&str] =
    &["requirement", "assessment", "threat", "objective", "use-case", "profile", "standard", "clause", "annex", "term"];

fn check(context: &mut Context<'_, '_>) {
    let (model, graph) = (context.model, context.graph);
    for (package, _) in model.standards() {
        for declaration in model.members(package.id).iter().filter(|member| KINDS.contains(&member.kind())) {
            let used = graph.incoming(declaration.id).any(|edge| edge.from != declaration.id);
            // References to a name that is declared twice mean the first, which `duplicate-name` says.
            if !used && model.lookup(package.id, &declaration.name) == Some(declaration.id) {
                let message = format!("nothing refers to the {} `{}`", declaration.kind(), declaration.name);
                // A document that is listed and not cited is wrong in a draft; the rest is untidy.
                let listed = declaration.kind() == "reference";
                let severity = if listed { Severity::Error } else { Severity::Warning };
                let help = "refer to it, or take it away";
                context
                    .report(declaration.at, message, help)
                    .severity(severity)
                    .misses(USERS)
                    .fix(stub::without(model, declaration));
            }
        }
    }
}
