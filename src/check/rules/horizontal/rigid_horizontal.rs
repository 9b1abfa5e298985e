//! A horizontal that leaves verticals nothing to refine.
//!
//! # What it checks
//! A horizontal with requirements has at least one that carries a parameter, a level or a condition, where the request asks that horizontals support verticals.
//! # Why
//! Request M/606, Annex II, section 2.1, paragraph 1 (OB-095): horizontals support the development of more granular verticals.
//! # Bad
//! ```norm
//! // asked: rigid-horizontal on framework
//! // alone
//! standard sole "Sole" {  //~ rigid-horizontal
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
//! objective O-2 "Kept" { on process; counters T-2; achieves act:E-1 }
//! requirement R-2 "Plans" {
//!   statement "The manufacturer shall keep plans for its vaults."
//!   serves O-2
//!   covers act:E-1
//! }
//! assessment A-9 "Look" { assesses R-2; method examine; modules act:A; activity "Look."; verdict { pass "It holds."; fail "It does not." }; evidence "notes" }
//! ```
//! # Good
//! ```norm
//! // asked: rigid-horizontal on framework
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
//! objective O-2 "Kept" { on process; counters T-2; achieves act:E-1 }
//! requirement R-2 "Plans" {
//!   statement "The manufacturer shall keep plans for its vaults."
//!   serves O-2
//!   covers act:E-1
//!   level lib:low
//! }
//! assessment A-9 "Look" { assesses R-2; method examine; modules act:A; activity "Look."; verdict { pass "It holds."; fail "It does not." }; evidence "notes" }
//! ```
//! # How to fix
//! Give requirements parameters whose values verticals can narrow, levels, or conditions.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::Requirement;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "rigid-horizontal", severity: Severity::Error, kinds: &["requirement"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    for asked in context.asked_standards() {
        let mut requirements = model.of::<Requirement<'_>>(asked.package).peekable();
        let some = requirements.peek().is_some();
        if some && requirements.all(|(_, it)| it.params.is_empty() && it.level.is_none() && it.when.is_none()) {
            let name = model.package(asked.package).name;
            let message = format!("no requirement of `{name}` has a parameter, a level or a condition");
            let help = "let verticals refine something: give requirements a `param`, a `level` or `when`";
            context.report(asked.head.at, message, help).asked_by(asked.by).misses(RULE.kinds);
        }
    }
}
