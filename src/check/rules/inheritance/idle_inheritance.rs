//! A requirement that is adopted, refined or deviated from although it can never apply.
//!
//! # What it checks
//! Some product in the scope of the deliverable meets the condition of each requirement that it adopts, refines or deviates from.
//! # Why
//! Request M/606, Annex II, section 2.3: a deviation is justified where it departs from something; a line that changes nothing misleads
//! whoever reads the draft, and hides a condition that was meant otherwise.
//! # Bad
//! ```norm
//! // alone
//! standard sole "Sole" {
//!   role horizontal
//!   answers req:1
//!   eso cen
//!   number "EN 3"
//!   stage draft
//!   version "0.1.0"
//!   date 2026-01-01
//!   extends base
//!   in-scope when not base:radio
//!   scope "This document is about products without a radio."
//! }
//! use req
//! use act
//! adopts base:R-B, base:R-U  //~ idle-inheritance
//! ```
//! # Good
//! ```norm
//! // alone
//! standard sole "Sole" {
//!   role horizontal
//!   answers req:1
//!   eso cen
//!   number "EN 3"
//!   stage draft
//!   version "0.1.0"
//!   date 2026-01-01
//!   extends base
//!   in-scope when not base:radio
//!   scope "This document is about products without a radio."
//! }
//! use req
//! use act
//! adopts base:R-B
//! ```
//! # How to fix
//! Take the line away: nothing has to be said of what cannot apply. Where it should apply, mend the scope or the condition.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::edit;
use crate::logic::inheritance::Inheritance;
use crate::model::{Id, PackageId, Treatment};

pub(in crate::check::rules) const RULE: Rule = Rule {
    name: "idle-inheritance",
    severity: Severity::Error,
    kinds: &["requirement", "adopts", "deviates", "standard"],
    check: Some(check),
};

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    let unread = context.unread(&["standard", "feature"]);
    for (package, standard) in model.standards().filter(|(package, _)| !unread.contains(&package.id)) {
        let mut inheritance = Inheritance::new(model, context.graph, package.id, standard);
        if !inheritance.has_products() {
            continue;
        }
        for (id, treatment) in model.treatments(package.id) {
            if !model.get(id).loose && !inheritance.can_apply(id) {
                report(context, package.id, package.head, id, treatment);
            }
        }
    }
}

fn report(context: &mut Context<'_, '_>, package: PackageId, head: Option<Id>, id: Id, treatment: Treatment) {
    let (model, at) = (context.model, treatment.target().span);
    let theirs = model.get(id);
    let name = context.name(theirs, package);
    let message = format!("`{name}` is {}, but applies to no product in scope", treatment.word());
    let help = "take it away, because nothing is due for what cannot apply; or mend the scope or the condition";
    let when = edit::line(model.sources, theirs.span, "when").unwrap_or(theirs.at);
    let scope = head.and_then(|head| edit::line(model.sources, model.get(head).span, "in-scope"));
    let fix = match treatment {
        Treatment::Adopted(_) => context.without_adoption(package, at),
        Treatment::Refined(..) | Treatment::Deviated(_) => None,
    };
    let mut reported = context.report(at, message, help).label(when, "what it applies to");
    if let Some(scope) = scope {
        reported = reported.label(scope, "what is in scope");
    }
    if let Some(fix) = fix {
        reported.fix(fix);
    }
}
