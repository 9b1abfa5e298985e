//! A formula that cannot be read: what is wrong, and the place inside it.

use std::ops::Range;

use pulldown_latex::{Parser, Storage};

/// Why a formula cannot be read.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Unread {
    /// What is wrong, in words.
    pub message: String,
    /// Where, in bytes of the formula.
    pub at: Range<usize>,
}

/// The longest formula that is read, in bytes, and how many groups may stand in each other.
const LENGTH: usize = 2_000;
const DEPTH: usize = 24;

/// Commands that do not say what a formula says: definitions, codes, colours, labels.
const STRANGE: &[(&str, &str)] = &[
    ("def", DEFINES),
    ("gdef", DEFINES),
    ("edef", DEFINES),
    ("xdef", DEFINES),
    ("let", DEFINES),
    ("futurelet", DEFINES),
    ("newcommand", DEFINES),
    ("renewcommand", DEFINES),
    ("providecommand", DEFINES),
    ("char", "write the character itself"),
    ("color", COLOURS),
    ("textcolor", COLOURS),
    ("colorbox", COLOURS),
    ("fcolorbox", COLOURS),
    ("label", LABELS),
    ("tag", LABELS),
    ("ref", LABELS),
];
const DEFINES: &str = "a formula of a draft defines no commands";
const COLOURS: &str = "a formula of a draft has no colours: not every format has them, and not every reader sees them";
const LABELS: &str = "normc numbers formulas: declare it as a `formula` with a name to refer to it";

/// What is wrong with a formula before anything is read.
pub(super) fn bounds(source: &str) -> Option<Unread> {
    let unread = |message: &str, at: Range<usize>| Some(Unread { message: message.to_owned(), at });
    if source.len() > LENGTH {
        return unread("the formula is too long to be read", 0..source.len());
    }
    let mut depth = 0_usize;
    for token in tokens(source) {
        match &source[token.clone()] {
            "{" | "\\left" | "\\begin" => depth += 1,
            "}" | "\\right" | "\\end" => depth = depth.saturating_sub(1),
            word => {
                let strange = word.strip_prefix('\\').and_then(|word| STRANGE.iter().find(|(name, _)| *name == word));
                if let Some((_, why)) = strange {
                    return unread(why, token);
                }
            }
        }
        if depth > DEPTH {
            return unread("the formula is nested too deep to be read", token);
        }
    }
    None
}

/// A fault of the parser in our words, at the token behind which nothing can be read any more. The parser itself does not say where.
pub(super) fn located(source: &str, fault: &str) -> Unread {
    let tokens: Vec<_> = tokens(source).collect();
    let mut at = tokens.last().cloned().unwrap_or(0..source.len());
    for token in tokens.iter().rev() {
        if first_fault(&source[..token.end]).as_deref() != Some(fault) {
            break;
        }
        at = token.clone();
    }
    Unread { message: in_words(fault, &source[at.clone()]), at }
}

/// What the parser says of a formula that it cannot read, without the place.
pub(super) fn first_fault(source: &str) -> Option<String> {
    let storage = Storage::new();
    let fault = Parser::new(source, &storage).find_map(Result::err)?;
    Some(told(&fault))
}

/// The first line of what the parser says.
pub(super) fn told(fault: &impl std::fmt::Display) -> String {
    let text = fault.to_string();
    let line = text.lines().next().unwrap_or("");
    line.strip_prefix("parsing error: ").unwrap_or(line).to_owned()
}

/// The parser's faults as an editor would say them; its own words where there is nothing plainer.
fn in_words(fault: &str, token: &str) -> String {
    match fault {
        "unknown primitive command found" => format!("no command of a formula is called `{token}`"),
        "unkown mathematical environment found" => "no environment of a formula is called so".to_owned(),
        "expected an argument" | "expected a token" => format!("`{token}` wants something behind it"),
        "expected a delimiter token" => format!("`{token}` wants a bracket behind it"),
        "alignment not allowed in current environment" => {
            "`&` stands between the cells of an environment such as `matrix`, `cases` or `aligned`".to_owned()
        }
        "new line command not allowed in current environment" => {
            "a formula breaks its lines inside an environment such as `aligned` only".to_owned()
        }
        "trying to add a subscript twice to the same element" => "this has a lower index already".to_owned(),
        "trying to add a superscript twice to the same element" => "this has an upper index already".to_owned(),
        "unbalanced group found, unexpected group closing found" => {
            format!("nothing is open that `{token}` could close")
        }
        _ => match fault.strip_prefix("unbalanced group found, expected it to be closed with ") {
            Some(missing) => format!("what `{token}` opens is not closed: {missing} is missing"),
            None => fault.to_owned(),
        },
    }
}

/// The commands and characters of a formula, blanks left out.
fn tokens(source: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = source.get(at..)?;
        let start = at + (rest.len() - rest.trim_start().len());
        let mut chars = source[start..].chars();
        let first = chars.next()?;
        let letters = source[start + first.len_utf8()..].find(|c: char| !c.is_ascii_alphabetic());
        let length = match (first, letters.unwrap_or(source.len() - start - first.len_utf8())) {
            ('\\', 0) => 1 + chars.next().map_or(0, char::len_utf8),
            ('\\', letters) => 1 + letters,
            _ => first.len_utf8(),
        };
        at = start + length;
        Some(start..at)
    })
}
