//! A deliverable without a concept of evaluation, or with gaps in it.
//!
//! # What it checks
//! A deliverable has one `methodology evaluation` that says something on roles, inputs, verdicts, sampling and independence, its own or that of a deliverable that it extends; where the request asks for it.
//! # Why
//! Request M/606, Annex II, section 1, paragraph 11 (OB-084): the concept of the evaluation methodology is defined.
//! # Bad
//! ```norm
//! // asked: missing-evaluation-concept on vertical
//! methodology evaluation "Evaluation" {  //~ missing-evaluation-concept
//!   roles "The manufacturer opens the vault, the evaluator watches."
//!   inputs "The vault and its papers."
//!   verdicts "Pass, fail, or inconclusive where the vault broke."
//! }
//! ```
//! # Good
//! ```norm
//! // asked: missing-evaluation-concept on vertical
//! methodology evaluation "Evaluation" {
//!   roles "The manufacturer opens the vault, the evaluator watches."
//!   inputs "The vault and its papers."
//!   verdicts "Pass, fail, or inconclusive where the vault broke."
//!   sampling "One vault of a series."
//!   independence "The evaluator did not build the vault."
//! }
//! ```
//! # How to fix
//! Write `methodology evaluation "…"` with `roles`, `inputs`, `verdicts`, `sampling` and `independence`.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::{
    Methodology,
    methodology::{ASPECTS, Subject},
};

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "missing-evaluation-concept", severity: Severity::Error, kinds: &["methodology"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    for asked in context.asked_standards() {
        let packages: Vec<_> = [asked.package].into_iter().chain(model.bases(asked.package)).collect();
        let concepts = packages.into_iter().flat_map(|package| model.of::<Methodology<'_>>(package));
        let mut concepts = concepts.filter(|(_, it)| it.of == Some(Subject::Evaluation));
        let (at, missing) = match concepts.next() {
            None => (asked.head.at, ASPECTS.to_vec()),
            Some((declaration, concept)) => {
                let says = |aspect: &str| concept.aspects.iter().any(|(said, _)| *said == aspect);
                (declaration.at, ASPECTS.iter().copied().filter(|aspect| !says(aspect)).collect())
            }
        };
        if !missing.is_empty() {
            let message = if at == asked.head.at {
                format!("`{}` has no concept of evaluation", model.package(asked.package).name)
            } else {
                format!("the concept of evaluation says nothing on {}", missing.join(", "))
            };
            let help = format!("write `methodology evaluation` with `{}`", missing.join("`, `"));
            context.report(at, message, help).asked_by(asked.by);
        }
    }
}
