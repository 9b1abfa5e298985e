//! A requirement that is adopted, refined or deviated from although its package is not extended.
//!
//! # What it checks
//! What a deliverable adopts, refines or deviates from belongs to a package that it `extends`, directly or over others. It adopts and deviates
//! from no requirement of its own.
//! # Why
//! Only for what is extended is it proved that every requirement is treated; a reader would take the one that is named for all there is.
//! # Bad
//! ```norm
//! // alone
//! standard sole "Sole" {  //~ uncovered-essential
//!   role horizontal
//!   answers req:1
//!   eso cen
//!   number "EN 3"
//!   stage draft
//!   version "0.1.0"
//!   date 2026-01-01
//!   scope "This document specifies nothing."
//! }
//! use req
//! use act
//! use base
//! adopts base:R-B  //~ not-extended
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
//!   scope "This document specifies nothing."
//! }
//! use req
//! use act
//! adopts base:R-B, base:R-U
//! ```
//! # How to fix
//! Write `extends` with the package, and say of its other requirements too what becomes of them.

use crate::check::{Context, Rule};
use crate::diagnostic::{Fix, Severity};
use crate::edit;
use crate::model::{Adopts, Deviates, Id, Requirement, Target};

pub(in crate::check::rules) const RULE: Rule = Rule {
    name: "not-extended",
    severity: Severity::Error,
    kinds: &["standard", "requirement", "adopts", "deviates"],
    check: Some(check),
};

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    let unread = context.unread(&["standard"]);
    for (package, _) in model.standards().filter(|(package, _)| !unread.contains(&package.id)) {
        let Some(head) = package.head else { continue };
        let bases = model.bases(package.id);
        let is_base = |id: Id| bases.binary_search(&model.get(id).package).is_ok();
        let is_own = |id: Id| model.get(id).package == package.id;
        let refined = model.of::<Requirement<'_>>(package.id).flat_map(|(_, requirement)| &requirement.refines);
        let refined = refined.map(|refinement| (refinement.parent, "refined"));
        for (target, word) in refined.filter(|(target, _)| !is_own(target.id) && !is_base(target.id)) {
            foreign(context, head, target, word);
        }
        let adopted = model.of::<Adopts>(package.id).flat_map(|(_, adopts)| &adopts.requirements);
        let deviated = model.of::<Deviates<'_>>(package.id).flat_map(|(_, deviates)| &deviates.requirements);
        let words = adopted.map(|target| (target, "adopted")).chain(deviated.map(|target| (target, "deviated from")));
        for (target, word) in words.filter(|(target, _)| !is_base(target.id)) {
            if is_own(target.id) { own(context, *target, word) } else { foreign(context, head, *target, word) }
        }
    }
}

fn own(context: &mut Context<'_, '_>, target: Target, word: &str) {
    let theirs = context.model.get(target.id);
    let message = format!("`{}` is {word}, but is a requirement of this deliverable itself", theirs.name);
    let help = "take it away: a requirement of one's own holds as it stands";
    context.report(target.span, message, help).label(theirs.at, "the requirement");
}

fn foreign(context: &mut Context<'_, '_>, head: Id, target: Target, word: &str) {
    let model = context.model;
    let (theirs, head) = (model.get(target.id), model.get(head));
    let base = model.package(theirs.package);
    let name = context.name(theirs, head.package);
    let message = format!("`{name}` is {word}, but `{}` does not extend `{}`", head.name, base.name);
    let help = format!("write `extends {}` in the header, and treat its other requirements too", base.name);
    let extends = edit::into_block(model.sources, head.span, &format!("extends {}", base.name));
    let reported = context.report(target.span, message, help).label(head.at, "the deliverable");
    if theirs.package != head.package && base.header == Some(crate::language::Header::Standard) {
        reported.fix(Fix::proposed(format!("extend `{}`", base.name)).edit(extends));
    }
}
