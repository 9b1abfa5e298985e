//! A level that no use case calls for.
//!
//! # What it checks
//! Every level that a requirement of a vertical names is called for by a use case or a profile of the deliverable, itself or through a higher level.
//! # Why
//! Request M/606, Annex II, section 1: levels relate to intended purposes, environments or user categories.
//! # Bad
//! ```norm
//! requirement R-2 "Second" {
//!   statement "The vault shall hold."
//!   serves O-1
//!   covers act:E-1
//!   rationale "An example."
//!   level lib:highest  //~ unused-level
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
//!   level lib:high
//! }
//! assessment A-9 "Look" { assesses R-2; method examine; modules act:A; activity "Look."; verdict { pass "It holds."; fail "It does not." }; evidence "notes" }
//! ```
//! # How to fix
//! Let a `use-case` or a `profile` name the level.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::{Profile, Requirement, UseCase, standard::Role};

pub(in crate::check::rules) const RULE: Rule = Rule {
    name: "unused-level",
    severity: Severity::Warning,
    kinds: &["level", "use-case", "profile"],
    check: Some(check),
};

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    for (package, standard) in model.standards() {
        let mut levels = model.of::<UseCase<'_>>(package.id).map(|(_, use_case)| use_case.level).peekable();
        // Where a use case calls for no level, or there is none, that is what to mend first.
        let open = levels.peek().is_none() || model.of::<UseCase<'_>>(package.id).any(|(_, it)| it.level.is_none());
        if standard.role != Some(Role::Vertical) || open {
            continue;
        }
        let use_cases = levels.flatten();
        let profiles = model.of::<Profile<'_>>(package.id).filter_map(|(_, profile)| profile.level);
        let called = use_cases.chain(profiles).filter_map(|level| model.level_rank(level.id)).max();
        for (declaration, requirement) in model.of::<Requirement<'_>>(package.id) {
            let Some(level) = requirement.level else { continue };
            if model.level_rank(level.id).is_some_and(|rank| rank > 0 && Some(rank) > called) {
                let level_name = context.name(model.get(level.id), declaration.package);
                let message =
                    format!("`{}` binds from the level `{level_name}`, which no use case calls for", declaration.name);
                context
                    .report(level.span, message, "let a `use-case` or a `profile` name the level")
                    .misses(&["use-case", "profile"]);
            }
        }
    }
}
