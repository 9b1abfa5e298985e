//! Findings for programs: one JSON object a line.

use schemars::{JsonSchema, Schema};
use serde::Serialize;

use super::{Applicability, Diagnostic, Fix, Severity};
use crate::source::{Sources, Span};

/// A finding, as `--message-format json` prints it.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Line<'d> {
    /// The rule's name.
    rule: &'d str,
    /// How serious it is.
    severity: Severity,
    /// The fact.
    message: &'d str,
    /// Where it is.
    primary: Place<'d>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    labels: Vec<Place<'d>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    help: Option<&'d str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fixes: Vec<Mending<'d>>,
    /// Other places that have the same cause.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    also: Vec<Place<'d>>,
    /// Findings that may only follow from this one.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    consequences: Vec<Line<'d>>,
}

/// A place: path, lines and columns from 1 (columns in Unicode scalar values), and byte offsets from 0, the end excluded.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Place<'d> {
    path: &'d str,
    line: u32,
    column: u32,
    end_line: u32,
    end_column: u32,
    start: u32,
    end: u32,
    #[serde(skip_serializing_if = "str::is_empty")]
    text: &'d str,
}

/// A way to mend the finding: all its edits are made, or none.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Mending<'d> {
    title: &'d str,
    applicability: Applicability,
    edits: Vec<Change<'d>>,
}

/// An edit: replace the bytes of the place by the replacement.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Change<'d> {
    place: Place<'d>,
    replacement: &'d str,
}

/// The schema of a line.
pub fn schema() -> Schema {
    crate::schema::of::<Line<'_>>("urn:normc:finding:1.0.0")
}

/// Renders findings as JSON Lines.
pub fn json(sources: &Sources, diagnostics: &[Diagnostic]) -> String {
    let mut text = String::new();
    for diagnostic in diagnostics {
        let line = line(sources, diagnostic);
        // Strings and numbers always serialise.
        text.push_str(&serde_json::to_string(&line).unwrap_or_default());
        text.push('\n');
    }
    text
}

fn line<'d>(sources: &'d Sources, diagnostic: &'d Diagnostic) -> Line<'d> {
    Line {
        rule: diagnostic.rule,
        severity: diagnostic.severity,
        message: &diagnostic.message,
        primary: place(sources, diagnostic.primary.span, &diagnostic.primary.text),
        labels: diagnostic.labels.iter().map(|label| place(sources, label.span, &label.text)).collect(),
        help: diagnostic.help.as_deref(),
        fixes: diagnostic.fixes.iter().map(|fix| mending(sources, fix)).collect(),
        also: diagnostic.also.iter().map(|span| place(sources, *span, "")).collect(),
        consequences: diagnostic.consequences.iter().map(|it| line(sources, it)).collect(),
    }
}

fn mending<'d>(sources: &'d Sources, fix: &'d Fix) -> Mending<'d> {
    let edits = fix.edits.iter();
    let edits = edits.map(|edit| Change { place: place(sources, edit.span, ""), replacement: &edit.replacement });
    Mending { title: &fix.title, applicability: fix.applicability, edits: edits.collect() }
}

fn place<'d>(sources: &'d Sources, span: Span, text: &'d str) -> Place<'d> {
    let file = sources.file(span.file);
    let (start, end) = (file.position(span.start), file.position(span.end));
    Place {
        path: file.path(),
        line: start.line,
        column: start.column,
        end_line: end.line,
        end_column: end.column,
        start: span.start,
        end: span.end,
        text,
    }
}
