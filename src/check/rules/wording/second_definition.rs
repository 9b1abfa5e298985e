//! A term that is defined twice.
//!
//! # What it checks
//! A term or abbreviation is defined in one package of the workspace; others refer to it.
//! # Why
//! Request M/606, Annex II, section 1: the deliverables rely on one common set of terms.
//! # Bad
//! ```norm
//! term vault "vault" { definition "store of secrets" }
//! term safe "vault" { definition "box of secrets" }  //~ second-definition
//! ```
//! # Good
//! ```norm
//! term vault "vault" { definition "store of secrets" }
//! ```
//! # How to fix
//! Refer to the first definition, or give the second term another title.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::source::Span;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

pub(in crate::check::rules) const RULE: Rule = Rule {
    name: "second-definition",
    severity: Severity::Warning,
    kinds: &["term", "abbreviation"],
    check: Some(check),
};

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    let mut first: BTreeMap<(&str, String), Span> = BTreeMap::new();
    for declaration in
        model.declarations().iter().filter(|declaration| matches!(declaration.kind(), "term" | "abbreviation"))
    {
        match first.entry((declaration.kind(), declaration.label().to_lowercase())) {
            Entry::Vacant(place) => {
                place.insert(declaration.at);
            }
            Entry::Occupied(place) => {
                let message = format!("the {} `{}` is defined twice", declaration.kind(), declaration.label());
                context
                    .report(declaration.at, message, "refer to the first definition, or give this one another title")
                    .label(*place.get(), "first defined here");
            }
        }
    }
}
