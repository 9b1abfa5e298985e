//! A programme that an organisation which is asked has no part in.
//!
//! # What it checks
//! The `organisations` of the programme are all those that the items of its request ask.
//! # Why
//! Request M/606, Article 1(2) and Article 2(1): the items are allocated to CEN, CENELEC and ETSI, and these agree on one joint programme.
//! # Bad
//! ```norm
//! // in: plan
//! // without: plan/plan.norm
//! programme plan "Work programme" {  //~ missing-organisation
//!   answers call
//!   date 2026-01-01
//!   notified 2025-02-03
//!   submitted 2025-03-20
//!   organisations cen, cenelec
//!   plan "The plan is kept up to date on the common server."
//!   coordination "A coordination group of both committees meets every month."
//! }
//! ```
//! # Good
//! ```norm
//! // in: plan
//! // without: plan/plan.norm
//! programme plan "Work programme" {
//!   answers call
//!   date 2026-01-01
//!   notified 2025-02-03
//!   submitted 2025-03-20
//!   organisations cen, cenelec, etsi
//!   plan "The plan is kept up to date on the common server."
//!   coordination "A coordination group of both committees meets every month."
//! }
//! ```
//! # How to fix
//! Agree on the programme with the organisation, and name it after `organisations`.

use crate::check::{Context, PLAN, Rule};
use crate::diagnostic::Severity;
use std::collections::BTreeSet;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "missing-organisation", severity: Severity::Error, kinds: &["programme"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    for plan in context.asked_plans() {
        let asked: BTreeSet<_> = plan.items.iter().flat_map(|(_, item)| &item.bodies).map(|word| word.text).collect();
        let party = |asked: &&&str| plan.programme.organisations.iter().any(|word| word.text == **asked);
        let missing: Vec<_> = asked.iter().filter(|asked| !party(asked)).map(|word| format!("`{word}`")).collect();
        if !missing.is_empty() {
            let message = format!("the programme is not agreed with {}, which the request asks", missing.join(", "));
            context
                .report(plan.head.at, message, "agree on it, and name every one of them after `organisations`")
                .misses(PLAN);
        }
    }
}
