//! A provision on someone where a product is standardised.
//!
//! # What it checks
//! In a vertical the subject of `shall` is the product: neither the manufacturer nor the user. In a horizontal the manufacturer is bound only where the requirement serves an objective `on process`, and the user never is. The rule reads the words at the beginning of the clause before the verb, which is a guess, so it only warns.
//! # Why
//! Practice of the harmonised standards for the CRA: a vertical's requirements are on the product, so that they can be tested on it; duties of the manufacturer are the law's, or those of the framework and of vulnerability handling. Nobody can assess a product by what its user does.
//! # Bad
//! ```norm
//! requirement R-2 "Second" {
//!   statement "The manufacturer shall make the vault hold."  //~ wrong-subject
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
//! Say what the product does or has. What the manufacturer has to do belongs in a horizontal on processes, what the user has to know in the instructions that the product comes with.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::{Model, Objective, Requirement, Standard, objective::On, standard::Role};
use crate::wording::{Actor, Found, Passage, Place, subject};

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "wrong-subject", severity: Severity::Warning, kinds: &["requirement"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    let (model, wording) = (context.model, context.wording);
    for passage in wording.passages.iter().filter(|passage| passage.place == Place::Statement) {
        // Without its objectives nobody knows what the requirement is on; that it has none is another finding.
        let requirement = model.body::<Requirement<'_>>(passage.owner);
        if model.get(passage.owner).loose || requirement.is_none_or(|requirement| requirement.serves.is_empty()) {
            continue;
        }
        for (verb, _) in passage.provisions() {
            let Some((actor, range)) = subject(passage, verb) else { continue };
            if !may_be_bound(model, passage, actor) {
                report(context, passage, verb, actor, &range);
            }
        }
    }
}

fn may_be_bound(model: &Model<'_>, passage: &Passage<'_>, actor: Actor) -> bool {
    let requirement = model.body::<Requirement<'_>>(passage.owner);
    let mut serves = requirement.into_iter().flat_map(|requirement| &requirement.serves);
    let on_process = serves.any(|objective| {
        model.body::<Objective<'_>>(objective.id).is_some_and(|objective| objective.on == Some(On::Process))
    });
    let package = model.package(model.get(passage.owner).package);
    let standard = package.head.and_then(|head| model.body::<Standard<'_>>(head));
    let horizontal = standard.is_some_and(|standard| standard.role == Some(Role::Horizontal));
    actor == Actor::Manufacturer && horizontal && on_process
}

fn report(
    context: &mut Context<'_, '_>,
    passage: &Passage<'_>,
    verb: &Found,
    actor: Actor,
    range: &std::ops::Range<usize>,
) {
    let verb = passage.words(&verb.range);
    let message = format!("the subject of `{verb}` seems to be `{}`, not the product", passage.words(range));
    let help = match actor {
        Actor::Manufacturer => "say what the product does or has, so that it can be tested on the product",
        Actor::User => "say what the product does or lets its user do; nobody assesses the user",
    };
    context.report(passage.span(range), message, help).here(format!("judged by the words before `{verb}`"));
}
