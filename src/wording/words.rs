//! Words: where the words of a text stand, and whether it holds marks that have to be looked at.

use std::ops::Range;

/// The words of a text in order, and whether any mark in it may exempt a stretch: brackets, code, quotations, footnotes.
///
/// A word is a run of letters and digits, with hyphens, slashes, apostrophes and points inside it, so that `and/or`, `user's`, `e.g` and `5.1`
/// are one; `&` between blanks is a word of its own.
pub(super) fn words(text: &str) -> (Vec<Range<usize>>, bool) {
    let bytes = text.as_bytes();
    let mut words = Vec::with_capacity(text.len() / 6 + 1);
    let (mut marked, mut at) = (false, 0);
    while at < bytes.len() {
        let width = letter(text, at);
        if width > 0 {
            let end = word_end(text, at + width);
            words.push(at..end);
            at = end;
            continue;
        }
        match bytes[at] {
            b'&' if alone(bytes, at) => words.push(at..at + 1),
            b'[' | b'{' | b'`' | b'~' | b'"' | b'>' | b'<' | b':' | 0xc2 | 0xe2 => marked = true,
            b' ' if text[at..].starts_with("    ") => marked = true,
            _ => {}
        }
        at += 1;
        while !text.is_char_boundary(at) {
            at += 1;
        }
    }
    (words, marked)
}

fn word_end(text: &str, from: usize) -> usize {
    let bytes = text.as_bytes();
    let mut at = from;
    loop {
        let width = letter(text, at);
        if width > 0 {
            at += width;
            continue;
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
        Some(byte) if byte.is_ascii_alphanumeric() || *byte == b'_' => 1,
        Some(byte) if !byte.is_ascii() => {
            text[at..].chars().next().filter(|c| c.is_alphanumeric()).map_or(0, char::len_utf8)
        }
        _ => 0,
    }
}

/// How many bytes a mark takes that joins letters to one word.
fn joint(bytes: &[u8], at: usize) -> usize {
    match bytes.get(at) {
        Some(b'-' | b'/' | b'\'' | b'.' | b'&' | b'@') => 1,
        Some(0xe2) if bytes[at..].starts_with("’".as_bytes()) || bytes[at..].starts_with("‑".as_bytes()) => 3,
        _ => 0,
    }
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
            let found: Vec<_> = words(text).0.into_iter().map(|at| &text[at]).collect();
            assert_eq!(found, expected);
        };
        check("The user's and/or  end-user's (e.g. R&D).", &["The", "user's", "and/or", "end-user's", "e.g", "R&D"]);
        check("clause 5.1. Überall – 3 % & more…", &["clause", "5.1", "Überall", "3", "&", "more"]);
        check("user’s non‑zero “x”", &["user’s", "non‑zero", "x"]);
        check("", &[]);
        assert!(!words("Plain words, and (others); no marks.").1);
        assert!(words("A [name].").1 && words("“x”").1 && words("a\n\n    code").1);
    }
}
