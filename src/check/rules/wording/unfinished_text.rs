//! Unfinished text in what leaves the committee.
//!
//! # What it checks
//! From the stage `enquiry` on, no text holds `TODO`, `TBD` or another of the words that `templates/<eso>/style.yaml` lists under `unfinished`.
//! # Why
//! The skeletons of ETSI, CEN and CENELEC: guidance and reminders are removed before a draft is submitted, or it comes back.
//! # Bad
//! ```norm
//! // alone
//! standard sole "Sole" {
//!   role horizontal
//!   answers req:1
//!   eso cen
//!   number "EN 3"
//!   stage enquiry
//!   version "0.1.0"
//!   date 2026-01-01
//!   scope "This document specifies nothing."
//!   introduction "TODO: say why this document is there."  //~ unfinished-text
//! }
//! use req
//! use act
//! omits act:E-1 { because "An example of a header only." }
//! ```
//! # Good
//! ```norm
//! // alone
//! standard sole "Sole" {
//!   role horizontal
//!   answers req:1
//!   eso cen
//!   number "EN 3"
//!   stage enquiry
//!   version "0.1.0"
//!   date 2026-01-01
//!   scope "This document specifies nothing."
//!   introduction "This document shows a header."
//! }
//! use req
//! use act
//! omits act:E-1 { because "An example of a header only." }
//! ```
//! # How to fix
//! Write what is missing, or go back to the stage `draft`.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::standard::Stage;
use crate::wording::Style;
use std::collections::BTreeSet;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "unfinished-text", severity: Severity::Error, kinds: &[], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    let (model, texts) = (context.model, context.texts);
    let left = model.standards().filter(|(_, standard)| standard.stage.is_some_and(|stage| stage != Stage::Draft));
    let left: BTreeSet<_> = left.map(|(package, _)| package.id).collect();
    for prose in texts.iter().filter(|prose| left.contains(&prose.declaration.package)) {
        let Some(style) = Style::of(prose.eso) else { continue };
        for words in prose.words() {
            let text = &prose.as_str()[words.clone()];
            let found = style.unfinished.iter().find_map(|word| Some((whole(text, word)?, word)));
            if let Some((at, word)) = found {
                let span = prose.span(words.start + at..words.start + at + word.len());
                context.report(span, format!("`{word}` stands where text is missing"), "write what is missing");
            }
        }
    }
}

/// Where a word stands that is no part of another.
fn whole(text: &str, word: &str) -> Option<usize> {
    let free = |c: Option<char>| !c.is_some_and(char::is_alphanumeric);
    text.match_indices(word)
        .find(|(at, _)| free(text[..*at].chars().next_back()) && free(text[at + word.len()..].chars().next()))
        .map(|(at, _)| at)
}
