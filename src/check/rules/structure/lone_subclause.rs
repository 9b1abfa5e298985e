//! A subclause without a sibling.
//!
//! # What it checks
//! A `clause` or `annex` that holds a clause holds two at least.
//! # Why
//! ISO/IEC Directives, Part 2, 22.3.2: what is not divided into two has no division, and its number says nothing.
//! # Bad
//! ```norm
//! clause cl-parts "Parts" {
//!   clause cl-lock "Lock" { text "A lock keeps others out." }  //~ lone-subclause
//! }
//! ```
//! # Good
//! ```norm
//! clause cl-parts "Parts" {
//!   clause cl-lock "Lock" { text "A lock keeps others out." }
//!   clause cl-hinge "Hinge" { text "A hinge lets a door turn." }
//! }
//! ```
//! # How to fix
//! Give the text to the clause around it, or add the clause that is missing.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::{Declaration, FreeClause, Id};
use std::collections::BTreeMap;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "lone-subclause", severity: Severity::Warning, kinds: &["clause", "annex"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    let mut inside: BTreeMap<Id, Vec<&Declaration<'_>>> = BTreeMap::new();
    for (declaration, _) in model.all::<FreeClause<'_>>() {
        if let Some(parent) = declaration.parent {
            inside.entry(parent).or_default().push(declaration);
        }
    }
    for (parent, clauses) in inside {
        let parent = model.get(parent);
        // Text before it is reported as hanging, and becomes its sibling.
        let hangs = parent.texts.iter().any(|written| written.property == "text" && !written.text.is_blank());
        if let [only] = clauses.as_slice()
            && !hangs
            && !parent.broken
        {
            let message = format!("`{}` is the only subclause of `{}`", only.name, parent.name);
            context.report(only.at, message, "give its text to the clause around it, or add what is missing");
        }
    }
}
