//! A fast walk over the bytes of a file: where its items begin and end, and where its comments are. Makes no tree.

use std::ops::Range;

/// How deep braces and brackets may nest.
pub(super) const DEPTH: usize = 64;

/// Where an item stands, and what the walk found wrong with it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Piece {
    /// The bytes of the item.
    pub(super) range: Range<usize>,
    /// Where its block's opening brace is, at the item's own depth.
    pub(super) brace: Option<usize>,
    /// The first thing that is wrong.
    pub(super) fault: Option<Fault>,
    /// Where the outermost brace or bracket opens that is never closed.
    pub(super) unclosed: Option<usize>,
    /// Where a text opens that is never closed.
    pub(super) open_text: Option<usize>,
}

/// What the walk finds wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// A string without its closing quote on the line.
    OpenString(usize),
    /// A text without its closing quotes.
    OpenText(usize),
    /// A brace or bracket that is never closed, or a bracket that a brace closes.
    OpenBracket(usize),
    /// A closing brace or bracket with nothing to close.
    StrayBracket(usize),
    /// Nesting past [`DEPTH`].
    TooDeep(usize),
}

/// The items in `text[range]`, one after the other, and the comments between and in them.
pub(super) fn split(text: &str, range: Range<usize>, comments: &mut Vec<Range<usize>>) -> Vec<Piece> {
    let mut walk = Walk { bytes: text.as_bytes(), at: range.start, end: range.end, comments };
    let mut pieces = Vec::new();
    while walk.skip_gap() {
        pieces.push(walk.item());
    }
    pieces
}

struct Walk<'t> {
    bytes: &'t [u8],
    at: usize,
    end: usize,
    comments: &'t mut Vec<Range<usize>>,
}

impl Walk<'_> {
    fn peek(&self, ahead: usize) -> u8 {
        let at = self.at + ahead;
        if at < self.end { self.bytes[at] } else { 0 }
    }

    /// Moves to the next item; `false` at the end.
    fn skip_gap(&mut self) -> bool {
        while self.at < self.end {
            match self.peek(0) {
                b' ' | b'\t' | b'\r' | b'\n' | b';' => self.at += 1,
                b'/' if self.peek(1) == b'/' => self.comment(),
                _ => return true,
            }
        }
        false
    }

    fn comment(&mut self) {
        let start = self.at;
        let rest = &self.bytes[start..self.end];
        self.at = rest.iter().position(|byte| *byte == b'\n').map_or(self.end, |length| start + length);
        let mut end = self.at;
        while end > start && matches!(self.bytes[end - 1], b'\r' | b' ' | b'\t') {
            end -= 1;
        }
        self.comments.push(start..end);
    }

    fn item(&mut self) -> Piece {
        let start = self.at;
        let mut piece = Piece { range: start..start, brace: None, fault: None, unclosed: None, open_text: None };
        let mut open: Vec<usize> = Vec::new();
        let mut comma = false;
        while self.at < self.end {
            let at = self.at;
            match self.peek(0) {
                b'"' => {
                    comma = false;
                    self.quoted(&mut piece);
                    piece.range.end = self.at;
                }
                b'/' if self.peek(1) == b'/' => self.comment(),
                b'{' | b'(' => {
                    comma = false;
                    if open.is_empty() && self.peek(0) == b'{' {
                        piece.brace.get_or_insert(at);
                    }
                    open.push(at);
                    if open.len() > DEPTH {
                        piece.fault.get_or_insert(Fault::TooDeep(at));
                    }
                    self.step(&mut piece);
                }
                // A brace that closes nothing is no part of an item.
                b'}' if open.is_empty() && at > start => break,
                b'}' | b')' => {
                    comma = false;
                    self.step(&mut piece);
                    if at == start {
                        piece.fault = Some(Fault::StrayBracket(at));
                        return piece;
                    }
                    match self.close(at, &mut open, &mut piece.fault) {
                        // The block of the item ends the item.
                        Some(first) if open.is_empty() && piece.brace == Some(first) => return piece,
                        _ => {}
                    }
                }
                b'\n' if open.is_empty() && !comma => break,
                b';' if open.is_empty() => break,
                b' ' | b'\t' | b'\r' | b'\n' => self.at += 1,
                byte => {
                    comma = byte == b',';
                    self.step(&mut piece);
                }
            }
        }
        piece.unclosed = open.first().copied();
        if let Some(first) = piece.unclosed {
            piece.fault.get_or_insert(Fault::OpenBracket(first));
        }
        piece
    }

    /// What the bracket at `at` closes. A brace closes the brackets inside it too; a bracket never closes a brace.
    fn close(&self, at: usize, open: &mut Vec<usize>, fault: &mut Option<Fault>) -> Option<usize> {
        let opens = if self.bytes[at] == b'}' { b'{' } else { b'(' };
        let matching = open.iter().rposition(|other| self.bytes[*other] == opens);
        let inner = matching.and_then(|matching| open.get(matching + 1));
        match (matching, inner) {
            (None, _) => {
                fault.get_or_insert(Fault::StrayBracket(at));
                return None;
            }
            (Some(_), Some(_)) if opens == b'(' => {
                fault.get_or_insert(Fault::StrayBracket(at));
                return None;
            }
            (Some(_), Some(inner)) => {
                fault.get_or_insert(Fault::OpenBracket(*inner));
            }
            (Some(_), None) => {}
        }
        open.truncate(matching? + 1);
        open.pop()
    }

    fn step(&mut self, piece: &mut Piece) {
        self.at += 1;
        piece.range.end = self.at;
    }

    /// Moves to the next such byte, or to the end.
    fn skip_to(&mut self, is_stop: impl Fn(u8) -> bool) {
        let rest = &self.bytes[self.at..self.end];
        self.at += rest.iter().position(|byte| is_stop(*byte)).unwrap_or(rest.len());
    }

    fn quoted(&mut self, piece: &mut Piece) {
        let start = self.at;
        if self.peek(1) == b'"' && self.peek(2) == b'"' {
            self.at += 3;
            while self.at < self.end {
                self.skip_to(|byte| byte == b'"');
                if self.peek(0) == b'"' && self.peek(1) == b'"' && self.peek(2) == b'"' {
                    self.at += 3;
                    return;
                }
                self.at = (self.at + 1).min(self.end);
            }
            piece.fault.get_or_insert(Fault::OpenText(start));
            piece.open_text = Some(start);
            return;
        }
        self.at += 1;
        while self.at < self.end {
            self.skip_to(|byte| matches!(byte, b'"' | b'\\' | b'\n'));
            match self.peek(0) {
                b'"' => {
                    self.at += 1;
                    return;
                }
                b'\\' if !matches!(self.peek(1), b'\n' | b'\r' | 0) => self.at += 2,
                b'\n' => break,
                _ => self.at += 1,
            }
        }
        self.at = self.at.min(self.end);
        piece.fault.get_or_insert(Fault::OpenString(start));
        self.at = start + string_end(&self.bytes[start..self.at]);
    }
}

/// Where a string that its line does not close was meant to end: before what opens or closes a block at the line's end.
fn string_end(line: &[u8]) -> usize {
    let comment = line.windows(3).position(|bytes| bytes == b" //").unwrap_or(line.len());
    let code = line[..comment].trim_ascii_end();
    if code.len() > 1 && code.ends_with(b"{") {
        return code.len() - 1;
    }
    // A brace that the string opens itself, as in `{memory}`, does not close the block around it.
    let count = |brace: u8| code.iter().filter(|byte| **byte == brace).count();
    let mut end = code.len();
    for _ in 0..count(b'}').saturating_sub(count(b'{')) {
        match code[..end].trim_ascii_end() {
            [before @ .., b'}'] => end = before.len(),
            _ => break,
        }
    }
    if end < code.len() { end } else { line.len() }
}

/// The texts before one that is never closed, each from its quotes to the next.
pub(super) fn texts(text: &str, range: Range<usize>) -> impl Iterator<Item = Range<usize>> {
    let mut quotes = text[range.clone()].match_indices("\"\"\"").map(move |(at, _)| range.start + at);
    std::iter::from_fn(move || Some(quotes.next()?..quotes.next()?))
}

/// The first line after `from` that begins, in its first column, with a word that `known` accepts.
pub(super) fn next_line_with(text: &str, range: Range<usize>, known: impl Fn(&str) -> bool) -> Option<usize> {
    let mut at = range.start;
    while let Some(length) = text[at..range.end].find('\n') {
        at += length + 1;
        let line = &text[at..range.end];
        let word = line.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').map_or(line, |end| &line[..end]);
        if known(word) {
            return Some(at);
        }
    }
    None
}
