//! A way out of a provision that nobody defined.
//!
//! # What it checks
//! The statement of a requirement has no `where feasible`, `if applicable`, `as appropriate`, `unless justified`, `based on the risk assessment` and their like, unless a condition decides: the requirement has a `when`, or the sentence refers to a feature. Whether the words around it decide is a guess, so the rule only warns.
//! # Why
//! Request M/606, Annex II, section 1: criteria are objectively verifiable. An option that the manufacturer settles alone has led to restrictions when references were published in the Official Journal.
//! Request M/606, Annex II, section 2.1, paragraph 3 (OB-107): it is clear how far each statement reaches.
//! # Bad
//! ```norm
//! requirement R-2 "Second" {
//!   statement "The vault shall, where feasible, have two locks."  //~ escape-clause
//!   serves O-1
//!   covers act:E-1
//!   rationale "An example."
//! }
//! assessment A-9 "Look" { assesses R-2; method examine; modules act:A; activity "Look."; verdict { pass "It holds."; fail "It does not." }; evidence "notes" }
//! ```
//! # Good
//! ```norm
//! requirement R-2 "Second" {
//!   statement "The vault shall have two locks."
//!   when portable
//!   serves O-1
//!   covers act:E-1
//!   rationale "An example."
//! }
//! assessment A-9 "Look" { assesses R-2; method examine; modules act:A; activity "Look."; verdict { pass "It holds."; fail "It does not." }; evidence "notes" }
//! feature portable "Is carried about" { }
//! ```
//! # How to fix
//! Say when it applies: a `when` with features, or the fact on which it depends in the statement itself.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::{Declaration, Feature, Model, Requirement};
use crate::source::Span;
use crate::wording::{Class, Place};

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "escape-clause", severity: Severity::Warning, kinds: &["requirement"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    let (model, wording) = (context.model, context.wording);
    for passage in wording.passages.iter().filter(|passage| passage.place == Place::Statement) {
        let declaration = model.get(passage.owner);
        if model.body::<Requirement<'_>>(passage.owner).is_some_and(|requirement| requirement.when.is_some()) {
            continue;
        }
        for found in passage.found.iter().filter(|found| found.class == Class::Escape) {
            let sentence = passage.sentences.get(found.sentence).map(|sentence| passage.span(sentence));
            if sentence.is_some_and(|sentence| names_a_feature(model, declaration, sentence)) {
                continue;
            }
            let message = format!("`{}` lets the reader out, and no condition says when", passage.words(&found.range));
            let help = "say when the requirement applies: `when` with features, or the fact it depends on";
            context.report(passage.span(&found.range), message, help);
        }
    }
}

fn names_a_feature(model: &Model<'_>, declaration: &Declaration<'_>, sentence: Span) -> bool {
    let inside = |span: Span| sentence.start <= span.start && span.end <= sentence.end;
    let mut links = declaration.links.iter().filter(|link| inside(link.span));
    links.any(|link| model.body::<Feature<'_>>(link.target).is_some())
}
