//! A provision whose verb does not bind as a provision does.
//!
//! # What it checks
//! The statement of a requirement has `shall`, `should` or `may`; it has no `must`; and one that covers an essential requirement has `shall`.
//! # Why
//! ETSI Drafting Rules, clause 3.2, and ISO/IEC Directives, Part 2, clause 7: `must` is not used for provisions, and a recommendation gives no presumption of conformity.
//! # Bad
//! ```norm
//! requirement R-2 "Second" {
//!   statement "The vault must hold."  //~ wrong-verb
//!   serves O-1
//!   covers act:E-1
//!   rationale "An example."
//! }
//! assessment A-9 "Look" { assesses R-2; method examine; modules act:A; activity "Look."; verdict { pass "It holds."; fail "It does not." }; evidence "notes" }
//! ```
//! # Good
//! ```norm
//! requirement R-2 "Second" {
//!   statement "The vault shall hold."
//!   serves O-1
//!   covers act:E-1
//!   rationale "An example."
//! }
//! assessment A-9 "Look" { assesses R-2; method examine; modules act:A; activity "Look."; verdict { pass "It holds."; fail "It does not." }; evidence "notes" }
//! ```
//! # How to fix
//! Write the provision with `shall`.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::{Requirement, requirement::Verb};

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "wrong-verb", severity: Severity::Error, kinds: &["requirement"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    for (declaration, requirement) in context.model.all::<Requirement<'_>>() {
        let Some(statement) = requirement.statement else { continue };
        let content = statement.content();
        let must = content.as_str().split(|c: char| !c.is_alphanumeric()).any(|word| word.eq_ignore_ascii_case("must"));
        let name = &declaration.name;
        let problem = match requirement.verb() {
            _ if must => Some(format!("the statement of `{name}` says `must`")),
            None => Some(format!("the statement of `{name}` has neither `shall`, `should` nor `may`")),
            Some(verb) if verb < Verb::Shall && !requirement.covers.is_empty() => {
                Some(format!("`{name}` covers an essential requirement, but its statement does not say `shall`"))
            }
            Some(_) => None,
        };
        if let Some(message) = problem {
            context.report(statement.span(), message, "write the provision with `shall`");
        }
    }
}
