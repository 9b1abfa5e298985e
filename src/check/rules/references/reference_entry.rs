//! A reference whose entry in the list would be wrong.
//!
//! # What it checks
//! In a deliverable of ETSI and in libraries: the title of a reference has no quotation marks around it and no full stop at its end, and the number does not repeat the edition that `date` states.
//! # Why
//! ETSI Drafting Rules on references: an entry is publisher and number, the version in parentheses, a colon, and the title in quotation marks with a full stop behind. The draft sets these marks; what is typed as well stands there twice.
//! # Bad
//! ```norm
//! reference iso-1 { number "ISO 1:2025"; title "One"; date "2025" }  //~ reference-entry
//! assumption A-2 { text "The room is locked, see [iso-1]." }
//! objective O-2 "Kept" { on environment; upholds A-2 }
//! ```
//! # Good
//! ```norm
//! reference iso-1 { number "ISO 1"; title "One"; date "2025" }
//! assumption A-2 { text "The room is locked, see [iso-1]." }
//! objective O-2 "Kept" { on environment; upholds A-2 }
//! ```
//! # How to fix
//! Keep number, edition and title apart, and leave the marks to the draft.

use crate::check::{Context, Rule};
use crate::diagnostic::{Fix, Severity};
use crate::model::standard::Eso;
use crate::model::{CitedDocument, Declaration};

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "reference-entry", severity: Severity::Warning, kinds: &["reference"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    for (declaration, reference) in model.all::<CitedDocument<'_>>() {
        let theirs = model.eso(declaration.package).is_some_and(|eso| eso != Eso::Etsi);
        if !theirs && !declaration.broken {
            title(reference, context);
            number(declaration, reference, context);
        }
    }
}

fn title(reference: &CitedDocument<'_>, context: &mut Context<'_, '_>) {
    let Some(title) = reference.document_title else { return };
    let content = title.content();
    let text = content.as_str();
    let quoted = text.starts_with(['"', '\u{201c}']) && text.ends_with(['"', '\u{201d}']);
    if quoted {
        context.report(
            title.span(),
            "the title has quotation marks, and the draft sets them too",
            "take the marks away",
        );
    } else if text.ends_with('.') && !text.ends_with("..") {
        let stop = content.source_span(text.len() - 1..text.len());
        let fix = Fix::safe("take the full stop away").replace(stop, "");
        context.report(stop, "the title ends with a full stop, and the draft sets one too", "take it away").fix(fix);
    }
}

fn number(declaration: &Declaration<'_>, reference: &CitedDocument<'_>, context: &mut Context<'_, '_>) {
    let (Some(number), Some(date)) = (reference.number, reference.date) else { return };
    let (content, date) = (number.content(), date.content());
    let edition = content.as_str().rsplit_once([':', ' ']).map_or("", |(_, edition)| edition);
    let repeats = edition.len() >= 4 && edition.starts_with(|c: char| c.is_ascii_digit() || c == 'V' || c == '(');
    if repeats && date.as_str().contains(edition) {
        let message = format!("the number of `{}` repeats the edition that `date` states", declaration.name);
        context.report(number.span(), message, "let the edition stand in `date` alone");
    }
}
