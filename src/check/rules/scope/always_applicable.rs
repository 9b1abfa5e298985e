//! An essential requirement that always applies, declared not to apply.
//!
//! # What it checks
//! What a deliverable finds `not-applicable` depends on the risk assessment by the act's own words: not what the act says of every product (`applies always`).
//! # Why
//! CRA, Annex I: Part I, point (1), and Part II bind every product; only the letters of point (2) depend on the risk assessment. Request M/606, Annex II, section 1, paragraph 6 (OB-056).
//! # Bad
//! ```norm
//! not-applicable act:E-9 { because "Vaults have no faults." }  //~ always-applicable
//! ```
//! # Good
//! ```norm
//! omits act:E-9 { because "The process is the subject of another deliverable." }
//! ```
//! # How to fix
//! Write `omits` with the reason if the deliverable does not cover it, or cover it.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::{Essential, NotApplicable, essential::Applies};

pub(in crate::check::rules) const RULE: Rule = Rule {
    name: "always-applicable",
    severity: Severity::Error,
    kinds: &["not-applicable", "essential"],
    check: Some(check),
};

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    for (declaration, not) in model.all::<NotApplicable<'_>>() {
        for target in &not.essentials {
            let essential = model.get(target.id).parent.unwrap_or(target.id);
            let Some(body) = model.body::<Essential<'_>>(essential) else { continue };
            if body.applies == Some(Applies::Always) {
                let name = context.name(model.get(target.id), declaration.package);
                let message = format!("`{name}` applies to every product, whatever its risks");
                let help =
                    "write `omits` in place of `not-applicable` where another deliverable covers it, or cover it";
                context
                    .report(target.span, message, help)
                    .label(model.get(essential).at, "the act says that it always applies");
            }
        }
    }
}
