//! A large number whose digits are not grouped by spaces.
//!
//! # What it checks
//! Numbers of five digits or more are grouped by threes with a no-break space, and no number is grouped with commas. A number behind a word such as `port` or `RFC` is a name and is left alone. It is a guess, because a comma can be the sign before three decimals.
//! # Why
//! ISO/IEC Directives, Part 2, clause 9: points and commas between groups are read as decimal signs.
//! # Bad
//! ```norm
//! clause cl-turns "Turns" { text "The lock withstands 100,000 turns and the hinge 20000 turns." }  //~ digit-grouping digit-grouping
//! ```
//! # Good
//! ```norm
//! clause cl-turns "Turns" { text "The lock withstands 100 000 turns and the hinge 20 000 turns." }
//! ```
//! # How to fix
//! Write a no-break space between groups of three digits.

use crate::check::{Context, Rule};
use crate::diagnostic::{Fix, Severity};
use crate::wording::Style;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "digit-grouping", severity: Severity::Warning, kinds: &[], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    let texts = context.texts;
    for prose in texts.numbered() {
        let Some(style) = Style::of(prose.eso) else { continue };
        let text = prose.as_str();
        for number in &prose.numbers {
            let digits = &text[number.digits.clone()];
            let Some(grouped) = grouped(digits, style.digit_group) else { continue };
            if is_name(&text[..number.digits.start], style) {
                continue;
            }
            let span = prose.span(number.digits.clone());
            let message = if digits.contains(',') {
                format!("`{digits}` seems to be grouped with commas, which are read as decimal signs")
            } else {
                format!("the digits of `{digits}` are not grouped")
            };
            let fix = Fix::proposed("group the digits by no-break spaces").replace(span, grouped);
            context.report(span, message, "write a no-break space between groups of three digits").fix(fix);
        }
    }
}

/// The number with its groups, where it lacks them.
fn grouped(digits: &str, between: char) -> Option<String> {
    if digits.contains('.') {
        return None;
    }
    let parts: Vec<_> = digits.split(',').collect();
    let wrong = match parts.as_slice() {
        [whole] => whole.len() >= 5 && !whole.starts_with('0'),
        [first, rest @ ..] => first.len() <= 3 && !first.starts_with('0') && rest.iter().all(|part| part.len() == 3),
        [] => false,
    };
    let plain = parts.concat();
    let mut out = String::new();
    for (at, digit) in plain.chars().enumerate() {
        if at > 0 && (plain.len() - at).is_multiple_of(3) {
            out.push(between);
        }
        out.push(digit);
    }
    wrong.then_some(out)
}

/// Whether the words before a number make it a name.
fn is_name(before: &str, style: &Style) -> bool {
    let words = before.split_whitespace().rev().take(2);
    let mut words = words.map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    words.any(|word| style.named_by_number.iter().any(|name| name.eq_ignore_ascii_case(word)))
}
