//! A risk that stays too high.
//!
//! # What it checks
//! In each use case, for every product, a threat that is not declared `residual` has an accepted rating once the requirements that bind and apply
//! there have lowered its likelihood or impact (`reduces`). The rating is read from the risk matrix, and `accept` in it says what is accepted. The
//! finding names the smallest product for which the risk stays highest.
//! # Why
//! Request M/606, Annex II, section 1: requirements treat the identified risks, and major risks that are not mitigated are indicated with another
//! way to address them.
//! # Bad
//! ```norm
//! threat T-2 "Force" { targets store; agent "A thief"; likelihood likely; impact severe }  //~ unacceptable-risk
//! objective O-2 "Firm" { on environment; counters T-2 }
//! ```
//! # Good
//! ```norm
//! threat T-2 "Force" { targets store; agent "A thief"; likelihood likely; impact severe }
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
//! Let a requirement that applies there say how far it `reduces` the threat, or declare the threat `residual` with the reason and another way.

use crate::check::{Context, Rule};
use crate::coverage::{Products, servants};
use crate::diagnostic::Severity;
use crate::model::{Objective, PackageId, Relation, objective::On};
use crate::risk::{Rated, Ratings};

pub(in crate::check::rules) const RULE: Rule = Rule {
    name: "unacceptable-risk",
    severity: Severity::Error,
    kinds: &["threat", "requirement", "risk-matrix", "residual", "use-case"],
    check: Some(check),
};

fn check(context: &mut Context<'_, '_>) {
    let (model, graph) = (context.model, context.graph);
    let unread = context.unread(&["requirement", "residual", "use-case", "threat"]);
    for (package, standard) in model.standards().filter(|(package, _)| !unread.contains(&package.id)) {
        let Some(ratings) = context.ratings.get(&package.id) else { continue };
        let Some(accepted) = ratings.matrix.accepted() else { continue };
        let too_high = ratings.rated.iter().filter(|rated| {
            let left = graph.is_target(rated.threat, &[Relation::Leaves]);
            // A threat that no objective counters has a finding of its own.
            rated.after.rating > accepted && !left && graph.is_target(rated.threat, &[Relation::Counters])
        });
        let too_high: Vec<_> = too_high.collect();
        let mut products = Products::of(model, package.id, standard);
        for alike in too_high.chunk_by(|one, other| one.threat == other.threat) {
            // Nor is it repeated where no requirement serves an objective against the threat.
            let mut objectives = graph.origins(alike[0].threat, Relation::Counters);
            let is_unserved = objectives.any(|id| {
                let objective = model.body::<Objective<'_>>(id);
                let servants = servants(model, graph, id);
                objective.is_some_and(|it| it.on != Some(On::Environment) && products.unserved(it, &servants).is_some())
            });
            if !is_unserved {
                report(context, package.id, ratings, alike);
            }
        }
    }
}

fn report(context: &mut Context<'_, '_>, package: PackageId, ratings: &Ratings<'_, '_>, alike: &[&Rated]) {
    let Some(worst) = alike.iter().max_by_key(|rated| (rated.after, std::cmp::Reverse(rated.situation))) else {
        return;
    };
    let (model, matrix) = (context.model, ratings.matrix.body);
    let threat = model.get(worst.threat);
    let rating = matrix.ratings[worst.after.rating].text;
    let product =
        if worst.product.is_any() { String::new() } else { format!(" for {}", worst.product.in_words(model, package)) };
    let more = match alike.len() {
        1 => String::new(),
        2 => ", and too high in one more".to_owned(),
        more => format!(", and too high in {} more", more - 1),
    };
    let place = context.place(&ratings.situations[worst.situation]);
    let message = format!("the risk of `{}` stays {rating}{product}{place}{more}", threat.name);
    let (likelihood, impact) = (matrix.likelihoods[worst.after.likelihood], matrix.impacts[worst.after.impact]);
    let help = format!(
        "let a requirement that applies there say `reduces {0} likelihood to …` or `reduces {0} impact to …`, or write `residual {0} {{ … }}`",
        threat.name
    );
    let mut reported = context
        .report(threat.at, message, help)
        .here(format!("with the requirements that apply: likelihood {}, impact {}", likelihood.text, impact.text))
        .misses(&["risk-matrix", "requirement", "residual", "use-case", "threat"]);
    if let Some((accepted, _)) = &matrix.accept {
        reported = reported.label(accepted.span, "the highest rating that is accepted");
    }
    for requirement in worst.lowered_by.iter().take(2) {
        reported = reported.label(model.get(*requirement).at, "lowers it, but not far enough for every product");
    }
}
