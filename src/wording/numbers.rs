//! Numbers in running text: their digits, the signs in them, and the unit behind them. Says what stands there; rules judge it.

use std::ops::Range;

use super::Style;

/// A number in a text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Number {
    /// Its digits with the signs between them.
    pub digits: Range<usize>,
    /// What stands before it: a hyphen or a minus sign that begins a word.
    pub sign: Option<Range<usize>>,
    /// White space between it and its unit; empty where there is none.
    pub space: Range<usize>,
    /// Its unit, a percent sign or a degree sign.
    pub unit: Option<Range<usize>>,
}

/// The numbers of a stretch of a text that stand for quantities: none that is part of a word or of an identifier such as `1.2.3`.
pub fn numbers(text: &str, range: Range<usize>, style: &Style) -> Vec<Number> {
    let mut found = Vec::new();
    // Most stretches have none, which bytes tell sooner than characters.
    if !text.as_bytes()[range.clone()].iter().any(u8::is_ascii_digit) {
        return found;
    }
    let mut at = range.start;
    while let Some(start) = text[at..range.end].find(|c: char| c.is_ascii_digit()).map(|start| at + start) {
        let end = end_of_digits(text, start, range.end);
        at = end;
        let (before, after) = (text[range.start..start].chars().next_back(), text[end..range.end].chars().next());
        let joined =
            |c: char| c.is_alphanumeric() || matches!(c, '_' | '/' | '.' | ':' | '{' | '#' | '@' | '$' | '^' | ',');
        let (sign, before) = signed(text, range.start, start, before);
        if before.is_some_and(joined) {
            at = end_of_word(text, end, range.end);
            continue;
        }
        let (space, unit) = unit(text, end..range.end, style);
        // Letters right behind a number that are no unit make it a name: `2FA`, `64bits`.
        if unit.is_none() && after.is_some_and(|c| c.is_alphanumeric() || c == '_') {
            at = end_of_word(text, end, range.end);
            continue;
        }
        found.push(Number { digits: start..end, sign, space, unit });
    }
    found
}

/// Digits, and commas and points between two of them.
fn end_of_digits(text: &str, start: usize, end: usize) -> usize {
    let bytes = text.as_bytes();
    let digit = |at: usize| at < end && bytes[at].is_ascii_digit();
    let mut at = start;
    while digit(at) || (at < end && matches!(bytes[at], b'.' | b',') && digit(at + 1)) {
        at += 1;
    }
    at
}

fn end_of_word(text: &str, at: usize, end: usize) -> usize {
    text[at..end].find(char::is_whitespace).map_or(end, |length| at + length)
}

/// The sign before a number, and what stands before that. A hyphen inside a word is part of the word.
fn signed(text: &str, from: usize, start: usize, before: Option<char>) -> (Option<Range<usize>>, Option<char>) {
    let Some(sign) = before.filter(|c| matches!(c, '-' | '\u{2212}' | '\u{2013}')) else { return (None, before) };
    let at = start - sign.len_utf8();
    match text[from..at].chars().next_back() {
        None | Some(' ' | '\u{a0}' | '(' | '\n') => (Some(at..start), None),
        Some(c) => (None, Some(if c.is_alphanumeric() { c } else { ' ' })),
    }
}

fn unit(text: &str, rest: Range<usize>, style: &Style) -> (Range<usize>, Option<Range<usize>>) {
    let after = &text[rest.clone()];
    let blank = after.len() - after.trim_start_matches([' ', '\u{a0}', '\u{202f}']).len();
    let (space, begin) = (rest.start..rest.start + blank, rest.start + blank);
    let word = &text[begin..rest.end];
    if let Some(sign) = ["%", "\u{b0}C", "\u{b0}F", "\u{b0}"].into_iter().find(|sign| word.starts_with(sign)) {
        return (space, Some(begin..begin + sign.len()));
    }
    let length = word.find(|c: char| !c.is_alphanumeric() && c != '/').unwrap_or(word.len());
    let word = &word[..length];
    let is_unit =
        style.units.iter().any(|unit| unit == word) || blank > 0 && style.short_units.iter().any(|unit| unit == word);
    (space, is_unit.then(|| begin..begin + length))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<String> {
        let style = Style::of(None).unwrap();
        let part = |range: &Range<usize>| text[range.clone()].to_owned();
        let show = |number: Number| {
            let sign = number.sign.as_ref().map(part).unwrap_or_default();
            let unit = number.unit.as_ref().map(part).unwrap_or_default();
            format!("{sign}{}|{}|{unit}", part(&number.digits), part(&number.space))
        };
        numbers(text, 0..text.len(), style).into_iter().map(show).collect()
    }

    #[test]
    fn numbers_are_found_with_sign_and_unit() {
        assert_eq!(shown("at least 64 MiB or 5% and -3.5 \u{b0}C"), ["64| |MiB", "5||%", "-3.5| |\u{b0}C"]);
        assert_eq!(shown("10,000 attempts in 30min"), ["10,000| |", "30||min"]);
    }

    #[test]
    fn names_and_identifiers_are_no_numbers() {
        for text in ["2FA", "TLS1.3", "EN 40000-1-2's", "CWE-916", "Annex/3", "#4", "v2", "5G"] {
            let only: Vec<_> = shown(text).into_iter().filter(|it| !it.starts_with("40000")).collect();
            assert!(only.is_empty(), "{text}: {only:?}");
        }
    }
}
