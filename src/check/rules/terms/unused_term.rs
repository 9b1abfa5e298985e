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

use crate::check::stub;
use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::{Declaration, PackageId, Relation, Term};
use std::collections::{BTreeMap, HashMap};

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "unused-term", severity: Severity::Note, kinds: &["term"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    let (model, graph) = (context.model, context.graph);
    let loose = context.loose();
    let drafted = |it: &Declaration<'_>| model.eso(it.package).is_some() && !loose.contains(&it.package);
    let own = model.all::<Term<'_>>().filter(|(it, _)| drafted(it) && !it.broken);
    let unlinked: Vec<_> =
        own.filter(|(it, _)| !graph.incoming(it.id).any(|edge| edge.relation == Relation::Mentions)).collect();
    let mut stems: BTreeMap<PackageId, Stems> = BTreeMap::new();
    for (declaration, term) in &unlinked {
        let stems = stems.entry(declaration.package).or_default();
        names(declaration, term).flat_map(|name| words(&name)).for_each(|word| stems.look_for(stem(&word)));
    }
    let texts = context.texts;
    for prose in texts.iter().filter(|prose| prose.property != "definition") {
        if let Some(stems) = stems.get_mut(&prose.declaration.package) {
            stems.read(prose.as_str());
        }
    }
    for (declaration, term) in unlinked {
        let stems = &stems[&declaration.package];
        let used = names(declaration, term).any(|name| words(&name).iter().all(|word| stems.has(stem(word))));
        // References to a name that is declared twice mean the first, which `duplicate-name` says.
        if !used && model.lookup(declaration.package, &declaration.name) == Some(declaration.id) {
            let message = format!("no text uses the term `{}`", declaration.label());
            context
                .report(declaration.at, message, "use it where it is meant, or take it away")
                .fix(stub::without(model, declaration));
        }
    }
}

/// A term and its synonyms, in lower case.
fn names<'m>(declaration: &'m Declaration<'_>, term: &'m Term<'_>) -> impl Iterator<Item = String> + 'm {
    let names = declaration.title.iter().chain(&term.admitted);
    names.map(|name| name.content().as_str().to_lowercase())
}

fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// A word without the end that other forms change.
fn stem(word: &str) -> &str {
    let kept = word.chars().count().saturating_sub(1).max(3);
    word.char_indices().nth(kept).map_or(word, |(at, _)| &word[..at])
}

/// Beginnings of words, and which of them texts have. They are found by their first two bytes.
#[derive(Default)]
struct Stems {
    by_beginning: HashMap<[u8; 2], Vec<(String, bool)>>,
}

impl Stems {
    fn look_for(&mut self, stem: &str) {
        let same = self.by_beginning.entry(beginning(stem)).or_default();
        if !same.iter().any(|(other, _)| other == stem) {
            same.push((stem.to_owned(), false));
        }
    }

    fn read(&mut self, text: &str) {
        for word in text.split(|c: char| !c.is_alphanumeric()) {
            for (stem, seen) in self.by_beginning.get_mut(&beginning(word)).into_iter().flatten() {
                *seen |= word.get(..stem.len()).is_some_and(|begin| begin.to_lowercase() == *stem);
            }
        }
    }

    fn has(&self, stem: &str) -> bool {
        self.by_beginning.get(&beginning(stem)).into_iter().flatten().any(|(other, seen)| *seen && other == stem)
    }
}

fn beginning(word: &str) -> [u8; 2] {
    let byte = |at: usize| word.as_bytes().get(at).map_or(0, u8::to_ascii_lowercase);
    [byte(0), byte(1)]
}
