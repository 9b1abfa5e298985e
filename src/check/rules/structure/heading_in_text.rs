//! A heading inside a text.
//!
//! # What it checks
//! Texts hold no Markdown headings.
//! # Why
//! ISO/IEC Directives, Part 2, 22.2, and the ETSI Drafting Rules: what has a heading has a number, and stands in the contents. A heading inside a text has neither, and nothing can refer to it.
//! # Bad
//! ```norm
//! clause cl-parts "Parts" {
//!   text """
//!     # Lock  //~ heading-in-text
//!
//!     A lock keeps others out.
//!     """
//! }
//! ```
//! # Good
//! ```norm
//! clause cl-parts "Parts" {
//!   clause cl-lock "Lock" { text "A lock keeps others out." }
//!   clause cl-hinge "Hinge" { text "A hinge lets a door turn." }
//! }
//! ```
//! # How to fix
//! Make it a `clause`, or write a sentence.

use crate::check::{Context, Mark, Rule};
use crate::diagnostic::Severity;
use crate::model::standard::Eso;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "heading-in-text", severity: Severity::Warning, kinds: &["clause", "annex"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    let texts = context.texts;
    for prose in texts.marked() {
        // Rules of their own report what stands in these.
        let apart = matches!(prose.property, "scope" | "foreword") && prose.eso != Some(Eso::Etsi);
        for range in prose.all(Mark::Heading).filter(|_| !apart) {
            let message = "a heading inside a text has no number and stands in no contents";
            context.report(prose.first_line(range), message, "make it a `clause`, or write a sentence");
        }
    }
}
