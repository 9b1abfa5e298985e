//! Strings and texts as they read: escapes decoded, the common indent removed, and the source position of every character kept.

use std::borrow::Cow;
use std::ops::Range;

use crate::source::Span;

/// A string `"…"` or a text `"""…"""` as it stands in the source, quotes included.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Text<'s> {
    raw: &'s str,
    span: Span,
}

/// What a text reads, and where each of its characters stands in the source.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Content<'s> {
    text: Cow<'s, str>,
    /// Where the content begins in the file.
    start: u32,
    /// Where further stretches of the content begin: offset in the content, offset in the file. Between two, both advance alike. Most texts
    /// have none.
    anchors: Vec<(usize, u32)>,
    span: Span,
}

impl<'s> Text<'s> {
    /// The text whose source, quotes included, is `raw` at `span`.
    pub fn new(raw: &'s str, span: Span) -> Self {
        Self { raw, span }
    }

    /// The source, quotes included.
    pub fn raw(&self) -> &'s str {
        self.raw
    }

    /// Where it stands, quotes included.
    pub fn span(&self) -> Span {
        self.span
    }

    /// Whether it reads empty, or holds nothing but blanks.
    pub fn is_blank(&self) -> bool {
        self.raw.trim_matches('"').trim().is_empty()
    }

    /// What it reads.
    pub fn content(&self) -> Content<'s> {
        if let Some(inner) = self.raw.strip_prefix("\"\"\"").and_then(|rest| rest.strip_suffix("\"\"\"")) {
            return self.lines(inner, 3);
        }
        let inner = self.raw.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(self.raw);
        self.line(inner, 1)
    }

    fn at(&self, offset: usize) -> u32 {
        self.span.start.saturating_add(u32::try_from(offset).unwrap_or(u32::MAX))
    }

    fn line(&self, inner: &'s str, start: usize) -> Content<'s> {
        let (begin, mut anchors) = (self.at(start), Vec::new());
        if !inner.contains('\\') {
            return Content { text: Cow::Borrowed(inner), start: begin, anchors, span: self.span };
        }
        let mut text = String::with_capacity(inner.len());
        let mut rest = inner.char_indices();
        while let Some((at, c)) = rest.next() {
            if c != '\\' {
                text.push(c);
                continue;
            }
            anchors.push((text.len(), self.at(start + at)));
            match rest.next() {
                Some((_, 'n')) => text.push('\n'),
                Some((_, other)) => text.push(other),
                None => text.push('\\'),
            }
            anchors.push((text.len(), self.at(start + at + 2)));
        }
        Content { text: Cow::Owned(text), start: begin, anchors, span: self.span }
    }

    fn lines(&self, inner: &'s str, start: usize) -> Content<'s> {
        let mut lines: Vec<(usize, &str)> = Vec::new();
        let mut at = start;
        for line in inner.split('\n') {
            lines.push((at, line.strip_suffix('\r').unwrap_or(line)));
            at += line.len() + 1;
        }
        if lines.len() > 1 && lines.first().is_some_and(|(_, line)| line.trim().is_empty()) {
            lines.remove(0);
        }
        if lines.len() > 1 && lines.last().is_some_and(|(_, line)| line.trim().is_empty()) {
            lines.pop();
        }
        let indent = common_indent(&lines);
        let mut text = String::with_capacity(inner.len());
        let mut anchors = Vec::with_capacity(lines.len());
        for (number, (at, line)) in lines.iter().enumerate() {
            if number > 0 {
                text.push('\n');
            }
            let kept = line.get(indent.len()..).filter(|_| !line.trim().is_empty()).unwrap_or("");
            anchors.push((text.len(), self.at(at + (line.len() - kept.len()))));
            text.push_str(kept);
        }
        Content { text: Cow::Owned(text), start: self.at(start), anchors, span: self.span }
    }
}

fn common_indent<'t>(lines: &[(usize, &'t str)]) -> &'t str {
    let mut indents = lines.iter().filter(|(_, line)| !line.trim().is_empty()).map(|(_, line)| {
        let end = line.find(|c| c != ' ' && c != '\t').unwrap_or(line.len());
        &line[..end]
    });
    let first = indents.next().unwrap_or("");
    let shared = |one: &'t str, other: &str| {
        let length = one.bytes().zip(other.bytes()).take_while(|(one, other)| one == other).count();
        &one[..length]
    };
    indents.fold(first, shared)
}

impl Content<'_> {
    /// What it reads.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Where a stretch of the content stands in the source.
    pub fn source_span(&self, range: Range<usize>) -> Span {
        let start = self.source_offset(range.start);
        let end = if range.is_empty() {
            start
        } else {
            // The end belongs to the last character, so that a stretch never takes in the indent of the next line.
            let last = (0..range.end).rev().find(|at| self.text.is_char_boundary(*at)).unwrap_or(0);
            let width = u32::try_from(range.end - last).unwrap_or(0);
            self.source_offset(last).saturating_add(width)
        };
        Span::new(self.span.file, start, end.max(start))
    }

    fn source_offset(&self, offset: usize) -> u32 {
        let after = self.anchors.partition_point(|(content, _)| *content <= offset);
        let before = after.checked_sub(1).and_then(|before| self.anchors.get(before));
        let (content, source) = before.copied().unwrap_or((0, self.start));
        source.saturating_add(u32::try_from(offset - content).unwrap_or(0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::FileId;

    fn check(raw: &str, expected: &str, needle: &str) {
        let text = Text::new(raw, Span::new(FileId(0), 0, u32::try_from(raw.len()).unwrap()));
        let content = text.content();
        assert_eq!(content.as_str(), expected);
        let at = content.as_str().find(needle).unwrap();
        let span = content.source_span(at..at + needle.len());
        assert_eq!(&raw[span.range()], needle);
    }

    #[test]
    fn positions_survive_escapes_and_indents() {
        check(r#""plain word""#, "plain word", "word");
        check(r#""a \"quoted\" word""#, "a \"quoted\" word", "word");
        check("\"\"\"\n    one\n      two\n\n    three\n  \"\"\"", "one\n  two\n\nthree", "three");
        check("\"\"\"\r\n\tone\r\n\ttwo\r\n\t\"\"\"", "one\ntwo", "two");
        check("\"\"\"one\"\"\"", "one", "one");
        check("\"\"\"\n  é ü\n  [R-1]\n\"\"\"", "é ü\n[R-1]", "R-1");
    }
}
