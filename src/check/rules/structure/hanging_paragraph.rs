//! Text that hangs between the heading of a clause and its first subclause.
//!
//! # What it checks
//! A `clause` or `annex` with clauses inside it has no text of its own.
//! # Why
//! ISO/IEC Directives, Part 2, 22.3, which CEN and CENELEC adapt: a reference to the clause could mean its opening text alone or everything in it. ETSI advises the same, so there it is a warning.
//! # Bad
//! ```norm
//! // in: base
//! clause cl-parts "Parts" {
//!   text "Products have parts."  //~ hanging-paragraph
//!   clause cl-lock "Lock" { text "A lock keeps others out." }
//!   clause cl-hinge "Hinge" { text "A hinge lets a door turn." }
//! }
//! ```
//! # Good
//! ```norm
//! // in: base
//! clause cl-parts "Parts" {
//!   clause cl-parts-general "General" { text "Products have parts." }
//!   clause cl-lock "Lock" { text "A lock keeps others out." }
//! }
//! ```
//! # How to fix
//! Move the text into a first clause with the heading `General`, or take it away.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::standard::Eso;
use crate::model::{Annex, Declaration, FreeClause, Id, Kind, Model};
use crate::source::Span;
use crate::syntax::Text;
use std::collections::BTreeMap;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "hanging-paragraph", severity: Severity::Error, kinds: &["clause", "annex"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    for (id, first) in first_clauses(model) {
        let declaration = model.get(id);
        let Some(text) = text_of(declaration).filter(|text| !text.is_blank()) else { continue };
        let severity =
            if model.eso(declaration.package) == Some(Eso::Etsi) { Severity::Warning } else { Severity::Error };
        let message = format!("this text hangs between the heading of `{}` and its first subclause", declaration.name);
        context
            .report(text.span(), message, "move it into a first clause `General`, or take it away")
            .severity(severity)
            .label(first, "the first subclause");
    }
}

/// The first clause in each clause or annex that holds some.
fn first_clauses(model: &Model<'_>) -> BTreeMap<Id, Span> {
    let mut first = BTreeMap::new();
    for (declaration, _) in model.all::<FreeClause<'_>>() {
        if let Some(parent) = declaration.parent {
            first.entry(parent).or_insert(declaration.at);
        }
    }
    first
}

fn text_of<'s>(declaration: &Declaration<'s>) -> Option<Text<'s>> {
    FreeClause::of(declaration).and_then(|clause| clause.text).or_else(|| Annex::of(declaration)?.text)
}
