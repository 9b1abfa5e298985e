//! A term that is defined twice.
//!
//! # What it checks
//! A term or abbreviation is defined in one package of the workspace; others refer to it. In a deliverable of CEN or CENELEC, two entries with one term are an error.
//! # Why
//! Request M/606, Annex II, section 1: the deliverables rely on one common set of terms. ISO/IEC Directives, Part 2, clause 16: a preferred term has one entry.
//! # Bad
//! ```norm
//! term vault "vault" { definition "store of secrets" }
//! term safe "vault" { definition "box of secrets" }  //~ second-definition
//! assumption A-2 { text "The [vault] is closed, and so is the [safe]." }
//! objective O-2 "Kept" { on environment; upholds A-2 }
//! ```
//! # Good
//! ```norm
//! term vault "vault" { definition "store of secrets" }
//! assumption A-2 { text "The [vault] is closed." }
//! objective O-2 "Kept" { on environment; upholds A-2 }
//! ```
//! # How to fix
//! Refer to the first definition, or give the second term another title.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::Declaration;
use crate::model::standard::Eso;
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
    let mut first: BTreeMap<(&str, String), &Declaration<'_>> = BTreeMap::new();
    for declaration in
        model.declarations().iter().filter(|declaration| matches!(declaration.kind(), "term" | "abbreviation"))
    {
        match first.entry((declaration.kind(), declaration.label().to_lowercase())) {
            Entry::Vacant(place) => {
                place.insert(declaration);
            }
            Entry::Occupied(place) => {
                let before = *place.get();
                let message = format!("the {} `{}` is defined twice", declaration.kind(), declaration.label());
                let one_draft = before.package == declaration.package
                    && model.eso(declaration.package).is_some_and(|eso| eso != Eso::Etsi);
                context
                    .report(declaration.at, message, "refer to the first definition, or give this one another title")
                    .severity(if one_draft { Severity::Error } else { Severity::Warning })
                    .label(before.at, "first defined here");
            }
        }
    }
}
