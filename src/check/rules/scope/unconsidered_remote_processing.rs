//! Remote data processing or components on which the scope is silent.
//!
//! # What it checks
//! The deliverable says by `considers` whether remote data processing, and components that are placed on the market separately, are included, excluded or not there, where the request asks for it.
//! # Why
//! Request M/606, Annex II, section 1, paragraph 1 (OB-032), and CRA, Article 3, points (1) and (2): products with digital elements include both.
//! # Bad
//! ```norm
//! // asked: unconsidered-remote-processing on vertical
//! //~ elsewhere unconsidered-remote-processing
//! considers remote-data-processing as none "A vault works without a network."
//! ```
//! # Good
//! ```norm
//! // asked: unconsidered-remote-processing on vertical
//! considers remote-data-processing as none "A vault works without a network."
//! considers separate-components as excluded "Locks that are sold alone are the subject of another deliverable."
//! ```
//! # How to fix
//! Write `considers remote-data-processing as included|excluded|none "…"`, and the same for `separate-components`.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::Considers;

pub(in crate::check::rules) const RULE: Rule = Rule {
    name: "unconsidered-remote-processing",
    severity: Severity::Error,
    kinds: &["considers", "standard"],
    check: Some(check),
};

const MATTERS: [&str; 2] = ["remote-data-processing", "separate-components"];

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    for asked in context.asked_standards() {
        for matter in MATTERS.into_iter().filter(|matter| model.considered(asked.package, matter).is_none()) {
            let message = format!(
                "`{}` does not say whether its scope includes {}",
                model.package(asked.package).name,
                matter.replace('-', " ")
            );
            let help =
                format!("write `considers {matter} as included \"…\"`, or `as excluded` or `as none` with the reason");
            context.report(asked.head.at, message, help).asked_by(asked.by).misses(RULE.kinds);
        }
        for (declaration, considers) in model.of::<Considers<'_>>(asked.package) {
            let concerned = considers.matters.iter().any(|word| MATTERS.contains(&word.text));
            if concerned && considers.outcome.is_none() {
                let message = "this does not say whether the scope includes it";
                context.report(
                    declaration.at,
                    message,
                    "write `as included`, `as excluded` or `as none` before the text",
                );
            }
        }
    }
}
