//! A heading or a caption that ends with a full stop.
//!
//! # What it checks
//! The titles of clauses, annexes, tables and figures do not end with a full stop.
//! # Why
//! ISO/IEC Directives, Part 2, clauses 22, 28 and 29, and the ETSI Drafting Rules: a title is no sentence.
//! # Bad
//! ```norm
//! clause cl-oil "Oiling the hinges." { text "Oil is put on each hinge." }  //~ caption-full-stop
//! ```
//! # Good
//! ```norm
//! clause cl-oil "Oiling the hinges" { text "Oil is put on each hinge." }
//! ```
//! # How to fix
//! Take the full stop away.

use crate::check::{Context, Rule};
use crate::diagnostic::{Fix, Severity};

pub(in crate::check::rules) const RULE: Rule = Rule {
    name: "caption-full-stop",
    severity: Severity::Warning,
    kinds: &["clause", "annex", "table", "figure"],
    check: Some(check),
};

fn check(context: &mut Context<'_, '_>) {
    for declaration in context.model.declarations().iter().filter(|it| RULE.kinds.contains(&it.kind())) {
        let Some(title) = declaration.title else { continue };
        let content = title.content();
        let text = content.as_str();
        if text.ends_with('.') && !text.ends_with("..") {
            let stop = content.source_span(text.len() - 1..text.len());
            let message = format!("the title of the {} ends with a full stop", declaration.kind());
            let fix = Fix::safe("take the full stop away").replace(stop, "");
            context.report(stop, message, "take the full stop away").fix(fix);
        }
    }
}
