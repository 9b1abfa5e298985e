//! Words: where the words of a text stand, and whether it holds marks that have to be looked at.

use std::ops::Range;

/// What a byte can be to words.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Byte {
    /// Part of a word.
    Letter,
    /// Part of a word between letters.
    Joint,
    /// A mark that may exempt a stretch: brackets, code, quotations, footnotes.
    Mark,
    /// `&`, which is a word where it stands alone.
    And,
    /// The first of a character beyond ASCII.
    Wide,
    /// Neither.
    Other,
}

/// What each byte is; a table, because every byte of every text is looked at.
const BYTES: [Byte; 256] = {
    let mut table = [Byte::Other; 256];
    let mut at = 0_usize;
    while at < 256 {
        let byte = at.to_le_bytes()[0];
        table[at] = match byte {
            b'_' | b'0'..=b'9' | b'a'..=b'z' | b'A'..=b'Z' => Byte::Letter,
            b'-' | b'/' | b'\'' | b'.' | b'@' => Byte::Joint,
            b'[' | b'{' | b'`' | b'~' | b'"' | b'>' | b'<' | b':' => Byte::Mark,
            b'&' => Byte::And,
            0xc2.. => Byte::Wide,
            _ => Byte::Other,
        };
        at += 1;
    }
    table
};

/// A walk over the words of a text.
///
/// A word is a run of letters and digits, with hyphens, slashes, apostrophes and points inside it, so that `and/or`, `user's`, `e.g` and `5.1`
/// are one; `&` between blanks is a word of its own.
pub(super) struct Walk<'t> {
    text: &'t str,
    at: usize,
    /// Whether a mark was passed that may exempt a stretch.
    pub(super) marked: bool,
}

impl<'t> Walk<'t> {
    /// A walk from the beginning.
    pub(super) fn new(text: &'t str) -> Self {
        Self { text, at: 0, marked: false }
    }

    /// The next word whose first two bytes are `wanted`; the others are passed over.
    pub(super) fn next(&mut self, wanted: impl Fn(u8, u8) -> bool) -> Option<Range<usize>> {
        let bytes = self.text.as_bytes();
        while let Some(byte) = bytes.get(self.at) {
            let start = self.at;
            match BYTES[usize::from(*byte)] {
                Byte::Letter => self.at = word_end(self.text, start + 1),
                Byte::And if alone(bytes, start) => self.at += 1,
                Byte::Wide => match letter(self.text, start) {
                    0 => {
                        self.marked = true;
                        self.at = next_char(self.text, start);
                        continue;
                    }
                    width => self.at = word_end(self.text, start + width),
                },
                Byte::Mark => {
                    self.marked = true;
                    self.at += 1;
                    continue;
                }
                Byte::Joint | Byte::And | Byte::Other => {
                    self.marked |= *byte == b' ' && bytes[start..].starts_with(b"    ");
                    self.at += 1;
                    continue;
                }
            }
            if wanted(*byte, bytes.get(start + 1).copied().unwrap_or(b' ')) {
                return Some(start..self.at);
            }
        }
        None
    }

    /// Goes on from a place.
    pub(super) const fn go_on(&mut self, at: usize) {
        self.at = at;
    }
}

/// The words of a text, in order.
pub(super) fn words(text: &str) -> Vec<Range<usize>> {
    let mut walk = Walk::new(text);
    std::iter::from_fn(|| walk.next(|_, _| true)).collect()
}

/// The word that follows a place with nothing but white space between.
pub(super) fn word_after(text: &str, at: usize) -> Option<Range<usize>> {
    let start = at + (text[at..].len() - text[at..].trim_start().len());
    let width = letter(text, start);
    (start > at && width > 0).then(|| start..word_end(text, start + width))
}

fn word_end(text: &str, from: usize) -> usize {
    let bytes = text.as_bytes();
    let mut at = from;
    loop {
        while bytes.get(at).is_some_and(|byte| BYTES[usize::from(*byte)] == Byte::Letter) {
            at += 1;
        }
        // Most words end before a blank, which joins nothing.
        match bytes.get(at).map(|byte| BYTES[usize::from(*byte)]) {
            None | Some(Byte::Other | Byte::Mark) => return at,
            Some(Byte::Wide) => match letter(text, at) {
                0 => {}
                width => {
                    at += width;
                    continue;
                }
            },
            Some(Byte::Letter | Byte::Joint | Byte::And) => {}
        }
        let joint = joint(bytes, at);
        if joint == 0 || letter(text, at + joint) == 0 {
            return at;
        }
        at += joint;
    }
}

/// How many bytes a letter or digit takes at a place; none where there is no such thing.
fn letter(text: &str, at: usize) -> usize {
    match text.as_bytes().get(at) {
        Some(byte) if BYTES[usize::from(*byte)] == Byte::Letter => 1,
        Some(byte) if !byte.is_ascii() => {
            text[at..].chars().next().filter(|c| c.is_alphanumeric()).map_or(0, char::len_utf8)
        }
        _ => 0,
    }
}

/// How many bytes a mark takes that joins letters to one word.
fn joint(bytes: &[u8], at: usize) -> usize {
    match bytes.get(at) {
        Some(byte) if matches!(BYTES[usize::from(*byte)], Byte::Joint | Byte::And) => 1,
        Some(0xe2) if bytes[at..].starts_with("’".as_bytes()) || bytes[at..].starts_with("‑".as_bytes()) => 3,
        _ => 0,
    }
}

fn next_char(text: &str, at: usize) -> usize {
    text[at..].chars().next().map_or(text.len(), |c| at + c.len_utf8())
}

fn alone(bytes: &[u8], at: usize) -> bool {
    let blank = |byte: Option<&u8>| byte.is_none_or(u8::is_ascii_whitespace);
    blank(at.checked_sub(1).and_then(|before| bytes.get(before))) && blank(bytes.get(at + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_whole() {
        let check = |text: &str, expected: &[&str]| {
            let found: Vec<_> = words(text).into_iter().map(|at| &text[at]).collect();
            assert_eq!(found, expected);
        };
        check("The user's and/or  end-user's (e.g. R&D).", &["The", "user's", "and/or", "end-user's", "e.g", "R&D"]);
        check("clause 5.1. Überall – 3 % & more…", &["clause", "5.1", "Überall", "3", "&", "more"]);
        check("user’s non‑zero “x” naïve", &["user’s", "non‑zero", "x", "naïve"]);
        check("", &[]);
    }

    #[test]
    fn marks_are_told() {
        let marked = |text: &str| {
            let mut walk = Walk::new(text);
            while walk.next(|_, _| false).is_some() {}
            walk.marked
        };
        assert!(!marked("Plain words, and (others); no marks."));
        assert!(marked("A [name].") && marked("“x”") && marked("a\n\n    code"));
    }

    #[test]
    fn the_next_word_is_only_a_blank_away() {
        assert_eq!(word_after("is  to, be", 2), Some(4..6));
        assert_eq!(word_after("is  to, be", 6), None);
        assert_eq!(word_after("is", 2), None);
    }
}
