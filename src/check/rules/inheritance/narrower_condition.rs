//! A refinement that leaves out products to which its parent applies.
//!
//! # What it checks
//! In every configuration in scope in which a requirement of a horizontal applies that a deliverable refines, one of its refinements applies:
//! the parent's condition and the scope imply the refinements' conditions joined by `or`. What the deliverable or a base of it adopts and what
//! refines the parent over several storeys counts too. The smallest configuration that is left out is named.
//! # Why
//! Request M/606, Annex II, section 2.3: a vertical does not leave a product without the protection that the horizontal gives it, unless it says why.
//! # Bad
//! ```norm
//! // without: demo/adopts.norm
//! feature remote "Opens from afar" { requires base:radio }
//! requirement R-2 "Updates" {
//!   statement "The vault shall offer updates within a week."
//!   serves O-1
//!   covers act:E-1, act:E-2
//!   refines base:R-U
//!   when remote  //~ narrower-condition
//! }
//! assessment A-9 "Updates" { assesses R-2; method test; aspect sufficiency; modules act:A; activity "Wait."; verdict { pass "It comes."; fail "It does not." }; evidence "times" }
//! ```
//! # Good
//! ```norm
//! // without: demo/adopts.norm
//! feature remote "Opens from afar" { requires base:radio }
//! requirement R-2 "Updates" {
//!   statement "The vault shall offer updates within a week."
//!   serves O-1
//!   covers act:E-1, act:E-2
//!   refines base:R-U
//!   when remote
//! }
//! requirement R-3 "Updates in place" {
//!   statement "The vault shall take updates from a card within a week."
//!   serves O-1
//!   covers act:E-1, act:E-2
//!   refines base:R-U
//!   when not remote
//! }
//! assessment A-9 "Updates" { assesses R-2, R-3; method test; aspect sufficiency; modules act:A; activity "Wait."; verdict { pass "It comes."; fail "It does not." }; evidence "times" }
//! ```
//! # How to fix
//! Widen the condition, or refine the parent for the other products by a second requirement. Where the parent is not to hold for them, deviate
//! from it instead.

use crate::check::{Context, Rule};
use crate::diagnostic::{Fix, Severity};
use crate::edit;
use crate::logic::Configuration;
use crate::logic::inheritance::Inheritance;
use crate::model::{Id, PackageId, Requirement, Target};

pub(in crate::check::rules) const RULE: Rule = Rule {
    name: "narrower-condition",
    severity: Severity::Error,
    kinds: &["requirement", "feature", "standard"],
    check: Some(check),
};

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    let unread = context.unread(&["requirement", "adopts", "feature", "standard"]);
    for (package, standard) in model.standards().filter(|(package, _)| !unread.contains(&package.id)) {
        let mut inheritance = Inheritance::new(model, context.graph, package.id, standard);
        for (parent, children) in inheritance.refined() {
            if let Some(left_out) = inheritance.escaping(parent, &children) {
                report(context, package.id, parent, &children, &left_out);
            }
        }
    }
}

fn report(
    context: &mut Context<'_, '_>,
    package: PackageId,
    parent: Id,
    children: &[(Id, Target)],
    left_out: &Configuration,
) {
    let model = context.model;
    let conditioned = |child: Id| {
        let declaration = model.get(child);
        model.body::<Requirement<'_>>(child).filter(|requirement| requirement.when.is_some())?;
        Some((child, edit::line(model.sources, declaration.span, "when").unwrap_or(declaration.at)))
    };
    let Some((first, at)) = children.iter().find_map(|(child, _)| conditioned(*child)) else { return };
    let ids: Vec<_> = children.iter().map(|(child, _)| *child).collect();
    let (who, leave) = match ids.len() {
        1 => (context.names(&ids, "and", package), "leaves"),
        _ => (format!("{} together", context.names(&ids, "and", package)), "leave"),
    };
    let name = context.name(model.get(parent), package);
    let message = format!("{who} {leave} out {}, to which `{name}` applies", left_out.in_words(model, package));
    let help = format!("widen the condition, refine `{name}` for the others too, or deviate from it with the reason");
    let theirs = model.get(parent);
    let unconditional = model.body::<Requirement<'_>>(parent).is_some_and(|parent| parent.when.is_none());
    let there = edit::line(model.sources, theirs.span, "when").unwrap_or(theirs.at);
    let refined = children.iter().map(|(_, target)| (target.span, "what is refined here"));
    let reported = context.report(at, message, help).label(there, "where it applies");
    let reported = refined.fold(reported, |reported, (span, text)| reported.label(span, text));
    if unconditional && ids == [first] {
        let fix = Fix::proposed("take the condition away").edit(edit::without(model.sources, at));
        reported.fix(fix);
    }
}
