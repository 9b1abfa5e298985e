//! A hyphen in place of a minus sign.
//!
//! # What it checks
//! Before a number with a unit stands the minus sign and neither a hyphen nor a dash.
//! # Why
//! ISO/IEC Directives, Part 2, clause 9: a hyphen joins and can be lost at the end of a line.
//! # Bad
//! ```norm
//! clause cl-cold "Cold" { text "The lock opens at -20 °C." }  //~ minus-sign
//! ```
//! # Good
//! ```norm
//! clause cl-cold "Cold" { text "The lock opens at −20 °C." }
//! ```
//! # How to fix
//! Write the minus sign U+2212.

use crate::check::{Context, Rule};
use crate::diagnostic::{Fix, Severity};

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "minus-sign", severity: Severity::Warning, kinds: &[], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    let texts = context.texts;
    for prose in texts.numbered() {
        for number in &prose.numbers {
            let (Some(sign), Some(_)) = (&number.sign, &number.unit) else { continue };
            let written = &prose.as_str()[sign.clone()];
            if written != "\u{2212}" {
                let span = prose.span(sign.clone());
                let fix = Fix::safe("write a minus sign").replace(span, "\u{2212}");
                context.report(span, format!("`{written}` stands for a minus sign"), "write `\u{2212}`").fix(fix);
            }
        }
    }
}
