//! A cross-reference that is not written as the organisation writes it.
//!
//! # What it checks
//! In running text, ETSI writes `clause 5`, `annex A`, `table 3` and `figure 2` in lower case, CEN and CENELEC write `Clause 5`, `Annex A`, `Table 3` and `Figure 2`, and of a subclause the number alone: `5.1`. A capital at the beginning of a sentence is right everywhere. Places in other documents, and numbers in Roman figures as acts of the Union have them, are left alone.
//! # Why
//! ETSI Drafting Rules on references inside a document; ISO/IEC Directives, Part 2, 22.3.
//! # Bad
//! ```norm
//! clause cl-oil "Oiling" { text "Hinges are oiled as Clause 5 says." }  //~ cross-reference-wording
//! ```
//! # Good
//! ```norm
//! clause cl-oil "Oiling" { text "Hinges are oiled as clause 5 says." }
//! ```
//! # How to fix
//! Refer to the clause, annex, table or figure by its name in brackets: the draft then prints the right words and the right number. Else write the word as the organisation does.

use crate::check::{Context, Prose, Rule};
use crate::diagnostic::{Fix, Severity};
use crate::model::standard::Eso;
use crate::wording::Style;
use std::ops::Range;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "cross-reference-wording", severity: Severity::Warning, kinds: &[], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    let texts = context.texts;
    for prose in texts.iter().filter(|prose| prose.eso.is_some() && prose.is_own()) {
        let Some(style) = Style::of(prose.eso) else { continue };
        // Most texts hold no number or letter after a blank, and no such word, whichever way its first letter is written.
        if !prose.has_names() || !["lause ", "nnex ", "able ", "igure "].iter().any(|end| prose.as_str().contains(end))
        {
            continue;
        }
        for words in prose.words() {
            found(prose, words, style, context);
        }
    }
}

fn found(prose: &Prose<'_, '_>, words: Range<usize>, style: &Style, context: &mut Context<'_, '_>) {
    let text = prose.as_str();
    let mut at = words.start;
    for word in text[words.clone()].split(|c: char| !c.is_alphanumeric()) {
        let begin = at;
        at += word.len() + text[at + word.len()..words.end].chars().next().map_or(0, char::len_utf8);
        let Some(right) = style.cross_references.right(word) else { continue };
        let rest = &text[begin + word.len()..];
        let Some(number) = number(rest).filter(|number| !leads_out(text, begin, &rest[1 + number.len()..])) else {
            continue;
        };
        let range = begin..begin + word.len() + 1 + number.len();
        let alone = prose.eso != Some(Eso::Etsi) && right.eq_ignore_ascii_case("clause") && number.contains('.');
        let wanted = if alone { number.to_owned() } else { format!("{right} {number}") };
        let capital = word.starts_with(char::is_uppercase);
        if text[range.clone()] == wanted || begins_sentence(&text[..begin]) && capital {
            continue;
        }
        let message = format!("`{}` is written `{wanted}` here", &text[range.clone()]);
        let fix = Fix::safe(format!("write `{wanted}`")).replace(prose.span(range.clone()), wanted);
        context.report(prose.span(range), message, fix.title.clone()).fix(fix);
    }
}

/// The number or letter behind a word: `5`, `5.1`, `A`, `A.2`; none in Roman figures.
fn number(rest: &str) -> Option<&str> {
    let rest = rest.strip_prefix(' ')?;
    let length = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '.').unwrap_or(rest.len());
    let number = rest[..length].trim_end_matches('.');
    let (first, more) = number.split_once('.').unwrap_or((number, ""));
    let letter = first.len() == 1 && first.chars().all(|c| c.is_ascii_uppercase() && !"IVX".contains(c));
    let digits = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit());
    let sound = (letter || digits(first)) && (more.is_empty() || more.split('.').all(digits));
    sound.then_some(number)
}

/// Whether a cross-reference leads into another document, which has a style of its own.
fn leads_out(text: &str, begin: usize, after: &str) -> bool {
    let of = [" of ", " in ", " to Regulation", ", point", "(", " ["].iter().any(|word| after.starts_with(word));
    of || text[..begin].trim_end().ends_with("],") || text[..begin].trim_end().ends_with(']')
}

fn begins_sentence(before: &str) -> bool {
    let before = before.trim_end_matches([' ', '\n', '-', '*', '(']);
    before.is_empty() || before.ends_with(['.', ':', '!', '?'])
}
