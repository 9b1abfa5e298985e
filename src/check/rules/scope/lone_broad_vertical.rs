//! A broad vertical that nothing narrower complements.
//!
//! # What it checks
//! A vertical that says `breadth broad` is extended by a vertical of the workspace, or says by `complemented-by` which narrower deliverable there is or will be; where the request asks for it.
//! # Why
//! Request M/606, Annex II, section 2.3, paragraph 6 (OB-131 to OB-133): broad verticals are complemented by granular ones that give presumption of conformity for a narrower scope.
//! # Bad
//! ```norm
//! // asked: lone-broad-vertical on vertical
//! // alone
//! standard sole "Sole" {
//!   role vertical
//!   answers req:2
//!   eso cen
//!   number "EN 3"
//!   stage draft
//!   version "0.1.0"
//!   date 2026-01-01
//!   category act:C-1
//!   breadth broad  //~ lone-broad-vertical
//!   scope "This document specifies nothing."
//! }
//! use req
//! use act
//! omits act:E-1 { because "An example of a header only." }
//! use lib
//! use-case UC "Home" { purpose "Keep secrets."; environment "A home."; users lib:anyone; level lib:low }
//! ```
//! # Good
//! ```norm
//! // asked: lone-broad-vertical on vertical
//! // alone
//! standard sole "Sole" {
//!   role vertical
//!   answers req:2
//!   eso cen
//!   number "EN 3"
//!   stage draft
//!   version "0.1.0"
//!   date 2026-01-01
//!   category act:C-1
//!   breadth broad
//!   complemented-by "A deliverable on vaults in walls, planned for 2028."
//!   scope "This document specifies nothing."
//! }
//! use req
//! use act
//! omits act:E-1 { because "An example of a header only." }
//! use lib
//! use-case UC "Home" { purpose "Keep secrets."; environment "A home."; users lib:anyone; level lib:low }
//! ```
//! # How to fix
//! Write `complemented-by` with the narrower deliverable, or let one extend this one.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::standard::{Breadth, Role};

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "lone-broad-vertical", severity: Severity::Warning, kinds: &["standard"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    for asked in context.asked_standards() {
        let Some((Breadth::Broad, at)) = asked.standard.breadth else { continue };
        let extends = |base: &crate::model::standard::Extension<'_>| base.package == Some(asked.package);
        let mut verticals = model.standards().filter(|(_, other)| other.role == Some(Role::Vertical));
        if asked.standard.complemented_by.is_empty() && !verticals.any(|(_, other)| other.extends.iter().any(extends)) {
            let name = model.package(asked.package).name;
            let message = format!("no narrower deliverable complements the broad vertical `{name}`");
            let help = "write `complemented-by \"…\"` with the deliverable that does or is planned to";
            context.report(at, message, help).asked_by(asked.by);
        }
    }
}
