//! A clause or table of a reference that names no edition.
//!
//! # What it checks
//! Where a text or a `source` names a clause, annex, table or figure of a document, the reference says which edition is meant.
//! # Why
//! ISO/IEC Directives, Part 2, 10.4, and the ETSI Drafting Rules on references: the next edition numbers its clauses anew.
//! # Bad
//! ```norm
//! reference iso-1 { number "ISO 1"; title "One" }
//! assumption A-2 { text "The room is locked as in [iso-1], clause 5." }  //~ clause-of-undated-reference
//! objective O-2 "Kept" { on environment; upholds A-2 }
//! ```
//! # Good
//! ```norm
//! reference iso-1 { number "ISO 1"; title "One"; date "2025" }
//! assumption A-2 { text "The room is locked as in [iso-1], clause 5." }
//! objective O-2 "Kept" { on environment; upholds A-2 }
//! ```
//! # How to fix
//! Write `date` with the edition in the reference, or leave the clause out.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::{CitedDocument, Id};
use crate::source::Span;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "clause-of-undated-reference", severity: Severity::Error, kinds: &["reference"], check: Some(check) };

/// What a place in a document is called.
const PLACES: &[&str] =
    &["clause", "clauses", "subclause", "subclauses", "section", "sections", "annex", "table", "figure"];

fn check(context: &mut Context<'_, '_>) {
    let (model, texts) = (context.model, context.texts);
    let undated =
        |id: Id| model.body::<CitedDocument<'_>>(id).is_some_and(|it| it.catalogue.is_none() && !it.is_dated());
    let mut found: Vec<(Span, Id)> = Vec::new();
    for prose in texts.marked() {
        let text = prose.as_str();
        for (id, range) in prose.references().filter(|(id, _)| undated(*id)) {
            let after = text[range.end..].trim_start_matches([',', ' ']);
            let place_after = range.end + (text[range.end..].len() - after.len());
            if begins_with_place(after) {
                found.push((prose.span(range.start..place_after + after.find(' ').unwrap_or(after.len())), id));
            } else if ends_with_place(&text[..range.start]) {
                found.push((prose.span(range), id));
            }
        }
    }
    for declaration in model.declarations() {
        let located =
            declaration.common.sources.iter().filter(|(source, clause)| clause.is_some() && undated(source.id));
        found.extend(located.map(|(source, _)| (source.span, source.id)));
    }
    for (span, id) in found {
        let reference = model.get(id);
        let message = format!("a place in `{}` is cited, but no edition of it", reference.name);
        context
            .report(span, message, "write `date` with the edition in the reference, or leave the place out")
            .label(reference.at, "declared without an edition");
    }
}

/// `clause 5.1`, `Table A.1`.
fn begins_with_place(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let word = words.next().unwrap_or("").to_lowercase();
    let number = words.next().unwrap_or("");
    PLACES.contains(&word.as_str()) && is_number(number)
}

/// `clause 5.1 of`, `Table A.1 in`.
fn ends_with_place(text: &str) -> bool {
    let mut words = text.split_whitespace().rev();
    let joined = words.next().is_some_and(|word| matches!(word, "of" | "in"));
    let number = words.next().unwrap_or("");
    let word = words.next().unwrap_or("").to_lowercase();
    joined && is_number(number) && PLACES.contains(&word.trim_start_matches('('))
}

fn is_number(word: &str) -> bool {
    let word = word.trim_end_matches(|c: char| !c.is_alphanumeric());
    word.starts_with(|c: char| c.is_ascii_digit())
        || word.len() == 1 && word.starts_with(|c: char| c.is_ascii_uppercase())
        || word.contains('.') && word.starts_with(|c: char| c.is_ascii_uppercase())
}
