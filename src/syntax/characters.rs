//! Characters that may not stand in a source because nobody sees them: controls, and those that turn the direction of writing.

use crate::diagnostic::Diagnostic;
use crate::source::FileId;

use super::parser::span;

/// Whether a character may not stand in a source, a line break and a tab excepted.
pub(super) fn is_hidden(c: char) -> bool {
    (c.is_control() && !matches!(c, '\n' | '\t')) || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// What a character is called where it cannot be shown.
pub(super) fn name(c: char) -> Option<String> {
    let name = match c {
        '\u{0}' => "null",
        '\r' => "carriage return",
        '\u{1b}' => "escape",
        '\u{7f}' => "delete",
        '\u{a0}' => "no-break space",
        '\u{ad}' => "soft hyphen",
        '\u{200b}' => "zero width space",
        '\u{202f}' => "narrow no-break space",
        '\u{feff}' => "byte order mark",
        '\u{fffd}' => "what is left of bytes that are no character",
        '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => "which turns the direction of writing",
        c if c.is_control() => "a control character",
        c if c.is_whitespace() || matches!(c, '\u{200c}'..='\u{200f}' | '\u{2060}'..='\u{2065}') => "invisible",
        _ => return None,
    };
    Some(format!("U+{:04X} ({name})", u32::from(c)))
}

/// A finding for the first hidden character of each line.
pub(super) fn check(file: FileId, text: &str) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    if !may_hide(text) {
        return found;
    }
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let ends_line = |at: usize| line[at..] == *"\r\n";
        let hidden = line.char_indices().find(|(at, c)| is_hidden(*c) && !ends_line(*at));
        found.extend(hidden.map(|(at, c)| finding(file, start + at, c)));
        start += line.len();
    }
    found
}

/// Whether a byte of a text is, or begins, a character that may be hidden. Most texts are told to be clean this way, many bytes at a time.
fn may_hide(text: &str) -> bool {
    let is_suspect = |byte: u8| matches!(byte, 0..=8 | 11..=31 | 0x7f | 0xc2 | 0xe2);
    text.as_bytes().chunks(4096).any(|bytes| bytes.iter().fold(false, |may, byte| may | is_suspect(*byte)))
}

fn finding(file: FileId, at: usize, c: char) -> Diagnostic {
    let span = span(file, &(at..at + c.len_utf8()));
    let message = format!("{} may not stand in a source", name(c).unwrap_or_default());
    let help = match c {
        '\r' => "end lines with a line feed, or with a carriage return and a line feed",
        _ => "take it away: what cannot be seen may make a line read as another",
    };
    Diagnostic::error("syntax-error", span, message).help(help)
}
