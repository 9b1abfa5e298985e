//! A name that no rule has.
//!
//! # What it checks
//! `allow` and `checked-by` name rules of normc.
//! # Why
//! A misspelt name would accept nothing, or promise a check that nobody makes.
//! # Bad
//! ```norm
//! asset spare "Spare key" {
//!   protects confidentiality
//!   allow untargetted-asset because "No key is ever cut."  //~ unknown-rule
//! }
//! threat T-SPARE "Spare key copied" { targets spare; agent "A thief"; likelihood rare; impact minor }
//! residual T-SPARE { because "No spare key is kept."; instead "Guidance." }
//! ```
//! # Good
//! ```norm
//! asset spare "Spare key" {
//!   protects confidentiality
//!   allow untargeted-asset because "No key is ever cut."
//! }
//! ```
//! # How to fix
//! Write the name that the message suggests; `normc explain` lists them all.

use crate::check::{Context, Rule};
use crate::diagnostic::{Fix, Severity};
use crate::model::{Kind, Obligation};
use crate::nearest::{near, nearest};

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "unknown-rule", severity: Severity::Error, kinds: &["obligation"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    let known: Vec<_> = super::super::RULES.iter().map(|entry| entry.rule.name).collect();
    for declaration in context.model.declarations() {
        let allowed = declaration.common.allowed.iter().map(|allowed| allowed.rule);
        let checked =
            Obligation::of(declaration).into_iter().flat_map(|obligation| obligation.checked_by.iter().copied());
        for word in allowed.chain(checked).filter(|word| !known.contains(&word.text)) {
            let help = nearest(word.text, known.iter().copied())
                .map_or_else(|| "`normc explain` lists the rules".to_owned(), |near| format!("did you mean `{near}`?"));
            let reported = context.report(word.span, format!("no rule is called `{}`", word.text), help);
            if let Some(near) = near(word.text, known.iter().copied()) {
                reported.fix(Fix::rename(word.span, near.name, near.certain));
            }
        }
    }
}
