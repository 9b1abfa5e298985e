//! A refinement that asks for less.
//!
//! # What it checks
//! The verb of a refinement is no weaker than that of the requirement it refines (`shall` over `should` over `may`), and it binds from the same
//! level or a lower one.
//! # Why
//! Request M/606, Annex II, section 2.3: verticals further specify the horizontal provisions; a departure from them is a deviation and justified.
//! Request M/606, Annex II, section 2.1, paragraph 1 (OB-100).
//! # Bad
//! ```norm
//! requirement R-2 "Second" {
//!   statement "The vault should keep secrets."  //~ weaker-refinement wrong-verb
//!   serves O-1
//!   covers act:E-1
//!   refines base:R-B
//! }
//! assessment A-8 "Look" { assesses R-2; method examine; modules act:A; activity "Look."; verdict { pass "It holds."; fail "It does not." }; evidence "notes" }
//! requirement R-3 "Third" {
//!   statement "The vault shall keep secrets."
//!   serves O-1
//!   covers act:E-1
//!   refines base:R-B
//!   level lib:high  //~ weaker-refinement
//! }
//! assessment A-9 "Look" { assesses R-3; method examine; modules act:A; activity "Look."; verdict { pass "It holds."; fail "It does not." }; evidence "notes" }
//! ```
//! # Good
//! ```norm
//! requirement R-2 "Second" {
//!   statement "The vault shall keep secrets from its maker too."
//!   serves O-1
//!   covers act:E-1
//!   refines base:R-B
//! }
//! assessment A-9 "Look" { assesses R-2; method examine; modules act:A; activity "Look."; verdict { pass "It holds."; fail "It does not." }; evidence "notes" }
//! ```
//! # How to fix
//! Ask for at least as much, or take `refines` away and write `deviates` with the reason.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::{Requirement, Target};

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "weaker-refinement", severity: Severity::Error, kinds: &["requirement", "level"], check: Some(check) };

const HELP: &str = "ask for at least as much, or write `deviates` with the reason instead of `refines`";

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    let rank = |level: Option<Target>| level.and_then(|level| model.level_rank(level.id)).unwrap_or(0);
    for (declaration, requirement) in model.all::<Requirement<'_>>() {
        for refinement in &requirement.refines {
            let Some(parent) = model.body::<Requirement<'_>>(refinement.parent.id) else { continue };
            let name = context.name(model.get(refinement.parent.id), declaration.package);
            if let (Some(verb), Some(asked)) = (requirement.verb(), parent.verb())
                && verb < asked
            {
                let at = requirement.statement.map_or(declaration.at, |statement| statement.span());
                let message =
                    format!("`{}` says `{}` where `{name}` says `{}`", declaration.name, verb.word(), asked.word());
                context.report(at, message, HELP).label(refinement.parent.span, "what is refined here");
            }
            if let Some(level) = requirement.level.filter(|level| rank(Some(*level)) > rank(parent.level)) {
                let from = parent.level.map_or_else(
                    || "at every level".to_owned(),
                    |level| format!("from `{}`", context.name(model.get(level.id), declaration.package)),
                );
                let message = format!("`{}` binds later than `{name}`, which binds {from}", declaration.name);
                context.report(level.span, message, HELP).label(refinement.parent.span, "what is refined here");
            }
        }
    }
}
