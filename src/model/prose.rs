//! References inside Markdown: `[R-KDF]`, `[crypto:R-KDF]`. A bracket that names nothing is reported where it stands.

use std::ops::Range;

use pulldown_cmark::{BrokenLink, CowStr, Event, LinkType, Options, Parser, Tag};

use crate::source::Span;
use crate::syntax::Text;

use super::Link;
use super::reader::Reader;
use super::relation::Relation;

/// The Markdown that Norm's texts are written in: CommonMark with tables, footnotes, definition lists, formulas and alerts.
pub fn markdown() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_DEFINITION_LIST
        | Options::ENABLE_MATH
        | Options::ENABLE_GFM
}

/// A formula inside Markdown.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Formula {
    /// The bytes it takes, dollar signs excluded.
    pub range: Range<usize>,
    /// Whether it stands on a line of its own.
    pub display: bool,
}

/// The formulas of a text.
pub fn formulas(content: &str) -> Vec<Formula> {
    if !content.contains('$') {
        return Vec::new();
    }
    let formula = |(event, range): (Event<'_>, Range<usize>)| {
        let (inside, display) = match event {
            Event::InlineMath(inside) => (inside, false),
            Event::DisplayMath(inside) => (inside, true),
            _ => return None,
        };
        let start = content[range.clone()].find(&*inside).map_or(range.start, |at| range.start + at);
        Some(Formula { range: start..(start + inside.len()).min(range.end), display })
    };
    events(content).filter_map(formula).collect()
}

/// The footnotes of a text: where each is called, what each says, and calls to which nothing answers.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Footnotes {
    /// Labels that are called, with the bytes of the call.
    pub calls: Vec<(String, Range<usize>)>,
    /// Labels that are explained, with the bytes of the label.
    pub definitions: Vec<(String, Range<usize>)>,
    /// What looks like a call and has no explanation.
    pub undefined: Vec<(String, Range<usize>)>,
}

/// The footnotes of a text.
pub fn footnotes(content: &str) -> Footnotes {
    let mut footnotes = Footnotes::default();
    if !content.contains("[^") {
        return footnotes;
    }
    // Brackets split what is written into pieces that follow each other.
    let mut written = 0..0;
    for (event, range) in events(content) {
        match event {
            Event::FootnoteReference(label) => footnotes.calls.push((label.to_string(), range)),
            Event::Start(Tag::FootnoteDefinition(label)) => {
                let length = label.len() + "[^]".len();
                footnotes.definitions.push((label.to_string(), range.start..range.start + length));
            }
            Event::Text(_) if written.end == range.start => written.end = range.end,
            Event::Text(_) => {
                undefined(content, std::mem::replace(&mut written, range), &mut footnotes);
            }
            _ => {}
        }
    }
    undefined(content, written, &mut footnotes);
    footnotes
}

fn undefined(content: &str, written: Range<usize>, footnotes: &mut Footnotes) {
    for (at, _) in content[written.clone()].match_indices("[^") {
        let start = written.start + at;
        let label = content[start + 2..written.end].split([']', ' ', '\n']).next().unwrap_or("");
        let end = start + 2 + label.len();
        if !label.is_empty() && content[end..].starts_with(']') && !content[..start].ends_with('\\') {
            footnotes.undefined.push((label.to_owned(), start..end + 1));
        }
    }
}

fn events(content: &str) -> impl Iterator<Item = (Event<'_>, Range<usize>)> {
    let callback = |_: BrokenLink<'_>| Some((CowStr::from("norm:"), CowStr::from("")));
    Parser::new_with_broken_link_callback(content, markdown(), Some(callback)).into_offset_iter()
}

/// The names in brackets of a text, with the bytes they take in its content, brackets excluded.
pub fn references(content: &str) -> Vec<(String, Range<usize>)> {
    let mut found = Vec::new();
    if !content.contains('[') {
        return found;
    }
    if let Some(names) = plain_references(content) {
        return names.into_iter().map(|name| (content[name.clone()].to_owned(), name)).collect();
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

/// The names in brackets of a text that is one paragraph of words with nothing but such names in it, as most are: there Markdown leaves no
/// doubt. `None` where its parser has to be asked, which is asked more often than is needed.
pub fn plain_references(content: &str) -> Option<Vec<Range<usize>>> {
    let (mut names, mut open) = (Vec::new(), None);
    if !content.starts_with(|c: char| c.is_alphabetic()) || content.ends_with(' ') {
        return None;
    }
    for (at, byte) in content.bytes().enumerate() {
        match (open, byte) {
            (None, b'[') => open = Some(at + 1),
            (Some(from), b']') if at > from && !content[at + 1..].starts_with(['(', '[', ':']) => {
                names.push(from..at);
                open = None;
            }
            (Some(_), b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b':') => {}
            (Some(_), _) | (None, 0..=31 | b']' | b'*' | b'_' | b'`' | b'<' | b'>' | b'&' | b'\\' | b'!' | b'|') => {
                return None;
            }
            (None, b'#' | b'~' | b'$') => return None,
            (None, _) => {}
        }
    }
    open.is_none().then_some(names)
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

/// The parameters in braces of a text, `{attempts}`, with the bytes they take in its content, braces excluded. Braces in a formula are the
/// formula's own.
pub fn placeholders(content: &str) -> Vec<(&str, Range<usize>)> {
    let mut found = Vec::new();
    let formulas = if content.contains('{') { formulas(content) } else { Vec::new() };
    let in_formula = |at: usize| formulas.iter().any(|formula| formula.range.contains(&at));
    let mut at = 0;
    while let Some(open) = content[at..].find('{').map(|open| at + open + 1) {
        let inside = content[open..].find(|c: char| !c.is_ascii_alphanumeric() && !"-_.".contains(c));
        let close = inside.map_or(content.len(), |length| open + length);
        if close > open && content[close..].starts_with('}') && !in_formula(open) {
            found.push((&content[open..close], open..close));
        }
        at = close;
    }
    found
}

/// The declarations that a text mentions.
pub(super) fn links(text: Text<'_>, reader: &mut Reader<'_, '_>) {
    if !text.raw().contains('[') {
        return;
    }
    let content = text.content();
    for (_, range) in references(content.as_str()) {
        let span: Span = content.source_span(range);
        let reference = reader.reference(span);
        match reader.scope.resolve(reader.package, &reference, &[]) {
            Ok(target) => reader.links.push(Link { relation: Relation::Mentions, target, span }),
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// What the parser of Markdown says, whatever the text looks like.
    fn asked(content: &str) -> Vec<Range<usize>> {
        let mut found = Vec::new();
        let callback = |link: BrokenLink<'_>| {
            found.push(link.span.start + 1..link.span.end - 1);
            Some((CowStr::from("norm:"), CowStr::from("")))
        };
        Parser::new_with_broken_link_callback(content, markdown(), Some(callback)).for_each(drop);
        found
    }

    proptest! {
        #[test]
        fn plain_references_are_those_of_markdown(text in "[a-c]([a-c1:.,$!{}()^+= \\-\\[\\]]|\\[[a-c]\\]){0,12}") {
            if let Some(names) = plain_references(&text) {
                prop_assert_eq!(names, asked(&text));
            }
        }
    }

    #[test]
    fn braces_of_formulas_are_no_parameters() {
        let text = "At least {n} of $2^{128}$ keys, $$\\frac{a}{b}$$ and {m}, for $5 or $6.";
        let names: Vec<_> = placeholders(text).into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["n", "m"]);
        let found: Vec<_> = formulas(text).into_iter().map(|it| (&text[it.range], it.display)).collect();
        assert_eq!(found, [("2^{128}", false), ("\\frac{a}{b}", true)]);
    }

    #[test]
    fn footnotes_are_called_and_explained() {
        let text = "One[^a], two[^b], `[^code]`, \\[^no].\n\n[^a]: It is so.\n\n[^c]: Nobody asks.";
        let found = footnotes(text);
        let shown = |list: Vec<(String, Range<usize>)>| {
            list.into_iter().map(|(label, range)| format!("{label} {}", &text[range])).collect::<Vec<_>>()
        };
        assert_eq!(shown(found.calls), ["a [^a]"]);
        assert_eq!(shown(found.definitions), ["a [^a]", "c [^c]"]);
        assert_eq!(shown(found.undefined), ["b [^b]"]);
    }

    #[test]
    fn most_texts_are_plain() {
        assert_eq!(plain_references("It [a] and [b:R-1.x]."), Some(vec![4..5, 12..19]));
        for text in ["[a]: b", "x [a](b)", "x [a][b]", "x ![a]", "x `[a]`", "x [^1]", "x [a", "- [a]", "x\n\n    [a]"] {
            assert_eq!(plain_references(text), None, "{text}");
        }
    }
}
