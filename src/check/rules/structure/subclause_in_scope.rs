//! A subclause in the scope of a CEN or CENELEC draft.
//!
//! # What it checks
//! In a deliverable of CEN or CENELEC no `clause` stands `after scope`, and the scope holds no heading.
//! # Why
//! ISO/IEC Directives, Part 2, 14.4: the scope is short, so that it can be printed by itself as a summary, and is not divided. ETSI allows subclauses there.
//! # Bad
//! ```norm
//! // in: base
//! clause cl-products "Products in scope" {  //~ subclause-in-scope
//!   after scope
//!   text "Locks and vaults are in scope."
//! }
//! ```
//! # Good
//! ```norm
//! // in: base
//! clause cl-products "Products" {
//!   after product-context
//!   text "Locks and vaults are products."
//! }
//! ```
//! # How to fix
//! Say it in the scope's own paragraphs, or move the clause to the product context.

use crate::check::{Context, Mark, Rule};
use crate::diagnostic::Severity;
use crate::model::FreeClause;
use crate::model::standard::Eso;

pub(in crate::check::rules) const RULE: Rule = Rule {
    name: "subclause-in-scope",
    severity: Severity::Warning,
    kinds: &["clause", "standard"],
    check: Some(check),
};

fn check(context: &mut Context<'_, '_>) {
    let (model, texts) = (context.model, context.texts);
    let divided = |eso: Option<Eso>| eso.is_some_and(|eso| eso != Eso::Etsi);
    let help = "say it in the paragraphs of the scope, or in a clause of the product context";
    for (declaration, clause) in model.all::<FreeClause<'_>>().filter(|(it, _)| divided(model.eso(it.package))) {
        if clause.after.is_some_and(|after| after.text == "scope") {
            context.report(declaration.at, format!("the clause `{}` divides the scope", declaration.name), help);
        }
    }
    for prose in texts.marked().filter(|prose| prose.property == "scope" && divided(prose.eso)) {
        for range in prose.all(Mark::Heading) {
            context.report(prose.first_line(range), "a heading divides the scope", help);
        }
    }
}
