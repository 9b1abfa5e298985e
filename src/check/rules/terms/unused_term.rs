//! A term that nothing uses.
//!
//! # What it checks
//! Each term that a deliverable defines is referred to by its name in brackets, or its words stand in one of the deliverable's texts. A note and no warning, because words are compared as they are written, and a term can be used in another form.
//! # Why
//! ISO/IEC Directives, Part 2, clause 16, and the ETSI Drafting Rules on terms: terms are defined where the document uses them.
//! # Bad
//! ```norm
//! term keyhole "keyhole" { definition "opening for a key" }  //~ unused-term
//! ```
//! # Good
//! ```norm
//! term keyhole "keyhole" { definition "opening for a key" }
//! assumption A-2 { text "The keyhole is covered." }
//! objective O-2 "Kept" { on environment; upholds A-2 }
//! ```
//! # How to fix
//! Use the term where it is meant, or take it away.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::{PackageId, Relation, Term};
use std::collections::{BTreeMap, BTreeSet};

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "unused-term", severity: Severity::Note, kinds: &["term"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    let (model, graph) = (context.model, context.graph);
    let standards = model.all::<Term<'_>>().filter(|(it, _)| model.eso(it.package).is_some());
    let unlinked = standards.filter(|(it, _)| !graph.incoming(it.id).any(|edge| edge.relation == Relation::Mentions));
    let unlinked: Vec<_> = unlinked.collect();
    let packages: BTreeSet<_> = unlinked.iter().map(|(declaration, _)| declaration.package).collect();
    let words = words(context, &packages);
    for (declaration, term) in unlinked {
        let Some(used) = words.get(&declaration.package) else { continue };
        let names = declaration.title.iter().chain(&term.admitted);
        // The beginning of a word is enough, so that other forms count.
        let in_text = names.map(|name| name.content().as_str().to_lowercase()).any(|name| {
            name.split_whitespace().all(|word| {
                let stem = stem(word);
                used.range(stem.to_owned()..).next().is_some_and(|it| it.starts_with(stem))
            })
        });
        if !in_text {
            let message = format!("no text uses the term `{}`", declaration.label());
            context.report(declaration.at, message, "use it where it is meant, or take it away");
        }
    }
}

/// A word without the end that other forms change.
fn stem(word: &str) -> &str {
    word.char_indices().nth(word.chars().count().saturating_sub(1).max(3)).map_or(word, |(at, _)| &word[..at])
}

/// The words of the texts of packages, in lower case, without those of definitions.
fn words(context: &Context<'_, '_>, packages: &BTreeSet<PackageId>) -> BTreeMap<PackageId, BTreeSet<String>> {
    let mut found: BTreeMap<PackageId, BTreeSet<String>> = BTreeMap::new();
    let texts = context.texts;
    for prose in texts.iter().filter(|it| packages.contains(&it.declaration.package) && it.property != "definition") {
        let words = prose.as_str().split(|c: char| !c.is_alphanumeric() && c != '-');
        found
            .entry(prose.declaration.package)
            .or_default()
            .extend(words.filter(|word| !word.is_empty()).map(str::to_lowercase));
    }
    found
}
