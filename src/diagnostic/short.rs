//! Findings for editors and scripts: one line each, `path:line:column: severity[rule]: message`.

use std::fmt::Write;

use super::Diagnostic;
use super::terminal::printable;
use crate::source::Sources;

/// Renders findings one a line. Lines and columns count from 1.
pub fn short(sources: &Sources, diagnostics: &[Diagnostic]) -> String {
    let mut text = String::new();
    for diagnostic in diagnostics {
        let file = sources.file(diagnostic.primary.span.file);
        let place = file.position(diagnostic.primary.span.start);
        let (path, message) = (printable(file.path()), printable(&diagnostic.message));
        let _ = writeln!(
            text,
            "{path}:{}:{}: {}[{}]: {message}",
            place.line,
            place.column,
            diagnostic.severity.name(),
            diagnostic.rule,
        );
    }
    text
}
