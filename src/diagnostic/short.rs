//! Findings for editors and scripts: one line each, `path:line:column: severity[rule]: message`.

use std::fmt::Write;

use super::Diagnostic;
use super::terminal::printable;
use crate::source::{Sources, Span};

/// Renders findings one a line, a line for each of their places. Lines and columns count from 1. What only follows from others is left out.
pub fn short(sources: &Sources, diagnostics: &[Diagnostic]) -> String {
    let mut text = String::new();
    for diagnostic in diagnostics {
        for span in diagnostic.places() {
            let (place, message) = (place(sources, span), printable(&diagnostic.message));
            let _ = writeln!(text, "{place}: {}[{}]: {message}", diagnostic.severity.name(), diagnostic.rule);
        }
    }
    text
}

/// Where a stretch begins: `path:line:column`.
pub(super) fn place(sources: &Sources, span: Span) -> String {
    let file = sources.file(span.file);
    let place = file.position(span.start);
    format!("{}:{}:{}", printable(file.path()), place.line, place.column)
}
