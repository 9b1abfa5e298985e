//! A number that sticks to its unit.
//!
//! # What it checks
//! A space stands between a number and its unit or `%`, and none before `°`. Units are those of `templates/<eso>/style.yaml` with two letters or more, since one letter can be part of a name.
//! # Why
//! ISO/IEC Directives, Part 2, clause 9 and annex B, and the ETSI Drafting Rules on numbers and units, which follow ISO 80000-1.
//! # Bad
//! ```norm
//! clause cl-force "Force" { text "The door holds for 30min and bends by 5% at most." }  //~ unit-spacing unit-spacing
//! ```
//! # Good
//! ```norm
//! clause cl-force "Force" { text "The door holds for 30 min and bends by 5 % at most." }
//! ```
//! # How to fix
//! Write a space between number and unit.

use crate::check::{Context, Rule};
use crate::diagnostic::{Fix, Severity};

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "unit-spacing", severity: Severity::Warning, kinds: &[], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    let texts = context.texts;
    for prose in texts.numbered() {
        for number in &prose.numbers {
            let Some(unit) = &number.unit else { continue };
            let angle = &prose.as_str()[unit.clone()] == "\u{b0}";
            let (written, whole) = (&prose.as_str()[unit.clone()], prose.span(number.digits.start..unit.end));
            let fix = Fix::safe(if angle { "take the space away" } else { "write a space" });
            let (message, wanted) = match (angle, number.space.is_empty()) {
                (false, true) => (format!("no space stands between the number and `{written}`"), " "),
                (true, false) => ("a space stands before the degree sign of an angle".to_owned(), ""),
                _ => continue,
            };
            let at = prose.span(number.space.clone());
            context.report(whole, message, fix.title.clone()).fix(fix.replace(at, wanted));
        }
    }
}
