//! References inside Markdown: `[R-KDF]`, `[crypto:R-KDF]`. A bracket that names nothing is reported where it stands.

use std::ops::Range;

use pulldown_cmark::{BrokenLink, CowStr, LinkType, Options, Parser};

use crate::source::Span;
use crate::syntax::Text;

use super::Link;
use super::reader::Reader;
use super::relation::Relation;

/// The Markdown that Norm's texts are written in: CommonMark with tables, footnotes and definition lists.
pub fn markdown() -> Options {
    Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_DEFINITION_LIST
}

/// The names in brackets of a text, with the bytes they take in its content, brackets excluded.
pub fn references(content: &str) -> Vec<(String, Range<usize>)> {
    let mut found = Vec::new();
    if !content.contains('[') {
        return found;
    }
    let callback = |link: BrokenLink<'_>| {
        let name = link.reference.to_string();
        let inside = content[link.span.clone()].rfind(&name).map_or(link.span.clone(), |at| {
            let start = link.span.start + at;
            start..start + name.len()
        });
        found.push((name.clone(), inside));
        Some((CowStr::from(format!("norm:{name}")), CowStr::from("")))
    };
    Parser::new_with_broken_link_callback(content, markdown(), Some(callback)).for_each(drop);
    found
}

/// A text with each of its references replaced: `[text][name]` by its text, `[name]` by what `name` gives.
pub(super) fn without_references(content: &str, name: &dyn Fn(&str) -> Option<String>) -> String {
    let mut found: Vec<(Range<usize>, String)> = Vec::new();
    if content.contains('[') {
        let callback = |link: BrokenLink<'_>| {
            let inner = content.get(link.span.start + 1..link.span.end).and_then(|rest| rest.split_once("]["));
            let words = match (link.link_type, inner) {
                (LinkType::Reference | LinkType::ReferenceUnknown, Some((text, _))) => Some(text.to_owned()),
                _ => name(&link.reference),
            };
            found.extend(words.map(|words| (link.span.clone(), words)));
            Some((CowStr::from("norm:"), CowStr::from("")))
        };
        Parser::new_with_broken_link_callback(content, markdown(), Some(callback)).for_each(drop);
    }
    found.sort_by_key(|(range, _)| range.start);
    let mut out = String::with_capacity(content.len());
    let mut at = 0;
    for (range, words) in found {
        if range.start >= at {
            out.push_str(&content[at..range.start]);
            out.push_str(&words);
            at = range.end;
        }
    }
    out + &content[at..]
}

/// The parameters in braces of a text, `{attempts}`, with the bytes they take in its content, braces excluded.
pub fn placeholders(content: &str) -> Vec<(&str, Range<usize>)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(open) = content[at..].find('{').map(|open| at + open + 1) {
        let inside = content[open..].find(|c: char| !c.is_ascii_alphanumeric() && !"-_.".contains(c));
        let close = inside.map_or(content.len(), |length| open + length);
        if close > open && content[close..].starts_with('}') {
            found.push((&content[open..close], open..close));
        }
        at = close;
    }
    found
}

/// The declarations that a text mentions.
pub(super) fn links(text: Text<'_>, reader: &mut Reader<'_, '_>, links: &mut Vec<Link>) {
    if !text.raw().contains('[') {
        return;
    }
    let content = text.content();
    for (_, range) in references(content.as_str()) {
        let span: Span = content.source_span(range);
        let reference = reader.reference(span);
        match reader.scope.resolve(reader.package, &reference, &[]) {
            Ok(target) => links.push(Link { relation: Relation::Mentions, target, span }),
            Err(mut diagnostic) => {
                if diagnostic.fixes.is_empty() {
                    let escaped = if text.raw().starts_with("\"\"\"") { "\\[" } else { "\\\\[" };
                    let literal = format!("write a bracket that names nothing as `{escaped}`");
                    diagnostic.help =
                        Some(diagnostic.help.map_or(literal.clone(), |help| format!("{help}; {literal}")));
                }
                reader.diagnostics.push(*diagnostic);
            }
        }
    }
}
