//! Where an edit goes and how it is indented: the layout that `format` makes.

use std::ops::Range;

use crate::diagnostic::Edit;
use crate::source::Span;
use crate::syntax::{self, Block};

/// Blanks for each depth.
pub const INDENT: usize = 2;
/// How long a block on one line may be.
pub const ONE_LINE: usize = 100;
/// Where a list is broken after a comma.
pub const WIDTH: usize = 120;

/// The edit that puts `new` in place of bytes of the file in which `near` stands.
pub(super) fn replace(near: Span, range: Range<usize>, new: String) -> Edit {
    let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    Edit::new(Span::new(near.file, offset(range.start), offset(range.end)), new)
}

/// The edit that puts `new` at a place.
pub(super) fn insert(near: Span, at: usize, new: String) -> Edit {
    replace(near, at..at, new)
}

/// The blanks at the beginning of the line of an offset.
pub(super) fn indent(text: &str, at: usize) -> usize {
    let line = &text[line_start(text, at)..];
    line.len() - line.trim_start_matches(' ').len()
}

fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |at| at + 1)
}

/// Where the line of an offset ends, before its line break.
pub(super) fn end_of_line(text: &str, at: usize) -> usize {
    let line = text[at..].split('\n').next().unwrap_or_default();
    at + line.trim_end_matches('\r').len()
}

/// Lines, each with as many blanks before it.
pub(super) fn indented(lines: &str, blanks: usize) -> String {
    let indent = " ".repeat(blanks);
    let line = |line: &str| if line.is_empty() { String::new() } else { format!("{indent}{line}") };
    lines.trim_end().split('\n').map(line).collect::<Vec<_>>().join("\n")
}

/// Puts a line at the end of an item's block.
pub(super) fn into_block(text: &str, item: Span, line: &str) -> Edit {
    let source = &text[item.range()];
    let (tree, _) = syntax::parse(item.file, source);
    let depth = indent(text, item.start as usize);
    let column = |at: usize| text[line_start(text, at)..at].chars().count();
    let (start, end) = (item.start as usize, item.end as usize);
    let Some(block) = tree.items.first().and_then(|item| item.block.as_deref()) else {
        let new = on_one_line(&[line], column(end) + 1).unwrap_or_else(|| on_lines(&[line], depth));
        return insert(item, end, format!(" {new}"));
    };
    let at = start + block.span.start as usize..start + block.span.end as usize;
    if source[block.span.range()].contains('\n') {
        return before_brace(text, item, at.end - 1, &indented(line, depth + INDENT), depth);
    }
    let mut lines = lines_of(block, source);
    lines.push(line);
    let new = on_one_line(&lines, column(at.start)).unwrap_or_else(|| on_lines(&lines, depth));
    replace(item, at, new)
}

fn lines_of<'t>(block: &Block, source: &'t str) -> Vec<&'t str> {
    block.items.iter().map(|item| &source[item.span.range()]).collect()
}

fn on_one_line(lines: &[&str], column: usize) -> Option<String> {
    let block = format!("{{ {} }}", lines.join("; "));
    (!block.contains('\n') && column + block.chars().count() <= ONE_LINE).then_some(block)
}

fn on_lines(lines: &[&str], depth: usize) -> String {
    let lines: String = lines.iter().map(|line| indented(line, depth + INDENT) + "\n").collect();
    format!("{{\n{lines}{}}}", " ".repeat(depth))
}

/// Puts lines before a closing brace, which goes to a line of its own where it stands in none.
fn before_brace(text: &str, near: Span, brace: usize, lines: &str, depth: usize) -> Edit {
    let start = line_start(text, brace);
    if text[start..brace].trim().is_empty() {
        return insert(near, start, format!("{lines}\n"));
    }
    let body = text[..brace].trim_end().len();
    replace(near, body..brace, format!("\n{lines}\n{}", " ".repeat(depth)))
}

/// Takes an item away: its line where it stands alone in it, or else the item and the semicolon beside it.
pub(super) fn without(text: &str, item: Span) -> Edit {
    let (start, end) = (item.start as usize, item.end as usize);
    let (line, close) = (line_start(text, start), end_of_line(text, end));
    let (before, after) = (text[line..start].trim(), text[end..close].trim());
    if before.is_empty() && matches!(after, "" | ";") {
        let past = close + text[close..].find('\n').map_or(0, |at| at + 1);
        return replace(item, blank_lines(text, line, past), String::new());
    }
    let rest = &text[end..close];
    if let Some(next) = rest.trim_start().strip_prefix(';') {
        let gap = rest.len() - next.trim_start().len();
        return replace(item, start..end + gap, String::new());
    }
    let body = text[..start].trim_end_matches([' ', '\t']).trim_end_matches(';').len();
    replace(item, if text[body..start].contains(';') { body..end } else { start..end }, String::new())
}

/// Takes an entry out of a list and breaks the rest anew.
pub(super) fn without_entry(text: &str, list: &[Span], gone: Span) -> Option<Edit> {
    let (start, end) = (list.first()?.start as usize, list.last()?.end as usize);
    let kept = list.iter().filter(|entry| **entry != gone).map(|entry| &text[entry.range()]);
    let mut line = text[line_start(text, start)..start].chars().count();
    let blanks = indent(text, start) + 2 * INDENT;
    let mut new = String::new();
    for entry in kept {
        let width = entry.chars().count();
        if !new.is_empty() {
            let breaks = line + 2 + width > WIDTH;
            new += &if breaks { format!(",\n{}", " ".repeat(blanks)) } else { ", ".to_owned() };
            line = if breaks { blanks } else { line + 2 };
        }
        new += entry;
        line += width;
    }
    let commented = text[start..end].contains("//");
    (!new.is_empty() && !commented).then(|| replace(gone, start..end, new))
}

/// The line of an item's block that begins with a keyword.
pub(super) fn line(text: &str, item: Span, keyword: &str) -> Option<Span> {
    let source = &text[item.range()];
    let (tree, _) = syntax::parse(item.file, source);
    let block = tree.items.first()?.block.as_deref()?;
    let found = block.items.iter().find(|line| &source[line.keyword.range()] == keyword)?;
    Some(Span::new(item.file, item.start + found.span.start, item.start + found.span.end))
}

/// The lines to take away with a line: a blank line on either side would leave two where one was, or one at the end of a block.
fn blank_lines(text: &str, start: usize, end: usize) -> Range<usize> {
    let is_blank = |line: &str| line.trim().is_empty();
    let above = text[..start].split_inclusive('\n').next_back().filter(|line| is_blank(line));
    let mut below = text[end..].split_inclusive('\n');
    let next = below.next();
    match (above, next) {
        (Some(above), None) => start - above.len()..end,
        (Some(above), Some(next)) if next.trim_start().starts_with('}') || is_blank(next) => start - above.len()..end,
        (None, Some(next)) if is_blank(next) && begins_block(&text[..start]) => start..end + next.len(),
        _ => start..end,
    }
}

fn begins_block(before: &str) -> bool {
    let before = before.trim_end();
    before.is_empty() || before.ends_with('{')
}

#[cfg(test)]
mod tests {
    use super::{into_block, line, without, without_entry};
    use crate::diagnostic::Edit;
    use crate::source::{FileId, Span};

    fn span(text: &str, part: &str) -> Span {
        let at = text.find(part).unwrap();
        Span::new(FileId(0), u32::try_from(at).unwrap(), u32::try_from(at + part.len()).unwrap())
    }

    fn applied(text: &str, edit: &Edit) -> String {
        let range = edit.span.range();
        format!("{}{}{}", &text[..range.start], edit.replacement, &text[range.end..])
    }

    fn with(text: &str, item: &str, line: &str) -> String {
        applied(text, &into_block(text, span(text, item), line))
    }

    #[test]
    fn a_line_goes_into_a_block() {
        assert_eq!(with("a b\n", "a b", "c d"), "a b { c d }\n");
        assert_eq!(with("a { }\n", "a { }", "c d"), "a { c d }\n");
        assert_eq!(with("a { b; c }\n", "a { b; c }", "d"), "a { b; c; d }\n");
        assert_eq!(with("a {\n  b\n}\n", "a {\n  b\n}", "c {\n  d\n}"), "a {\n  b\n  c {\n    d\n  }\n}\n");
        assert_eq!(with("a {\n  b { c }\n}\n", "b { c }", "d\ne"), "a {\n  b {\n    c\n    d\n    e\n  }\n}\n");
        assert_eq!(with("a {\n  b }\n", "a {\n  b }", "c"), "a {\n  b\n  c\n}\n");
        let long = format!("a {{ b \"{}\" }}", "x".repeat(80));
        let expected = format!("a {{\n  b \"{}\"\n  c \"long enough\"\n}}", "x".repeat(80));
        assert_eq!(with(&long, &long, "c \"long enough\""), expected);
    }

    #[test]
    fn an_entry_goes_out_of_its_list() {
        let gone = |text: &str, list: &[&str], entry: &str| {
            let list: Vec<_> = list.iter().map(|entry| span(text, entry)).collect();
            without_entry(text, &list, span(text, entry)).map(|edit| applied(text, &edit))
        };
        let text = "a one, two,\n    three\n";
        assert_eq!(gone(text, &["one", "two", "three"], "two").unwrap(), "a one, three\n");
        assert_eq!(gone(text, &["one", "two", "three"], "three").unwrap(), "a one, two\n");
        assert_eq!(gone("a one\n", &["one"], "one"), None);
        assert_eq!(gone("a one, // why\n    two\n", &["one", "two"], "one"), None);
        let long = ["x", "y", "z"].map(|letter| letter.repeat(50));
        let text = format!("a b, {}, {},\n    {}\n", long[0], long[1], long[2]);
        let expected = format!("a {}, {},\n    {}\n", long[0], long[1], long[2]);
        assert_eq!(gone(&text, &["b", &long[0], &long[1], &long[2]], "b").unwrap(), expected);
    }

    #[test]
    fn a_line_is_found_by_its_keyword() {
        let text = "a {\n  b\n  c { d }\n}\n";
        assert_eq!(line(text, span(text, text.trim_end()), "c"), Some(span(text, "c { d }")));
        assert_eq!(line(text, span(text, text.trim_end()), "d"), None);
    }

    #[test]
    fn an_item_goes_away_with_its_line() {
        let gone = |text: &str, item: &str| applied(text, &without(text, span(text, item)));
        assert_eq!(gone("a {\n  b\n  c\n}\n", "b"), "a {\n  c\n}\n");
        assert_eq!(gone("a { b; c; d }\n", "b"), "a { c; d }\n");
        assert_eq!(gone("a { b; c; d }\n", "d"), "a { b; c }\n");
        assert_eq!(gone("one\n\ntwo\n\nthree\n", "two"), "one\n\nthree\n");
        assert_eq!(gone("one\n\ntwo\n", "two"), "one\n");
        assert_eq!(gone("one\n\ntwo\n", "one"), "two\n");
        assert_eq!(gone("a {\n  b\n\n  c\n}\n", "c"), "a {\n  b\n}\n");
    }
}
