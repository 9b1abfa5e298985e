//! A formula that cannot be read.
//!
//! # What it checks
//! What stands between dollar signs in a text, and what a `formula` says, is a formula in the notation of LaTeX that normc can read.
//! # Why
//! PDF, DOCX, HTML and NISO STS each have elements for formulas, and normc makes them from what it reads; it passes no notation on that a
//! format might show as it stands.
//! # Bad
//! ```norm
//! clause cl-guesses "Guesses" {
//!   text "There are $2^{40} \\tims 3$ keys."  //~ unread-formula
//! }
//! ```
//! # Good
//! ```norm
//! clause cl-guesses "Guesses" {
//!   text "There are $2^{40}$ keys, each of which costs \\$5."
//! }
//! ```
//! # How to fix
//! Mend the formula where the finding points. Where a dollar sign means money, write `\$`.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::formula::{self, Unread};
use crate::model::{self, FreeFormula};
use crate::source::Span;
use crate::syntax::Content;

pub(in crate::check::rules) const RULE: Rule = Rule {
    name: "unread-formula",
    severity: Severity::Error,
    kinds: &["clause", "annex", "formula"],
    check: Some(check),
};

fn check(context: &mut Context<'_, '_>) {
    let (texts, model) = (context.texts, context.model);
    for prose in texts.iter().filter(|prose| prose.as_str().contains('$')) {
        for found in model::formulas(prose.as_str()) {
            let start = found.range.start;
            if let Err(unread) = formula::read(&prose.as_str()[found.range], found.display) {
                let at = start + unread.at.start..start + unread.at.end;
                report(context, prose.span(at), unread, "mend the formula; a dollar sign that means money is `\\$`");
            }
        }
    }
    for (_, declared) in model.all::<FreeFormula<'_>>() {
        let Some(content) = declared.math.map(|math| math.content()) else { continue };
        if let Err(unread) = formula::read(content.as_str(), true) {
            let at = place(&content, &unread);
            report(context, at, unread, "mend the formula");
        }
    }
}

fn place(content: &Content<'_>, unread: &Unread) -> Span {
    content.source_span(unread.at.clone())
}

fn report(context: &mut Context<'_, '_>, at: Span, unread: Unread, help: &str) {
    context.report(at, format!("this formula cannot be read: {}", unread.message), help);
}
