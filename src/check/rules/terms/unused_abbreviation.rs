//! An abbreviation that no text uses.
//!
//! # What it checks
//! Each abbreviation that a deliverable declares stands in one of its texts, titles included, or is referred to.
//! # Why
//! ETSI Drafting Rules on abbreviations: the list has those that the document uses, and no other.
//! # Bad
//! ```norm
//! abbreviation CCTV "CCTV" { definition "Closed-Circuit Television" }  //~ unused-abbreviation
//! ```
//! # Good
//! ```norm
//! abbreviation CCTV "CCTV" { definition "Closed-Circuit Television" }
//! assumption A-2 { text "The room is watched by CCTV." }
//! objective O-2 "Kept" { on environment; upholds A-2 }
//! ```
//! # How to fix
//! Take it away, or move it to a library: drafts take from there what they use.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::{Abbreviation, PackageId, Relation};
use std::collections::{BTreeMap, BTreeSet};

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "unused-abbreviation", severity: Severity::Warning, kinds: &["abbreviation"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    let (model, graph) = (context.model, context.graph);
    let own = model.all::<Abbreviation<'_>>().filter(|(it, _)| model.eso(it.package).is_some() && !it.broken);
    let unlinked: Vec<_> = own
        .filter(|(it, _)| !graph.incoming(it.id).any(|edge| edge.relation == Relation::Mentions))
        .map(|(declaration, _)| declaration)
        .collect();
    let words = words(context, &unlinked.iter().map(|declaration| declaration.package).collect());
    for declaration in unlinked {
        let label = declaration.label();
        if !words.get(&declaration.package).is_some_and(|words| words.contains(&label)) {
            let help = "take it away, or move it to a library, from which drafts take what they use";
            context.report(declaration.at, format!("no text uses the abbreviation `{label}`"), help);
        }
    }
}

/// The words of a package's texts and titles, with and without the `s` of a plural.
fn words(context: &Context<'_, '_>, packages: &BTreeSet<PackageId>) -> BTreeMap<PackageId, BTreeSet<String>> {
    let mut found: BTreeMap<PackageId, BTreeSet<String>> = BTreeMap::new();
    let model = context.model;
    for package in packages {
        let found = found.entry(*package).or_default();
        for declaration in model.members(*package).iter().filter(|it| it.kind() != "abbreviation") {
            let texts = declaration.texts.iter().map(|written| written.text).chain(declaration.title);
            for text in texts {
                let content = text.content();
                for word in content.as_str().split(|c: char| !c.is_alphanumeric()).filter(|word| word.len() > 1) {
                    found.insert(word.to_owned());
                    found.extend(word.strip_suffix('s').map(str::to_owned));
                }
            }
        }
    }
    found
}
