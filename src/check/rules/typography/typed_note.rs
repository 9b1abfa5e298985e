//! A note or an example that is typed into a text.
//!
//! # What it checks
//! No paragraph begins with `NOTE` or `EXAMPLE`: notes and examples are declared with `note` and `example`.
//! # Why
//! ISO/IEC Directives, Part 2, clauses 24 and 25, and the ETSI Drafting Rules: they are counted in each clause and have a form of their own, which the draft gives them. A word that is typed is counted by nobody.
//! # Bad
//! ```norm
//! clause cl-oil "Oiling" {
//!   text """
//!     Oil is put on each hinge.
//!
//!     NOTE: Too much oil attracts dust.  //~ typed-note
//!     """
//! }
//! ```
//! # Good
//! ```norm
//! clause cl-oil "Oiling" {
//!   text "Oil is put on each hinge."
//!   note "Too much oil attracts dust."
//! }
//! ```
//! # How to fix
//! Write a `note` or an `example` line in the item.

use crate::check::{Context, Mark, Rule};
use crate::diagnostic::Severity;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "typed-note", severity: Severity::Warning, kinds: &[], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    let texts = context.texts;
    for prose in texts.iter().filter(|prose| prose.is_own()) {
        for range in prose.all(Mark::Paragraph) {
            let Some((label, property)) = label(&prose.as_str()[range.clone()]) else { continue };
            let span = prose.span(range.start..range.start + label.len());
            let message = format!("`{label}` is typed here, so that nobody counts it");
            context.report(span, message, format!("write a line `{property} \"…\"` in the item"));
        }
    }
}

/// The label that a paragraph begins with, and the property for what follows it.
fn label(paragraph: &str) -> Option<(&str, &'static str)> {
    let paragraph = paragraph.trim_start_matches('*');
    let labels = [("NOTE", "note"), ("EXAMPLE", "example"), ("Note", "note"), ("Example", "example")];
    let (word, property) = labels.into_iter().find(|(word, _)| paragraph.starts_with(word))?;
    let rest = paragraph[word.len()..].trim_start_matches(' ').trim_start_matches(|c: char| c.is_ascii_digit());
    let spoken = word.chars().all(char::is_uppercase) && !rest.starts_with(char::is_alphanumeric);
    (spoken || rest.starts_with(':'))
        .then(|| (&paragraph[..paragraph.len() - rest.len()], property))
        .map(|(label, property)| (label.trim_end(), property))
}
