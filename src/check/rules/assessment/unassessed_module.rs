//! A requirement that is not assessed in a module in which others are.
//!
//! # What it checks
//! Where assessments of a deliverable are used in a conformity assessment module, an assessment of each requirement is used in that module too, from the
//! level from which the requirement binds. That the deliverable uses the module for others is a guess at what it means to support, so this is a warning.
//! # Why
//! Request M/606, Annex II, section 1: evaluation procedures assess the product against each requirement. CRA, Article 32: whoever assesses by a
//! module needs a procedure for the whole of the standard.
//! # Bad
//! ```norm
//! // alone
//! standard sole "Sole" {
//!   role horizontal
//!   answers req:1
//!   eso cen
//!   number "EN 3"
//!   stage draft
//!   version "0.1.0"
//!   date 2026-01-01
//!   scope "This document specifies requirements for products."
//! }
//! use req
//! use act
//! use act2
//! use lib
//! asset store "Store" { protects confidentiality }
//! threat T-1 "Opening" { targets store; agent "A thief"; likelihood rare; impact severe }
//! objective O-1 "Shut" { on product; counters T-1; achieves act:E-1 }
//! requirement R-1 "First" { statement "The product shall stay shut."; serves O-1; covers act:E-1 }
//! requirement R-2 "Second" { statement "The product shall be heavy."; serves O-1; covers act:E-1 }  //~ unassessed-module
//! assessment A-1 "Pull" { assesses R-1; method test; modules act:A, act2:H; activity "Pull."; verdict { pass "It holds."; fail "It does not." }; evidence "notes" }
//! assessment A-2 "Weigh" { assesses R-2; method test; modules act:A; activity "Weigh."; verdict { pass "It holds."; fail "It does not." }; evidence "notes" }
//! ```
//! # Good
//! ```norm
//! // alone
//! standard sole "Sole" {
//!   role horizontal
//!   answers req:1
//!   eso cen
//!   number "EN 3"
//!   stage draft
//!   version "0.1.0"
//!   date 2026-01-01
//!   scope "This document specifies requirements for products."
//! }
//! use req
//! use act
//! use act2
//! use lib
//! asset store "Store" { protects confidentiality }
//! threat T-1 "Opening" { targets store; agent "A thief"; likelihood rare; impact severe }
//! objective O-1 "Shut" { on product; counters T-1; achieves act:E-1 }
//! requirement R-1 "First" { statement "The product shall stay shut."; serves O-1; covers act:E-1 }
//! requirement R-2 "Second" { statement "The product shall be heavy."; serves O-1; covers act:E-1 }
//! assessment A-1 "Pull" { assesses R-1; method test; modules act:A, act2:H; activity "Pull."; verdict { pass "It holds."; fail "It does not." }; evidence "notes" }
//! assessment A-2 "Weigh" { assesses R-2; method test; modules act:A, act2:H; activity "Weigh."; verdict { pass "It holds."; fail "It does not." }; evidence "notes" }
//! ```
//! # How to fix
//! Name the module in an assessment of the requirement, write one for it, or accept the finding with the reason why the module does without.

use crate::check::{Context, Rule};
use crate::coverage::unassessed;
use crate::diagnostic::Severity;
use crate::model::Relation;

pub(in crate::check::rules) const RULE: Rule = Rule {
    name: "unassessed-module",
    severity: Severity::Warning,
    kinds: &["assessment", "requirement", "module"],
    check: Some(check),
};

fn check(context: &mut Context<'_, '_>) {
    let (model, graph) = (context.model, context.graph);
    let unread = context.unread(&["assessment"]);
    for (package, _) in model.standards().filter(|(package, _)| !unread.contains(&package.id)) {
        for open in unassessed(model, graph, package.id) {
            let requirement = model.get(open.requirement);
            let modules: Vec<_> = open.modules.iter().map(|id| format!("`{}`", model.qualified(*id))).collect();
            let message = format!(
                "nothing assesses `{}` in {}, where `{}` assesses other requirements",
                requirement.name,
                modules.join(", "),
                package.name
            );
            let help = "name the module in an assessment of it, write one, or `allow` the finding with the reason";
            let assessments: Vec<_> = graph.origins(open.requirement, Relation::Assesses).take(2).collect();
            let mut reported = context.report(requirement.at, message, help);
            for assessment in assessments {
                reported = reported.label(model.get(assessment).at, "assessed here, in other modules");
            }
        }
    }
}
