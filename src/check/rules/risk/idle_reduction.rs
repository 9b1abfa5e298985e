//! A reduction that lowers nothing.
//!
//! # What it checks
//! Where a requirement says that it `reduces` the likelihood or the impact of a threat, the value is lower than without it in some use case in which the
//! requirement binds.
//! # Why
//! Request M/606, Annex II, section 1: requirements are risk-based; a reduction that lowers nothing is no reason for a requirement.
//! # Bad
//! ```norm
//! threat T-2 "Guess" { targets store; agent "A thief"; likelihood rare; impact minor }
//! objective O-2 "Firm" { on product; counters T-2; achieves act:E-1 }
//! requirement R-2 "Second" {
//!   statement "The vault shall hold."
//!   serves O-2
//!   covers act:E-1
//!   reduces T-2 likelihood to rare  //~ idle-reduction
//!   rationale "An example."
//! }
//! assessment A-9 "Look" { assesses R-2; method examine; modules act:A; activity "Look."; verdict { pass "It holds."; fail "It does not." }; evidence "notes" }
//! ```
//! # Good
//! ```norm
//! threat T-2 "Guess" { targets store; agent "A thief"; likelihood likely; impact minor }
//! objective O-2 "Firm" { on product; counters T-2; achieves act:E-1 }
//! requirement R-2 "Second" {
//!   statement "The vault shall hold."
//!   serves O-2
//!   covers act:E-1
//!   reduces T-2 likelihood to rare
//!   rationale "An example."
//! }
//! assessment A-9 "Look" { assesses R-2; method examine; modules act:A; activity "Look."; verdict { pass "It holds."; fail "It does not." }; evidence "notes" }
//! ```
//! # How to fix
//! Write the value that the requirement leads to, or take the line away.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::Requirement;
use std::collections::BTreeMap;

pub(in crate::check::rules) const RULE: Rule = Rule {
    name: "idle-reduction",
    severity: Severity::Warning,
    kinds: &["requirement", "threat", "risk-matrix"],
    check: Some(check),
};

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    let unread = context.unread(&["use-case", "threat"]);
    for (package, _) in model.standards().filter(|(package, _)| !unread.contains(&package.id)) {
        // Where the matrix does not rate everything, that is what `unsound-matrix` reports.
        let rated = context.ratings.get(&package.id).filter(|ratings| ratings.matrix.is_total());
        let Some(ratings) = rated else { continue };
        // For each threat the highest likelihood and impact that it has before, by the rank of the level there.
        let mut highest: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for rated in &ratings.rated {
            let rank = ratings.situations[rated.situation].rank;
            highest.entry(rated.threat).or_default().push((rank, rated.highest));
        }
        for (declaration, requirement) in model.of::<Requirement<'_>>(package.id) {
            let binds = model.rank(requirement.level.map(|level| level.id));
            for reduction in &requirement.reduces {
                let impact = reduction.of.text == "impact";
                let scale = if impact { &ratings.matrix.body.impacts } else { &ratings.matrix.body.likelihoods };
                let (Some(to), Some(before)) =
                    (scale.iter().position(|step| step.text == reduction.to.text), highest.get(&reduction.threat.id))
                else {
                    continue;
                };
                let there = before.iter().filter(|(rank, _)| *rank >= binds).map(|(_, highest)| *highest);
                let highest = there.map(|(likelihood, highest)| if impact { highest } else { likelihood }).max();
                if highest.is_some_and(|highest| highest > to) {
                    continue;
                }
                let threat = model.get(reduction.threat.id);
                let fact = match highest {
                    Some(highest) => format!("it is {} at most anyway", scale[highest].text),
                    None => "no use case with it calls for the level of the requirement".to_owned(),
                };
                let message = format!(
                    "`{}` lowers the {} of `{}` nowhere: {fact}",
                    declaration.name, reduction.of.text, threat.name
                );
                context
                    .report(
                        reduction.to.span,
                        message,
                        "write the value that the requirement leads to, or take the line away",
                    )
                    .label(threat.at, "the threat")
                    .misses(&["use-case", "threat"]);
            }
        }
    }
}
