//! A subclause in the clause on normative references.
//!
//! # What it checks
//! In a deliverable of CEN or CENELEC no `clause` stands `after references`.
//! # Why
//! ISO/IEC Directives, Part 2, 15.4: the clause holds the list and nothing else. In ETSI drafts clause 2 has two subclauses, and a third can stand behind them.
//! # Bad
//! ```norm
//! // in: base
//! clause cl-sources "Where documents are found" {  //~ subclause-in-references
//!   after references
//!   text "Documents are sold by their publishers."
//! }
//! ```
//! # Good
//! ```norm
//! // in: base
//! clause cl-sources "Where documents are found" {
//!   after product-context
//!   text "Documents are sold by their publishers."
//! }
//! ```
//! # How to fix
//! Move the clause behind another part of the draft, or what it says to the references themselves.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::FreeClause;
use crate::model::standard::Eso;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "subclause-in-references", severity: Severity::Error, kinds: &["clause"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    for (declaration, clause) in model.all::<FreeClause<'_>>() {
        let divided = model.eso(declaration.package).is_some_and(|eso| eso != Eso::Etsi);
        if divided && clause.after.is_some_and(|after| after.text == "references") {
            let message = format!("the clause `{}` divides the clause on normative references", declaration.name);
            context.report(declaration.at, message, "let it stand behind another part of the draft");
        }
    }
}
