//! An address or a bare number as a normative reference.
//!
//! # What it checks
//! The number of a normative reference is no address and names a publisher or a series, and its title is no address.
//! # Why
//! ISO/IEC Directives, Part 2, clause 15: the reader finds the document by its number and title in years, when addresses have changed.
//! # Bad
//! ```norm
//! reference page { status normative; number "https://example.org/locks"; title "Locks"; date "2025" }  //~ bare-reference
//! clause cl-room "Rooms" { status normative; text "[page] applies to rooms." }
//! ```
//! # Good
//! ```norm
//! reference page { status normative; number "ISO 1"; title "Locks"; date "2025"; url "https://example.org/locks" }
//! clause cl-room "Rooms" { status normative; text "[page] applies to rooms." }
//! ```
//! # How to fix
//! Write publisher and number in `number`, the title in `title` and the address in `url`.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::CitedDocument;
use crate::syntax::Text;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "bare-reference", severity: Severity::Warning, kinds: &["reference"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    for (declaration, reference) in context.model.all::<CitedDocument<'_>>() {
        if reference.normative && is_bare(reference) {
            let message = format!("the normative reference `{}` is an address or a bare number", declaration.name);
            let help = "write publisher and number in `number`, the title in `title` and the address in `url`";
            context.report(declaration.at, message, help);
        }
    }
}

/// Whether a reference is an address, or a number that nobody can look up.
pub(super) fn is_bare(reference: &CitedDocument<'_>) -> bool {
    let is_address = |text: Text<'_>| {
        let content = text.content();
        content.as_str().contains("://") || content.as_str().starts_with("www.")
    };
    let is_number = |text: Text<'_>| !text.content().as_str().contains(char::is_alphabetic) && !text.is_blank();
    let number =
        reference.number.is_some_and(|number| is_address(number) || is_number(number) && reference.body.is_none());
    number || reference.document_title.is_some_and(is_address)
}
