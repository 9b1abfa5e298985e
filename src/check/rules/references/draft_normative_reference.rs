//! A normative reference to a draft.
//!
//! # What it checks
//! Neither the number nor the date of a normative reference is that of a draft, such as `prEN`, `DIS` or `V0.1.0`.
//! # Why
//! ETSI Drafting Rules, clauses 2.10.1 and 8.4, and ISO/IEC Directives, Part 2, 10.2: what a standard rests on is published and stays as it is. A draft changes, and presumption of conformity would change with it.
//! # Bad
//! ```norm
//! reference iso-1 { status normative; number "ISO/IEC DIS 1"; title "One"; date "2026" }  //~ draft-normative-reference
//! assumption A-2 { text "The room is locked." }
//! objective O-2 "Kept" { on environment; upholds A-2 }
//! clause cl-room "Rooms" { status normative; text "[iso-1] applies to rooms." }
//! ```
//! # Good
//! ```norm
//! reference iso-1 { status normative; number "ISO/IEC 1"; title "One"; date "2026" }
//! assumption A-2 { text "The room is locked." }
//! objective O-2 "Kept" { on environment; upholds A-2 }
//! clause cl-room "Rooms" { status normative; text "[iso-1] applies to rooms." }
//! ```
//! # How to fix
//! Cite the published edition, or make the reference informative and state what is needed in the deliverable itself.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::CitedDocument;
use crate::wording::Style;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "draft-normative-reference", severity: Severity::Error, kinds: &["reference"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    for (declaration, reference) in model.all::<CitedDocument<'_>>().filter(|(_, reference)| reference.normative) {
        let Some(style) = Style::of(model.eso(declaration.package)) else { continue };
        let texts = [reference.number, reference.date].into_iter().flatten();
        if let Some(text) = texts.into_iter().find(|text| style.drafts.are(text.content().as_str())) {
            let message = format!("the normative reference `{}` is a draft", declaration.name);
            let help = "cite the published edition, or make the reference informative";
            context.report(text.span(), message, help).label(declaration.at, "declared here");
        }
    }
}
