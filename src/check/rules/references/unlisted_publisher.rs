//! A normative reference to a document of another kind of publisher, without a reason.
//!
//! # What it checks
//! A normative reference is a document of ISO, IEC, CEN, CENELEC, ETSI or ITU or an act of the Union, by its number or its `body`; or a `rationale` says why the document fits. The publishers are listed in `templates/<eso>/style.yaml`.
//! # Why
//! ISO/IEC Directives, Part 2, 10.2: documents of others can be cited where they have wide acceptance, are publicly available and stay so; somebody has to have looked. For a harmonised standard the Commission looks again.
//! # Bad
//! ```norm
//! reference rfc-1 { status normative; number "IETF RFC 1"; title "One"; date "April 1969" }  //~ unlisted-publisher
//! clause cl-room "Rooms" { status normative; text "[rfc-1] applies to rooms." }
//! ```
//! # Good
//! ```norm
//! reference rfc-1 {
//!   status normative
//!   number "IETF RFC 1"
//!   title "One"
//!   date "April 1969"
//!   rationale "The RFC is free of charge, archived for good, and implemented everywhere."
//! }
//! clause cl-room "Rooms" { status normative; text "[rfc-1] applies to rooms." }
//! ```
//! # How to fix
//! Write a `rationale`: that the document is accepted, available in English, and stays available; or cite it as informative.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::CitedDocument;
use crate::wording::Style;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "unlisted-publisher", severity: Severity::Warning, kinds: &["reference"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    for (declaration, reference) in model.all::<CitedDocument<'_>>().filter(|(_, reference)| reference.normative) {
        let Some(style) = Style::of(model.eso(declaration.package)) else { continue };
        let says_who = [reference.number, reference.body].into_iter().flatten();
        let listed = says_who.into_iter().any(|text| style.lists(text.content().as_str()));
        // An address or a bare number is reported as such.
        let bare = super::bare_reference::is_bare(reference);
        if !listed && !bare && declaration.common.rationale.is_none() && !declaration.broken {
            let message =
                format!("`{}` is normative, and its publisher is no standardisation organisation", declaration.name);
            let help = "say in a `rationale` why the document fits, or cite it as informative";
            context.report(declaration.at, message, help);
        }
    }
}
