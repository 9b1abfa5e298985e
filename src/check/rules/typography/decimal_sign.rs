//! A decimal point where the organisation writes a comma.
//!
//! # What it checks
//! In a number with a unit or `%`, the sign before the decimals is the one of `templates/<eso>/style.yaml`. Numbers without a unit are left alone, because they can be versions or clauses.
//! # Why
//! ISO/IEC Directives, Part 2, clause 9, and the house style of ETSI: the decimal sign is a comma on the line.
//! # Bad
//! ```norm
//! clause cl-force "Force" { text "The door bends by 2.5 mm at most." }  //~ decimal-sign
//! ```
//! # Good
//! ```norm
//! clause cl-force "Force" { text "The door bends by 2,5 mm at most." }
//! ```
//! # How to fix
//! Write a comma.

use crate::check::{Context, Rule};
use crate::diagnostic::{Fix, Severity};
use crate::wording::Style;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "decimal-sign", severity: Severity::Warning, kinds: &[], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    let texts = context.texts;
    for prose in texts.numbered() {
        if Style::of(prose.eso).is_none_or(|style| style.decimal_sign != ',') {
            continue;
        }
        for number in &prose.numbers {
            let digits = &prose.as_str()[number.digits.clone()];
            let (Some(point), Some(_)) = (digits.find('.'), &number.unit) else { continue };
            if digits.matches(['.', ',']).count() == 1 {
                let at = number.digits.start + point;
                let fix = Fix::safe("write a comma").replace(prose.span(at..at + 1), ",");
                let message = format!("`{digits}` has a decimal point");
                context.report(prose.span(number.digits.clone()), message, "write a comma").fix(fix);
            }
        }
    }
}
