//! A requirement in no row of the relationship annex.
//!
//! # What it checks
//! Every requirement says which essential requirements it `covers`. One that only leads to some, through the requirement that it refines or through its objectives, stands in no row of the table from which presumption of conformity is read.
//! # Why
//! Annexes ZA and ZZ of CEN and CENELEC, annex A of ETSI: the table cites the requirements that give presumption of conformity. Request M/606, Annex II, section 1: the correspondence between provisions and essential requirements is indicated.
//! # Bad
//! ```norm
//! requirement R-2 "Second" {  //~ unmapped-requirement
//!   statement "The vault shall hold."
//!   serves O-1
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
//! Say which essential requirement it `covers`, whole or `partial`. Where it is to give no presumption of conformity, `allow unmapped-requirement` with the reason.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::graph::Direction;
use crate::model::Requirement;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "unmapped-requirement", severity: Severity::Warning, kinds: &["requirement"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    let (model, graph) = (context.model, context.graph);
    let empty = model.all::<Requirement<'_>>().filter(|(_, requirement)| requirement.covers.is_empty());
    for (declaration, _) in empty.filter(|(declaration, _)| !declaration.loose) {
        let mut reached = None;
        graph.trace(declaration.id, Direction::Above).walk(&mut |branch| {
            let is_essential = matches!(model.get(branch.id).kind(), "essential" | "concept");
            reached = reached.or(is_essential.then_some(branch.id));
        });
        // One that leads to none at all is the subject of `untraced-requirement`.
        let Some(reached) = reached else { continue };
        let message = format!(
            "`{}` covers no essential requirement, so no row of the relationship annex cites it",
            declaration.name
        );
        let help =
            format!("say what it `covers`; it leads to `{}`", context.name(model.get(reached), declaration.package));
        context.report(declaration.at, message, help);
    }
}
