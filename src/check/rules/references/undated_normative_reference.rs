//! A normative reference without an edition.
//!
//! # What it checks
//! A normative reference names the edition or version that is cited: by `date`, or by the year in its number.
//! # Why
//! ETSI Drafting Rules, clauses 2.10.1 and 8.4: a harmonised standard's normative references are specific, so that presumption of conformity does not drift.
//! Request M/606, Annex II, section 1, paragraph 13 (OB-094).
//! # Bad
//! ```norm
//! reference iso-1 { status normative; number "ISO 1"; title "One" }  //~ undated-normative-reference
//! clause cl-room "Rooms" { status normative; text "Rooms are locked in accordance with [iso-1]." }
//! ```
//! # Good
//! ```norm
//! reference iso-1 { status normative; number "ISO 1"; title "One"; date "2025" }
//! clause cl-room "Rooms" { status normative; text "Rooms are locked in accordance with [iso-1]." }
//! ```
//! # How to fix
//! Write `date` with the edition.

use crate::check::stub;
use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::CitedDocument;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "undated-normative-reference", severity: Severity::Error, kinds: &["reference"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    for (declaration, reference) in model.all::<CitedDocument<'_>>() {
        // What cites a draft is reported as such.
        if reference.normative && reference.date.is_none() && !reference.is_dated() {
            let message = format!("the normative reference `{}` names no edition", declaration.name);
            context
                .report(declaration.at, message, "write `date` with the edition or version that is cited")
                .fix(stub::property(model, declaration, "date"));
        }
    }
}
