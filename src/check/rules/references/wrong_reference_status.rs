//! A document in the wrong list of references.
//!
//! # What it checks
//! The statement of a requirement cites normative references only; and a normative reference is cited by something that binds: a statement, an assessment, the scope, a definition, or the description of the product or a normative clause.
//! # Why
//! ISO/IEC Directives, Part 2, 15.5, and the ETSI Drafting Rules on references: what is needed to meet a provision is normative, and nothing else is.
//! # Bad
//! ```norm
//! reference iso-1 { number "ISO 1"; title "One"; date "2025" }
//! requirement R-2 "Second" {
//!   statement "The vault shall hold as in [iso-1]."  //~ wrong-reference-status
//!   serves O-1
//!   covers act:E-1
//!   rationale "An example."
//! }
//! assessment A-9 "Look" { assesses R-2; method examine; modules act:A; activity "Look."; verdict { pass "It holds."; fail "It does not." }; evidence "notes" }
//! ```
//! # Good
//! ```norm
//! reference iso-1 { status normative; number "ISO 1"; title "One"; date "2025" }
//! requirement R-2 "Second" {
//!   statement "The vault shall hold as in [iso-1]."
//!   serves O-1
//!   covers act:E-1
//!   rationale "An example."
//! }
//! assessment A-9 "Look" { assesses R-2; method examine; modules act:A; activity "Look."; verdict { pass "It holds."; fail "It does not." }; evidence "notes" }
//! ```
//! # How to fix
//! Write `status normative`, or take the reference out of the provision; where nothing that binds cites a normative reference, write `status informative`.

use crate::check::{Context, Prose, Rule};
use crate::diagnostic::Severity;
use crate::model::{CitedDocument, Id};
use crate::wording::{Place, place};
use std::collections::BTreeMap;

pub(in crate::check::rules) const RULE: Rule = Rule {
    name: "wrong-reference-status",
    severity: Severity::Error,
    kinds: &["reference", "requirement"],
    check: Some(check),
};

fn check(context: &mut Context<'_, '_>) {
    let (model, texts) = (context.model, context.texts);
    // Whether something that binds cites a document, for those that something cites.
    let mut cited: BTreeMap<Id, bool> = BTreeMap::new();
    for prose in texts.marked() {
        for (id, range) in prose.references() {
            let Some(document) = model.body::<CitedDocument<'_>>(id).filter(|it| it.catalogue.is_none()) else {
                continue;
            };
            *cited.entry(id).or_default() |= binds(model, prose);
            if prose.property == "statement" && !document.normative {
                let name = context.name(model.get(id), prose.declaration.package);
                let message = format!("the provision rests on `{name}`, which is an informative reference");
                context
                    .report(prose.span(range), message, "make the reference normative, or take it out of the provision")
                    .label(model.get(id).at, "declared here");
            }
        }
    }
    // What was to cite a document may be misspelt, wherever it stands.
    if !context.loose().is_empty() {
        return;
    }
    for (id, _) in cited.into_iter().filter(|(_, binds)| !binds) {
        let declaration = model.get(id);
        if model.body::<CitedDocument<'_>>(id).is_some_and(|document| document.normative) {
            let message = format!("`{}` is a normative reference, but nothing that binds cites it", declaration.name);
            context.report(
                declaration.at,
                message,
                "write `status informative`, or cite it where a provision needs it",
            );
        }
    }
}

fn binds(model: &crate::model::Model<'_>, prose: &Prose<'_, '_>) -> bool {
    let place = place(model, prose.declaration, prose.property);
    place
        .is_some_and(|place| place.may_bind() || matches!(place, Place::Scope | Place::Definition | Place::Description))
}
