//! Findings for people: the source, carets, labels at the other places involved, help, and the edit that mends it.

use std::borrow::Cow;
use std::fmt::Write;

use annotate_snippets::{Annotation, AnnotationKind, Group, Level, Patch, Renderer, Snippet};

use super::short::place;
use super::{Applicability, Diagnostic, Edit, Fix, Label, Severity};
use crate::source::{FileId, SourceFile, Sources, Span};

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
    for note in [also(sources, diagnostic), consequences(sources, diagnostic)].into_iter().flatten() {
        group = group.element(Level::NOTE.message(note));
    }
    if let Some(help) = &diagnostic.help {
        group = group.element(Level::HELP.message(printable(help)));
    }
    std::iter::once(group).chain(diagnostic.fixes.iter().map(|fix| mended(sources, fix))).collect()
}

/// How many places or findings a note names.
const NAMED: usize = 3;

/// The other places of which the same is said.
fn also(sources: &Sources, diagnostic: &Diagnostic) -> Option<String> {
    let places = diagnostic.also.iter().map(|span| place(sources, *span));
    let (number, named) = named(diagnostic.also.len(), places)?;
    let places = if number == 1 { "place" } else { "places" };
    Some(format!("the same in {number} other {places}:\n{named}"))
}

/// The findings that may follow.
fn consequences(sources: &Sources, diagnostic: &Diagnostic) -> Option<String> {
    let line =
        |it: &Diagnostic| format!("{}: {}: {}", place(sources, it.primary.span), it.rule, printable(&it.message));
    let (number, named) = named(diagnostic.consequences.len(), diagnostic.consequences.iter().map(line))?;
    let findings = if number == 1 { "finding" } else { "findings" };
    Some(format!("{number} {findings} may only follow from this:\n{named}"))
}

/// The number of lines, and the first of them with how many are left.
fn named(number: usize, lines: impl Iterator<Item = String>) -> Option<(usize, String)> {
    let shown = if number == NAMED + 1 { number } else { NAMED };
    let mut named: Vec<_> = lines.take(shown).collect();
    if number > shown {
        named.push(format!("and {} more", number - shown));
    }
    (number > 0).then(|| (number, named.join("\n")))
}

/// The lines of a fix as they would be.
fn mended<'a>(sources: &'a Sources, fix: &'a Fix) -> Group<'a> {
    let title = match fix.applicability {
        Applicability::Safe => printable(&fix.title),
        Applicability::Proposed => format!("{}; have a look", printable(&fix.title)),
    };
    let mut files: Vec<FileId> = fix.edits.iter().map(|edit| edit.span.file).collect();
    files.sort_unstable();
    files.dedup();
    let snippets = files.into_iter().map(|file| patched(sources, fix, file));
    snippets.fold(Group::with_title(Level::HELP.secondary_title(title)), Group::element)
}

fn patched<'a>(sources: &'a Sources, fix: &'a Fix, file: FileId) -> Snippet<'a, Patch<'a>> {
    let edits = || fix.edits.iter().filter(|edit| edit.span.file == file);
    let window = Window::around(sources.file(file), edits().map(|edit| edit.span));
    let patch = |edit: &Edit| Patch::new(window.range(edit.span), lines(&edit.replacement));
    window.snippet().patches(edits().map(patch).collect::<Vec<_>>())
}

fn snippet<'a>(sources: &'a Sources, diagnostic: &'a Diagnostic, file: FileId) -> Snippet<'a, Annotation<'a>> {
    let here = |label: &&Label| label.span.file == file;
    let labels = || diagnostic.labels.iter().filter(here);
    let primary = || Some(&diagnostic.primary).filter(here);
    let window = Window::around(sources.file(file), labels().chain(primary()).map(|label| label.span));
    let primary = primary().map(|label| window.annotation(AnnotationKind::Primary, label));
    window
        .snippet()
        .annotations(primary.into_iter().chain(labels().map(|label| window.annotation(AnnotationKind::Context, label))))
}

/// The lines of a file that a finding speaks of: the renderer walks all it is given, for every finding again.
struct Window<'a> {
    file: &'a SourceFile,
    line: u32,
    start: usize,
    end: usize,
}

impl<'a> Window<'a> {
    fn around(file: &'a SourceFile, spans: impl IntoIterator<Item = Span>) -> Self {
        let (first, last) =
            spans.into_iter().fold((u32::MAX, 0), |(first, last), span| (first.min(span.start), last.max(span.end)));
        let (line, last) = (file.position(first).line, file.position(last).line);
        Self { file, line, start: file.line_start(line), end: file.line_start(last.saturating_add(1)) }
    }

    fn snippet<T: Clone>(&self) -> Snippet<'a, T> {
        let text = &self.file.text()[self.start..self.end];
        Snippet::source(harmless(text)).line_start(self.line as usize).path(printable(self.file.path()))
    }

    fn range(&self, span: Span) -> std::ops::Range<usize> {
        span.start as usize - self.start..span.end as usize - self.start
    }

    fn annotation(&self, kind: AnnotationKind, label: &'a Label) -> Annotation<'a> {
        let annotation = kind.span(self.range(label.span));
        if label.text.is_empty() { annotation } else { annotation.label(printable(&label.text)) }
    }
}

/// The text without what a terminal would obey: controls, and what turns the direction of writing.
pub fn printable(text: &str) -> String {
    let obeyed = |c: char| c.is_control() || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    text.chars().map(|c| if obeyed(c) { '\u{fffd}' } else { c }).collect()
}

/// What an edit writes: as [`printable`], but with its line breaks.
fn lines(text: &str) -> String {
    text.split('\n').map(printable).collect::<Vec<_>>().join("\n")
}

/// A source without the controls that the renderer lets through, U+0080 to U+009F. Each is replaced by a character as long as it is.
fn harmless(source: &str) -> Cow<'_, str> {
    let obeyed = |c: char| matches!(c, '\u{80}'..='\u{9f}');
    match source.contains(obeyed) {
        true => Cow::Owned(source.replace(obeyed, "\u{a4}")),
        false => Cow::Borrowed(source),
    }
}
