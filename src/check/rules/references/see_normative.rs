//! "See" that leads to something normative.
//!
//! # What it checks
//! In what binds, "see" does not stand before a normative reference or a normative annex. It is a guess, because a sentence can say elsewhere what applies.
//! # Why
//! ISO/IEC Directives, Part 2, 15.5.3 and 20.2: "see" gives information, so that nobody knows whether the document that is normative binds here.
//! # Bad
//! ```norm
//! reference iso-1 { status normative; number "ISO 1"; title "One"; date "2025" }
//! clause cl-room "Rooms" { status normative; text "Rooms are locked (see [iso-1])." }  //~ see-normative
//! ```
//! # Good
//! ```norm
//! reference iso-1 { status normative; number "ISO 1"; title "One"; date "2025" }
//! clause cl-room "Rooms" { status normative; text "Rooms are locked in accordance with [iso-1]." }
//! ```
//! # How to fix
//! Write `in accordance with` or `as specified in`, or make the reference informative.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::{Annex, CitedDocument, Id, Model};
use crate::wording::{Style, place};

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "see-normative", severity: Severity::Warning, kinds: &[], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    let (model, texts) = (context.model, context.texts);
    for prose in texts.marked() {
        let Some(style) = Style::of(prose.eso) else { continue };
        for (id, range) in prose.references().filter(|(id, _)| is_normative(model, *id)) {
            let binds = place(model, prose.declaration, prose.property).is_some_and(|place| place.may_bind());
            let before = prose.as_str()[..range.start].trim_end();
            let Some(see) = style.see.iter().find(|word| ends_with(before, word)).filter(|_| binds) else { continue };
            let span = prose.span(before.len() - see.len()..range.end);
            let message = format!("`{see}` leads to `{}`, which is normative", model.get(id).name);
            context.report(span, message, "write `in accordance with` or `as specified in`, if that is what is meant");
        }
    }
}

fn is_normative(model: &Model<'_>, id: Id) -> bool {
    let document = model.body::<CitedDocument<'_>>(id).is_some_and(|document| document.normative);
    document || model.body::<Annex<'_>>(id).is_some_and(|annex| annex.normative)
}

fn ends_with(text: &str, word: &str) -> bool {
    let Some(start) = text.len().checked_sub(word.len()).filter(|at| text.is_char_boundary(*at)) else { return false };
    text[start..].eq_ignore_ascii_case(word) && !text[..start].ends_with(char::is_alphanumeric)
}
