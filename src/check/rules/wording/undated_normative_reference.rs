//! A normative reference without an edition.
//!
//! # What it checks
//! A normative reference names the edition or version that is cited.
//! # Why
//! ETSI Drafting Rules, clauses 2.10.1 and 8.4: a harmonised standard's normative references are specific, so that presumption of conformity does not drift.
//! # Bad
//! ```norm
//! reference iso-1 { status normative; number "ISO 1"; title "One" }  //~ undated-normative-reference
//! assumption A-2 { text "The room is locked, see [iso-1]." }
//! objective O-2 "Kept" { on environment; upholds A-2 }
//! ```
//! # Good
//! ```norm
//! reference iso-1 { status normative; number "ISO 1"; title "One"; date "2025" }
//! assumption A-2 { text "The room is locked, see [iso-1]." }
//! objective O-2 "Kept" { on environment; upholds A-2 }
//! ```
//! # How to fix
//! Write `date` with the edition.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::CitedDocument;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "undated-normative-reference", severity: Severity::Error, kinds: &["reference"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    for (declaration, reference) in context.model.all::<CitedDocument<'_>>() {
        if reference.normative && reference.date.is_none() {
            let message = format!("the normative reference `{}` names no edition", declaration.name);
            context.report(declaration.at, message, "write `date` with the edition or version that is cited");
        }
    }
}
