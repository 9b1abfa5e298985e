//! A history that does not lead to the version of the document.
//!
//! # What it checks
//! In a deliverable of ETSI, no `revision` is older than the one before it, and the last has the version of the header.
//! # Why
//! ETSI Drafting Rules, clause on the history: its rows are in the order of time, and the last one is the document at hand.
//! # Bad
//! ```norm
//! revision "0.0.1" 2025-12-01 "First ideas."
//! revision "0.0.2" 2026-01-01 "Assets and threats."  //~ revision-order
//! ```
//! # Good
//! ```norm
//! revision "0.0.1" 2025-12-01 "First ideas."
//! revision "0.1.0" 2026-01-01 "First draft."
//! ```
//! # How to fix
//! Add a `revision` for the version of the header, or bring version, date and order into line.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::standard::Eso;
use crate::model::{Declaration, Revision, Standard};

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "revision-order", severity: Severity::Warning, kinds: &["revision", "standard"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    for (package, standard) in model.standards().filter(|(_, standard)| standard.eso == Some(Eso::Etsi)) {
        let revisions: Vec<_> = model.of::<Revision<'_>>(package.id).collect();
        for pair in revisions.windows(2) {
            let ((before, earlier), (declaration, later)) = (pair[0], pair[1]);
            if later.date < earlier.date {
                context
                    .report(
                        declaration.at,
                        "this revision is older than the one before it",
                        "put revisions in the order of time",
                    )
                    .label(before.at, "the one before it");
            }
        }
        let head = package.head.map(|head| model.get(head));
        if let (Some(head), Some((declaration, revision))) = (head, revisions.last()) {
            last(head, standard, declaration, revision, context);
        }
    }
}

fn last(
    head: &Declaration<'_>,
    standard: &Standard<'_>,
    declaration: &Declaration<'_>,
    revision: &Revision<'_>,
    context: &mut Context<'_, '_>,
) {
    let (Some(ours), Some(theirs)) = (standard.version, revision.version) else { return };
    let (ours, theirs) = (ours.content(), theirs.content());
    if ours.as_str() != theirs.as_str() {
        let message =
            format!("the last revision is {}, but the document is version {}", theirs.as_str(), ours.as_str());
        context
            .report(declaration.at, message, "add a `revision` for the version of the header")
            .label(head.at, "the version is declared here");
    }
}
