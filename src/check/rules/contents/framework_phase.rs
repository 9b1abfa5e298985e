//! A framework without requirements on design, development or production.
//!
//! # What it checks
//! Of the requirements of the framework at least one says `phase design`, one `phase development` and one `phase production`, and each of these covers an essential requirement that always applies.
//! # Why
//! Request M/606, Annex II, section 2.1, paragraph 2 (OB-102): item 1 gives specifications for design, development and production according to risk. CRA, Annex I, Part I, point (1).
//! # Bad
//! ```norm
//! // asked: framework-phase on framework
//! // alone
//! standard sole "Sole" {  //~ framework-phase
//!   role horizontal
//!   answers req:9
//!   eso cen
//!   number "EN 3"
//!   stage draft
//!   version "0.1.0"
//!   date 2026-01-01
//!   scope "This document specifies nothing."
//! }
//! use req
//! use act
//! omits act:E-1 { because "An example of a header only." }
//! ```
//! # Good
//! ```norm
//! // asked: framework-phase on framework
//! // alone
//! standard sole "Sole" {
//!   role horizontal
//!   answers req:9
//!   eso cen
//!   number "EN 3"
//!   stage draft
//!   version "0.1.0"
//!   date 2026-01-01
//!   scope "This document specifies nothing."
//! }
//! use req
//! use act
//! use lib
//! asset plan "Plan" { protects integrity }
//! threat T-2 "Guess" { targets plan; agent "A thief"; likelihood rare; impact minor }
//! objective O-2 "Kept" { on process; counters T-2; achieves act:E-1, act:E-9 }
//! requirement R-2 "Plans" {
//!   statement "The manufacturer shall keep plans for its vaults."
//!   serves O-2
//!   covers act:E-1, act:E-9
//!   phase design, development, production
//! }
//! assessment A-9 "Look" { assesses R-2; method examine; modules act:A; activity "Look."; verdict { pass "It holds."; fail "It does not." }; evidence "notes" }
//! ```
//! # How to fix
//! Write requirements for the phase, and say `phase` on them.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::{Essential, Requirement, essential::Applies};

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "framework-phase", severity: Severity::Error, kinds: &["requirement"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    let always = |requirement: &Requirement<'_>| {
        let essentials = requirement.covers.iter().map(|target| model.get(target.id).parent.unwrap_or(target.id));
        let mut essentials = essentials.filter_map(|id| model.body::<Essential<'_>>(id));
        essentials.any(|essential| essential.applies == Some(Applies::Always))
    };
    for asked in context.asked_standards() {
        let requirements = model.of::<Requirement<'_>>(asked.package).filter(|(_, it)| always(it));
        let phases: Vec<_> = requirements.flat_map(|(_, it)| it.phases.iter().map(|phase| phase.text)).collect();
        let mut missing = ["design", "development", "production"].to_vec();
        missing.retain(|phase| !phases.contains(phase));
        if !missing.is_empty() {
            let name = model.package(asked.package).name;
            let message =
                format!("no requirement of the framework `{name}` is met in the phase {}", missing.join(", "));
            let help =
                "say `phase` on requirements that cover what the act asks of every product, or write such requirements";
            context.report(asked.head.at, message, help).asked_by(asked.by).misses(RULE.kinds);
        }
    }
}
