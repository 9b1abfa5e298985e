//! A requirement of a horizontal that changed since it was adopted, refined or deviated from.
//!
//! # What it checks
//! What each requirement said when a deliverable adopted it, refined it or departed from it is recorded in `norm.lock`. Where it now says
//! something else that binds (its statement, verb, level, condition, parameters, coverage, dependencies or assessments), the deliverable has to be looked at again.
//! Titles, notes, examples and rationale may change freely, and so may a statement that the revisions of the horizontal since then name as
//! `editorial`. The finding is an error from the stage `vote` on.
//! # Why
//! Request M/606, Annex II, section 2.3: verticals build on the horizontals or justify every deviation; that was judged on the text of that day.
//! # Bad
//! ```norm
//! // in: base
//! // locked
//! //~ elsewhere stale-inheritance
//! assessment A-B2 "Keeping, looked at" {
//!   assesses R-B
//!   method test
//!   modules act:A
//!   activity "Ask for each secret in turn."
//!   verdict { pass "None is told."; fail "One is told." }
//!   evidence "notes"
//! }
//! ```
//! # Good
//! ```norm
//! // in: base
//! // locked
//! revision "0.1.0" 2026-01-01 "First draft."
//! ```
//! # How to fix
//! Compare the two with `normc review --list`, mend what the change asks for, and record that with `normc review NAME`.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::lock::{self, Review, State};
use crate::model::{Model, PackageId, Standard, standard::Stage};

pub(in crate::check::rules) const RULE: Rule = Rule {
    name: "stale-inheritance",
    severity: Severity::Warning,
    kinds: &["requirement", "adopts", "deviates"],
    check: Some(check),
};

/// How many changes are shown at their places.
const SHOWN: usize = 6;

fn check(context: &mut Context<'_, '_>) {
    if context.lock.records.is_empty() {
        return;
    }
    let (model, graph, lock) = (context.model, context.graph, context.lock);
    for review in lock::reviews(model, graph, lock) {
        if review.state == State::Stale {
            report(context, &review);
        }
    }
}

fn report(context: &mut Context<'_, '_>, review: &Review<'_>) {
    let model = context.model;
    let Some(first) = review.treatments.iter().min_by_key(|treatment| treatment.target().span) else { return };
    let Some(record) = review.record else { return };
    let name = model.qualified(review.requirement);
    let what = match review.changes.as_slice() {
        [] => String::new(),
        [only] => format!(": {}", only.in_words()),
        [first, rest @ ..] => format!(": {}, and {} more", first.in_words(), rest.len()),
    };
    let message = format!(
        "`{name}`, which is {} here, changed since it was reviewed at version {}{what}",
        first.word(),
        record.version
    );
    let help = format!(
        "compare the two (`normc review --list`), mend what the change asks for, and record it with `normc review {name}`"
    );
    let mut reported = context.report(first.target().span, message, help);
    if is_late(model, review.package) {
        reported = reported.severity(Severity::Error);
    }
    for other in review.treatments.iter().filter(|other| *other != first) {
        reported = reported.label(other.target().span, format!("and {} here", other.word()));
    }
    for change in review.changes.iter().take(SHOWN) {
        let place = change.now.as_ref().map_or(model.get(review.requirement).at, |now| now.span);
        reported = reported.label(place, change.in_words());
    }
    if review.changes.is_empty() {
        reported.label(model.get(review.requirement).at, "this changed; the lock does not say in what");
    }
}

/// Whether the deliverable is past the stages in which its text is open.
fn is_late(model: &Model<'_>, package: PackageId) -> bool {
    let standard = model.package(package).head.and_then(|head| model.body::<Standard<'_>>(head));
    standard.and_then(|standard| standard.stage).is_some_and(|stage| matches!(stage, Stage::Vote | Stage::Published))
}
