//! A title that names the type of document.
//!
//! # What it checks
//! The title of a deliverable says what it is about, and not that it is a standard, a specification or a report.
//! # Why
//! ISO/IEC Directives, Part 2, 11.5.2, and the ETSI Drafting Rules: the cover names the type, and a deliverable can change its type.
//! # Bad
//! ```norm
//! // alone
//! standard sole "Technical Specification for vaults" {  //~ document-type-in-title
//!   role horizontal
//!   answers req:1
//!   eso cen
//!   number "EN 3"
//!   stage draft
//!   version "0.1.0"
//!   date 2026-01-01
//!   scope "This document specifies nothing."
//! }
//! use req
//! use act
//! omits act:E-1 { because "An example of a header only." }
//! ```
//! # Good
//! ```norm
//! // alone
//! standard sole "Vaults" {
//!   role horizontal
//!   answers req:1
//!   eso cen
//!   number "EN 3"
//!   stage draft
//!   version "0.1.0"
//!   date 2026-01-01
//!   scope "This document specifies nothing."
//! }
//! use req
//! use act
//! omits act:E-1 { because "An example of a header only." }
//! ```
//! # How to fix
//! Take the words away.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::Standard;
use crate::wording::Style;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "document-type-in-title", severity: Severity::Warning, kinds: &["standard"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    for (declaration, standard) in context.model.all::<Standard<'_>>() {
        let (Some(title), Some(style)) = (declaration.title, Style::of(standard.eso)) else { continue };
        let content = title.content();
        let found = style.document_types.iter().find_map(|words| Some((content.as_str().find(words.as_str())?, words)));
        if let Some((at, words)) = found {
            let span = content.source_span(at..at + words.len());
            let message = format!("the title says `{words}`, which the cover says anyway");
            context.report(span, message, "let the title say what the document is about, and nothing else");
        }
    }
}
