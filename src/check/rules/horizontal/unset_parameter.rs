//! A parameter that a manufacturer without a vertical cannot set.
//!
//! # What it checks
//! Every parameter of a horizontal has a `default`, where the request asks that manufacturers can use horizontals directly.
//! # Why
//! Request M/606, Annex II, section 2.1, paragraph 1 (OB-096, OB-097): horizontals let manufacturers define requirements directly for their own products, for which there may be no vertical.
//! # Bad
//! ```norm
//! // asked: unset-parameter on horizontal
//! // in: base
//! requirement R-2 "Length" {
//!   statement "The product shall use keys of at least {key}."
//!   serves O-B
//!   covers act:E-1
//!   param key bits >= 128 bits "length of the key"  //~ unset-parameter
//! }
//! assessment A-9 "Look" { assesses R-2; method examine; modules act:A; activity "Look."; verdict { pass "It holds."; fail "It does not." }; evidence "notes" }
//! //~ elsewhere unaddressed-horizontal
//! ```
//! # Good
//! ```norm
//! // asked: unset-parameter on horizontal
//! requirement R-2 "Length" {
//!   statement "The vault shall use keys of at least {key}."
//!   serves O-1
//!   covers act:E-1
//!   rationale "Only vaults have such keys."
//!   param key bits >= 128 bits "length of the key"
//! }
//! assessment A-9 "Look" { assesses R-2; method examine; modules act:A; activity "Look."; verdict { pass "It holds."; fail "It does not." }; evidence "notes" }
//! ```
//! # How to fix
//! Give it a `default` that suits products of which nothing else is known.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::Requirement;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "unset-parameter", severity: Severity::Error, kinds: &["requirement"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    for asked in context.asked_standards() {
        for (declaration, requirement) in model.of::<Requirement<'_>>(asked.package) {
            // A choice without a default leaves its options to the manufacturer, who can pick one without a vertical.
            let unset = requirement.params.iter().filter(|param| param.default.is_none() && param.options.is_empty());
            for param in unset {
                let message = format!("the parameter `{}` of `{}` has no default", param.name.text, declaration.name);
                let help = "write `default` with a value for products that no vertical is about";
                context.report(param.name.span, message, help).asked_by(asked.by);
            }
        }
    }
}
