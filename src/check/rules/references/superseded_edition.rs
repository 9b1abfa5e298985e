//! A reference to an edition that a later one replaced.
//!
//! # What it checks
//! No reference cites an older year than another reference of the workspace, or a survey's `existing`, has for the same number. It is a guess: the workspace is the only register that normc has, and an older edition can be meant.
//! # Why
//! ETSI Drafting Rules, clause 8.4: a superseded edition is cited for a reason only, since users buy the new one.
//! # Bad
//! ```norm
//! reference iso-1 { number "ISO 1"; title "One"; date "2018" }  //~ superseded-edition
//! reference iso-1-new { number "ISO 1"; title "One"; date "2024" }
//! assumption A-2 { text "The room is locked, see [iso-1] and [iso-1-new]." }
//! objective O-2 "Kept" { on environment; upholds A-2 }
//! ```
//! # Good
//! ```norm
//! reference iso-1 { number "ISO 1"; title "One"; date "2024" }
//! assumption A-2 { text "The room is locked, see [iso-1]." }
//! objective O-2 "Kept" { on environment; upholds A-2 }
//! ```
//! # How to fix
//! Cite the later edition, or accept the finding with the reason why the older one is meant.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::{CitedDocument, Existing, Model};
use crate::source::Span;
use std::collections::BTreeMap;

pub(in crate::check::rules) const RULE: Rule = Rule {
    name: "superseded-edition",
    severity: Severity::Warning,
    kinds: &["reference", "existing"],
    check: Some(check),
};

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    let register = register(model);
    for (declaration, reference) in model.all::<CitedDocument<'_>>().filter(|(_, it)| it.catalogue.is_none()) {
        let (Some(key), Some(year)) = (reference.key(), reference.year()) else { continue };
        let Some((latest, at)) = register.get(&key).filter(|(latest, _)| *latest > year) else { continue };
        let message = format!("`{}` cites the edition of {year}, and one of {latest} is known", declaration.name);
        let help = "cite the later edition, or accept the finding and say why the older one is meant";
        context.report(declaration.at, message, help).label(*at, format!("the edition of {latest}"));
    }
}

/// The latest year of each document that the workspace names, and where.
fn register(model: &Model<'_>) -> BTreeMap<String, (u16, Span)> {
    let cited =
        model.all::<CitedDocument<'_>>().filter_map(|(it, document)| Some((document.key()?, document.year()?, it.at)));
    let existing =
        model.all::<Existing<'_>>().filter_map(|(it, existing)| Some((existing.key()?, existing.year()?, it.at)));
    let mut register = BTreeMap::new();
    for (key, year, at) in cited.chain(existing) {
        let latest = register.entry(key).or_insert((year, at));
        if year > latest.0 {
            *latest = (year, at);
        }
    }
    register
}
