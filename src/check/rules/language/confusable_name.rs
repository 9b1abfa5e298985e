//! Two names that differ only in capital letters.
//!
//! # What it checks
//! The names of requirements, threats, objectives and essential requirements of a package differ in more than capital letters.
//! # Why
//! Readers take `R-a` for `R-A`, and catalogues for machines, such as OSCAL, know them by one identifier.
//! # Bad
//! ```norm
//! threat t-1 "Peeping" { targets store; agent "A guest"; likelihood rare; impact minor }  //~ confusable-name
//! residual t-1 { because "Vaults have no windows."; instead "Guidance." }
//! ```
//! # Good
//! ```norm
//! threat T-PEEP "Peeping" { targets store; agent "A guest"; likelihood rare; impact minor }
//! residual T-PEEP { because "Vaults have no windows."; instead "Guidance." }
//! ```
//! # How to fix
//! Give one of the two another name.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;

/// The kinds that become controls of a catalogue.
const KINDS: &[&str] = &["requirement", "threat", "objective", "essential"];

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "confusable-name", severity: Severity::Error, kinds: KINDS, check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    let mut first = BTreeMap::new();
    for declaration in model.declarations().iter().filter(|declaration| KINDS.contains(&declaration.kind())) {
        match first.entry((declaration.package, declaration.name.to_lowercase())) {
            Entry::Vacant(place) => {
                place.insert(declaration);
            }
            // A name that is the same to the letter is reported by `duplicate-name`.
            Entry::Occupied(place) if place.get().name == declaration.name => {}
            Entry::Occupied(place) => {
                let (one, other) = (&declaration.name, &place.get().name);
                let message = format!("`{one}` differs from `{other}` only in capital letters");
                let before = place.get().at;
                context
                    .report(declaration.at, message, "give one of the two another name")
                    .label(before, "declared here");
            }
        }
    }
}
