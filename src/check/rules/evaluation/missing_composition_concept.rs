//! No word on evaluations of components that are put together.
//!
//! # What it checks
//! A deliverable has a `methodology composition`, its own or that of a deliverable that it extends, or says by `considers composition as not-relevant` why none is needed; where the request asks for it.
//! # Why
//! Request M/606, Annex II, section 1, paragraph 11 (OB-085): the concept of the composition methodology is defined when relevant.
//! # Bad
//! ```norm
//! // asked: missing-composition-concept on vertical
//! //~ elsewhere missing-composition-concept
//! ```
//! # Good
//! ```norm
//! // asked: missing-composition-concept on vertical
//! considers composition as not-relevant "A vault is evaluated as a whole."
//! ```
//! # How to fix
//! Write `methodology composition "…" { text … }`, or `considers composition as not-relevant "…"`.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::{Methodology, methodology::Subject};

pub(in crate::check::rules) const RULE: Rule = Rule {
    name: "missing-composition-concept",
    severity: Severity::Warning,
    kinds: &["methodology", "considers"],
    check: Some(check),
};

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    for asked in context.asked_standards() {
        let packages = model.bases(asked.package).into_iter().chain([asked.package]);
        let mut concepts = packages.flat_map(|package| model.of::<Methodology<'_>>(package));
        let given = concepts.any(|(_, it)| it.of == Some(Subject::Composition));
        if !given && model.considered(asked.package, "composition").is_none() {
            let name = model.package(asked.package).name;
            let message = format!("`{name}` does not say how evaluations of components are put together");
            let help =
                "write `methodology composition \"…\" { text … }`, or `considers composition as not-relevant \"…\"`";
            context.report(asked.head.at, message, help).asked_by(asked.by).misses(RULE.kinds);
        }
    }
}
