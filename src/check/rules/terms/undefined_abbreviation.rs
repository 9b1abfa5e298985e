//! An abbreviation that nothing explains.
//!
//! # What it checks
//! A word in capitals in the texts of a deliverable is an `abbreviation` or `symbol` that it sees, the name of something it declares, or stands in parentheses behind what it abbreviates. Organisations and what every reader knows are listed in `templates/<eso>/style.yaml`. It is a guess, because a name can be written in capitals.
//! # Why
//! ETSI Drafting Rules on abbreviations, and ISO/IEC Directives, Part 2, clause 17: every abbreviation of a draft stands in its list, and the draft takes those of libraries in by itself.
//! # Bad
//! ```norm
//! assumption A-2 { text "The room is watched by CCTV." }  //~ undefined-abbreviation
//! objective O-2 "Kept" { on environment; upholds A-2 }
//! ```
//! # Good
//! ```norm
//! assumption A-2 { text "The room is watched by CCTV." }
//! objective O-2 "Kept" { on environment; upholds A-2 }
//! abbreviation CCTV "CCTV" { definition "Closed-Circuit Television" }
//! ```
//! # How to fix
//! Declare it with `abbreviation` in the deliverable or in a library that it uses, or write the words.

use crate::check::{Context, Prose, Rule};
use crate::diagnostic::Severity;
use crate::model::{CitedDocument, Model, PackageId};
use crate::source::Span;
use crate::wording::{Style, short_forms};
use std::collections::{BTreeMap, BTreeSet};

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "undefined-abbreviation", severity: Severity::Warning, kinds: &[], check: Some(check) };

/// Texts that no reader of the standard relies on, or that define something.
const LEFT_OUT: &[&str] = &["editors-note", "revision", "keywords", "because"];

fn check(context: &mut Context<'_, '_>) {
    let (model, texts) = (context.model, context.texts);
    let mut known: BTreeMap<PackageId, BTreeSet<String>> = BTreeMap::new();
    // Where each stands first, and how often it stands.
    let mut found: BTreeMap<(PackageId, &str), (Span, u32)> = BTreeMap::new();
    for prose in texts
        .iter()
        .filter(|it| it.eso.is_some() && it.has_capitals() && it.is_own() && !LEFT_OUT.contains(&it.property))
    {
        let package = prose.declaration.package;
        let Some(style) = Style::of(prose.eso) else { continue };
        for range in prose.words().flat_map(|words| short_forms(prose.as_str(), words)) {
            // Asked for here, since most packages have no such word.
            let known = known.entry(package).or_insert_with(|| names(model, package));
            let word = &prose.as_str()[range.clone()];
            if style.known_abbreviations.iter().chain(&style.unfinished).any(|it| it == word) || known.contains(word) {
                continue;
            }
            if is_explained(prose, range.start, range.end) {
                known.insert(word.to_owned());
                continue;
            }
            found.entry((package, word)).or_insert_with(|| (prose.span(range), 0)).1 += 1;
        }
    }
    for ((_, word), (at, count)) in found {
        let message = format!("`{word}` looks like an abbreviation, and no list explains it");
        let help = format!("write `abbreviation {word} \"{word}\" {{ definition \"…\" }}`, or the words");
        let reported = context.report(at, message, help);
        if count > 1 {
            reported.here(format!("the first of {count} places"));
        }
    }
}

/// Whether it stands in parentheses behind words: `Transport Layer Security (TLS)`.
fn is_explained(prose: &Prose<'_, '_>, start: usize, end: usize) -> bool {
    let (before, after) = (&prose.as_str()[..start], &prose.as_str()[end..]);
    let initial = prose.as_str()[start..].chars().next();
    let words = before.strip_suffix('(').map(str::trim_end);
    let has_initial = words.is_some_and(|words| {
        let same =
            |word: &str| word.chars().next().zip(initial).is_some_and(|(one, other)| one.eq_ignore_ascii_case(&other));
        words.split_whitespace().rev().take(8).any(same)
    });
    has_initial && after.trim_start_matches('s').starts_with([')', ',', ';'])
}

/// What is no abbreviation that needs an entry: those that have one, names of declarations, and what stands in numbers of documents.
fn names(model: &Model<'_>, package: PackageId) -> BTreeSet<String> {
    let packages = model.package(package).uses.iter().map(|used| used.package).chain([package]);
    let mut found = BTreeSet::new();
    let mut words = |text: &str| {
        let parts = text.split(|c: char| !c.is_alphanumeric());
        found.extend(parts.filter(|part| part.len() > 1).map(str::to_owned));
    };
    for declaration in packages.flat_map(|package| model.members(package)) {
        words(&declaration.name);
        if matches!(declaration.kind(), "abbreviation" | "symbol" | "term" | "family") {
            words(&declaration.label());
        }
        let document = model.body::<CitedDocument<'_>>(declaration.id);
        let texts = document.iter().flat_map(|it| [it.number, it.body, it.catalogue]).flatten();
        texts.for_each(|text| words(text.content().as_str()));
    }
    found
}
