//! Says, in an editor's words, what is wrong where the grammar stops making sense of an item.

use std::ops::Range;

use crate::diagnostic::Diagnostic;
use crate::source::FileId;

use super::characters;
use super::parser::span;
use super::split::Fault;

/// A finding before it is tied to a file.
pub(super) struct Told {
    range: Range<usize>,
    message: String,
    help: String,
}

impl Told {
    pub(super) fn new(range: Range<usize>, message: impl Into<String>, help: impl Into<String>) -> Self {
        Self { range, message: message.into(), help: help.into() }
    }

    pub(super) fn diagnostic(self, file: FileId) -> Diagnostic {
        Diagnostic::error("syntax-error", span(file, &self.range), self.message).help(self.help)
    }
}

/// The finding for a brace or bracket with nothing to close.
pub(super) fn closes_nothing(at: usize) -> Told {
    Told::new(at..at + 1, "this bracket closes nothing", "take it away, or open its block on the line of its item")
}

/// The finding for a brace or bracket that nothing closes.
pub(super) fn bracket_not_closed(text: &str, at: usize) -> Told {
    if text[at..].starts_with('(') {
        return Told::new(at..at + 1, "this bracket is not closed", "close it with `)`");
    }
    let help = "close the block with `}` on a line of its own, before the next item begins";
    Told::new(at..at + 1, "this brace is not closed", help)
}

/// A brace inside an unclosed block whose own closing brace stands further left than its line: perhaps the one that is not closed.
pub(super) fn astray(text: &str, block: Range<usize>) -> Option<usize> {
    let mut open: Vec<(usize, usize)> = Vec::new();
    let mut start = text[..block.start].rfind('\n').map_or(0, |at| at + 1);
    for line in text[start..block.end].split_inclusive('\n') {
        let code = line.split(" //").next().unwrap_or_default().trim_end();
        let indent = code.len() - code.trim_start().len();
        if code.trim_start().starts_with('}') {
            let (brace, of_line) = open.pop()?;
            if indent < of_line {
                return Some(brace).filter(|brace| *brace != block.start);
            }
        }
        if code.ends_with('{') {
            open.push((start + code.len() - 1, indent));
        }
        start += line.len();
    }
    None
}

/// What is wrong with the item head at `head`, which stops making sense at `at`; nothing where that was said already.
pub(super) fn explain(text: &str, head: Range<usize>, at: usize, fault: Option<Fault>) -> Option<Told> {
    if let Some(told) = fault.and_then(|fault| of_fault(text, &head, fault)) {
        return Some(told);
    }
    let rest = &text[at..head.end.max(at)];
    let Some(first) = rest.chars().next() else {
        let before = text[..at].trim_end();
        let last = before.chars().next_back().map_or(0, char::len_utf8);
        let range = before.len() - last..before.len();
        return Some(match before.ends_with(',') {
            true => Told::new(
                range,
                "the item ends after this comma",
                "write what follows in the list, or take the comma away",
            ),
            false => Told::new(range, "the item ends too early", "write what follows, or take the last word away"),
        });
    };
    if characters::is_hidden(first) {
        return None;
    }
    if at == head.start {
        return Some(no_keyword(rest, at));
    }
    if rest.starts_with(':') && !text[head.start..at].contains(char::is_whitespace) && rest[1..].starts_with(is_letter)
    {
        let help = "a line break ends an item: end the line before with a comma, or put a long condition between round brackets";
        return Some(Told::new(
            head.start..at + word(rest).len(),
            "an item begins with a keyword, not with a reference",
            help,
        ));
    }
    if text[..at].ends_with(':') {
        return Some(colon(at - 1));
    }
    if text[head.start..at].chars().all(is_letter) && rest.starts_with(['"', '(', '<', '>', '=']) {
        let help = "write a blank between a keyword and what follows it";
        return Some(Told::new(head.start..at + first.len_utf8(), "a blank is missing in here", help));
    }
    Some(of_token(text, head, at, first))
}

fn of_fault(text: &str, head: &Range<usize>, fault: Fault) -> Option<Told> {
    Some(match fault {
        Fault::OpenString(open) if head.contains(&open) => {
            let line = text[open..head.end].find('\n').map_or(head.end, |length| open + length);
            Told::new(
                open..open + text[open..line].trim_end().len(),
                "this string is not closed on its line",
                "close it with `\"`; a text over several lines stands between `\"\"\"` and `\"\"\"`",
            )
        }
        Fault::OpenText(open) if head.contains(&open) => {
            Told::new(open..open + 3, "this text is not closed", "close it with `\"\"\"` on a line of its own")
        }
        Fault::StrayBracket(stray) if head.contains(&stray) => closes_nothing(stray),
        Fault::OpenBracket(open) if head.contains(&open) => bracket_not_closed(text, open),
        _ => return None,
    })
}

/// What stands where an item should begin.
fn no_keyword(rest: &str, at: usize) -> Told {
    let word = word(rest);
    let help = match word {
        _ if word.starts_with('#') || word.starts_with("/*") || word.starts_with("<!--") => {
            "a comment begins with `//` and ends with its line"
        }
        _ if word.starts_with('"') => "write the keyword before the string, and both on one line",
        _ => "begin every item with a keyword in small letters, such as `requirement`",
    };
    Told::new(at..at + word.len(), format!("{} is no keyword", shown(word)), help)
}

fn colon(at: usize) -> Told {
    let help = "write what follows after a blank, without the colon; in `package:name` no blank stands beside it";
    Told::new(at..at + 1, "`:` has no meaning here", help)
}

fn of_token(text: &str, head: Range<usize>, at: usize, first: char) -> Told {
    let rest = &text[at..head.end];
    let found = word(rest);
    let told = |message: String, help: &str| Told::new(at..at + found.len(), message, help);
    let meaningless = |help: &str| told(format!("{} has no meaning here", shown(found)), help);
    match first {
        '"' => escape(rest, at),
        '\'' | '‘' | '’' | '‚' | '“' | '”' | '„' | '«' | '»' | '‹' | '›' => {
            told(format!("`{first}` does not open a string"), "write strings between straight double quotes: `\"…\"`")
        }
        '[' | ']' => Told::new(
            at..at + 1,
            format!("`{first}` has no meaning here"),
            "write lists with commas, sets in round brackets, and references in square brackets only inside texts",
        ),
        ':' => colon(at),
        '&' => meaningless("write `and` between the parts of a condition"),
        '|' => meaningless("write `or` between the parts of a condition"),
        '!' => meaningless("write `not` before what must not hold"),
        '≤' => meaningless("write `<=`"),
        '≥' => meaningless("write `>=`"),
        '–' | '—' | '‑' => meaningless("write a hyphen `-` in names, and `..` in ranges"),
        '.' | '/' if is_date(around(text, &head, at)) => {
            meaningless("write a date as year, month and day: `2026-10-30`")
        }
        '.' if found.starts_with("..") => meaningless("write a range without blanks: `3..10`"),
        _ if characters::name(first).is_some() => Told::new(
            at..at + first.len_utf8(),
            format!("{} cannot be read here", shown(&found[..first.len_utf8()])),
            "write a plain blank in its place, or take it away",
        ),
        _ if first.is_alphabetic() && !first.is_ascii() => {
            let word = around(text, &head, at);
            told(
                format!("`{word}` is no name"),
                "write names with the letters A to Z, digits, `-`, `_` and `.`; other letters stand in strings",
            )
        }
        _ => told(
            format!("{} cannot be read here", shown(found)),
            "write a name, a string in quotes, a number with its unit, a date, or a block in braces",
        ),
    }
}

/// The escape in a string that Norm does not know.
fn escape(string: &str, at: usize) -> Told {
    let mut chars = string.char_indices();
    while let Some((backslash, c)) = chars.next() {
        if c != '\\' {
            continue;
        }
        match chars.next() {
            Some((_, '"' | '\\' | 'n')) => {}
            other => {
                let end = other.map_or(string.len(), |(next, c)| next + c.len_utf8());
                return Told::new(
                    at + backslash..at + end,
                    format!("`{}` is no escape", &string[backslash..end]),
                    "write `\\\\` for a backslash, `\\\"` for a quote and `\\n` for a line break",
                );
            }
        }
    }
    let help = "write a comma before it where it belongs to a list";
    Told::new(at..at + word(string).len(), "this string cannot be read here", help)
}

/// What stands up to the next blank or brace.
pub(super) fn word(rest: &str) -> &str {
    let first = rest.chars().next().map_or(0, char::len_utf8);
    let end = rest.find(|c: char| c.is_whitespace() || c == '{' || c == ';').filter(|end| *end > 0);
    &rest[..end.unwrap_or_else(|| if rest.trim() == rest { rest.len() } else { first })]
}

fn is_letter(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '-' || c == '_'
}

/// The whole word around a place.
fn around<'t>(text: &'t str, head: &Range<usize>, at: usize) -> &'t str {
    let start = text[head.start..at].rfind(char::is_whitespace).map_or(head.start, |blank| head.start + blank + 1);
    word(&text[start..head.end])
}

/// Whether a word looks like a date that is not written as Norm wants it.
fn is_date(word: &str) -> bool {
    let parts: Vec<_> = word.split(['.', '/']).collect();
    parts.len() == 3 && parts.iter().all(|part| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit()))
}

/// A word for a message: in backticks, or by the name of its first character where that cannot be seen.
fn shown(word: &str) -> String {
    match word.chars().next().and_then(characters::name) {
        Some(name) => name,
        None => format!("`{word}`"),
    }
}
