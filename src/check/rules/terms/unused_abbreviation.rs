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
use crate::model::{Abbreviation, Declaration, PackageId, Relation};
use crate::source::Span;
use std::collections::BTreeMap;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "unused-abbreviation", severity: Severity::Warning, kinds: &["abbreviation"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    let (model, graph) = (context.model, context.graph);
    let loose = context.loose();
    let drafted = |it: &Declaration<'_>| model.eso(it.package).is_some() && !loose.contains(&it.package);
    let own = model.all::<Abbreviation<'_>>().filter(|(it, _)| drafted(it) && !it.broken);
    let mut unused: BTreeMap<PackageId, BTreeMap<String, Span>> = BTreeMap::new();
    for (declaration, _) in own {
        if !graph.incoming(declaration.id).any(|edge| edge.relation == Relation::Mentions) {
            unused.entry(declaration.package).or_default().insert(declaration.label(), declaration.at);
        }
    }
    for (package, unused) in &mut unused {
        for declaration in model.members(*package).iter().filter(|it| it.kind() != "abbreviation") {
            for text in declaration.texts.iter().map(|written| written.text).chain(declaration.title) {
                let words = text.raw().split(|c: char| !c.is_alphanumeric());
                for word in words.filter(|word| word.len() > 1) {
                    unused.remove(word);
                    word.strip_suffix('s').map(|stem| unused.remove(stem));
                }
            }
        }
    }
    for (label, at) in unused.into_values().flatten() {
        let help = "take it away, or move it to a library, from which drafts take what they use";
        context.report(at, format!("no text uses the abbreviation `{label}`"), help);
    }
}
