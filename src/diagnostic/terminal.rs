//! Findings for people: the source, carets, labels at the other places involved, help, and the edit that mends it.

use std::borrow::Cow;
use std::fmt::Write;

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Patch, Renderer, Snippet};

use super::{Diagnostic, Severity};
use crate::source::{FileId, Sources};

/// Renders findings for a terminal, in colour or plain, with a blank line after each.
pub fn terminal(sources: &Sources, diagnostics: &[Diagnostic], colour: bool) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    let mut text = String::new();
    for diagnostic in diagnostics {
        let _ = writeln!(text, "{}\n", renderer.render(&groups(sources, diagnostic)));
    }
    text
}

fn groups<'a>(sources: &'a Sources, diagnostic: &'a Diagnostic) -> Vec<Group<'a>> {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let title = level.primary_title(printable(&diagnostic.message)).id(diagnostic.rule);
    let first = diagnostic.primary.span.file;
    let mut group = title.element(snippet(sources, diagnostic, first));
    let mut files: Vec<FileId> =
        diagnostic.labels.iter().map(|label| label.span.file).filter(|file| *file != first).collect();
    files.sort_unstable();
    files.dedup();
    for file in files {
        group = group.element(snippet(sources, diagnostic, file));
    }
    if let Some(help) = &diagnostic.help {
        group = group.element(Level::HELP.message(printable(help)));
    }
    let mut groups = vec![group];
    if let Some(fix) = &diagnostic.fix {
        let file = sources.file(fix.span.file);
        let patch = Patch::new(fix.span.range(), printable(&fix.replacement));
        let snippet = Snippet::source(harmless(file.text())).path(printable(file.path())).patch(patch);
        groups.push(Level::HELP.secondary_title(printable(&fix.title)).element(snippet));
    }
    groups
}

fn snippet<'a>(sources: &'a Sources, diagnostic: &'a Diagnostic, file: FileId) -> Snippet<'a, Annotation<'a>> {
    let source = sources.file(file);
    let mut snippet = Snippet::source(harmless(source.text())).path(printable(source.path()));
    if diagnostic.primary.span.file == file {
        snippet = snippet.annotation(annotation(AnnotationKind::Primary, &diagnostic.primary));
    }
    let labels = diagnostic.labels.iter().filter(|label| label.span.file == file);
    snippet.annotations(labels.map(|label| annotation(AnnotationKind::Context, label)))
}

fn annotation(kind: AnnotationKind, label: &super::Label) -> Annotation<'_> {
    let annotation = kind.span(label.span.range());
    if label.text.is_empty() { annotation } else { annotation.label(printable(&label.text)) }
}

/// The text without what a terminal would obey: controls, and what turns the direction of writing.
pub(super) fn printable(text: &str) -> String {
    let obeyed = |c: char| c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    text.chars().map(|c| if obeyed(c) { '\u{fffd}' } else { c }).collect()
}

/// A source without the controls that the renderer lets through, U+0080 to U+009F. Each is replaced by a character as long as it is.
fn harmless(source: &str) -> Cow<'_, str> {
    let obeyed = |c: char| matches!(c, '\u{80}'..='\u{9f}');
    match source.contains(obeyed) {
        true => Cow::Owned(source.replace(obeyed, "\u{a4}")),
        false => Cow::Borrowed(source),
    }
}
