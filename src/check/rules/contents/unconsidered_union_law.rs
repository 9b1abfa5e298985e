//! Other law of the Union, on which nothing is said.
//!
//! # What it checks
//! The deliverable says of machinery, artificial intelligence, electronic health records, trusted chips and certification schemes how it fits standards and schemes under those acts, or that they have no bearing; where the request asks for it.
//! # Why
//! Request M/606, Annex II, section 1, paragraph 5 (OB-049), and section 2.1, paragraph 4, for horizontals (OB-108).
//! # Bad
//! ```norm
//! // asked: unconsidered-union-law on vertical
//! //~ elsewhere unconsidered-union-law
//! ```
//! # Good
//! ```norm
//! // asked: unconsidered-union-law on vertical
//! considers machinery, artificial-intelligence, health-records, trusted-chips, certification-schemes as not-relevant "Nobody builds vaults into these."
//! ```
//! # How to fix
//! Write `considers machinery … "…"` with what was found.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "unconsidered-union-law", severity: Severity::Error, kinds: &["considers"], check: Some(check) };

const MATTERS: [&str; 5] =
    ["machinery", "artificial-intelligence", "health-records", "trusted-chips", "certification-schemes"];

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    for asked in context.asked_standards() {
        let missing: Vec<_> =
            MATTERS.into_iter().filter(|matter| model.considered(asked.package, matter).is_none()).collect();
        if !missing.is_empty() {
            let name = model.package(asked.package).name;
            let message = format!(
                "`{name}` does not say how it stands to other law of the Union: {}",
                missing.join(", ").replace('-', " ")
            );
            let help = format!("write `considers {} \"…\"` with what was found", missing.join(", "));
            context.report(asked.head.at, message, help).asked_by(asked.by).misses(RULE.kinds);
        }
    }
}
