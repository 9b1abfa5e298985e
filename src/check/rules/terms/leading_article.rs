//! A definition that begins with an article.
//!
//! # What it checks
//! The definition of a term or symbol does not begin with `a`, `an` or `the`.
//! # Why
//! ISO/IEC Directives, Part 2, 16.5.6, and the ETSI Drafting Rules on terms: a definition can be put in place of its term wherever the term stands.
//! # Bad
//! ```norm
//! term vault "vault" { definition "a store of secrets" }  //~ leading-article
//! assumption A-2 { text "The [vault] is closed." }
//! objective O-2 "Kept" { on environment; upholds A-2 }
//! ```
//! # Good
//! ```norm
//! term vault "vault" { definition "store of secrets" }
//! assumption A-2 { text "The [vault] is closed." }
//! objective O-2 "Kept" { on environment; upholds A-2 }
//! ```
//! # How to fix
//! Take the article away.

use crate::check::{Context, Rule};
use crate::diagnostic::{Fix, Severity};

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "leading-article", severity: Severity::Warning, kinds: &["term", "symbol"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    let texts = context.texts;
    for prose in texts.iter().filter(|it| it.property == "definition" && RULE.kinds.contains(&it.declaration.kind())) {
        let Some((article, _)) = prose.as_str().split_once(' ') else { continue };
        if ["a", "an", "the"].iter().any(|it| it.eq_ignore_ascii_case(article)) {
            let message = format!("the definition begins with the article `{article}`");
            let fix = Fix::safe("take the article away").replace(prose.span(0..article.len() + 1), "");
            context.report(prose.span(0..article.len()), message, "take the article away").fix(fix);
        }
    }
}
