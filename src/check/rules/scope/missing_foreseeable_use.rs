//! Use cases of the intended purpose only.
//!
//! # What it checks
//! Among the use cases of a vertical at least one is intended and at least one is `use foreseeable`, where the request asks for both.
//! # Why
//! Request M/606, Annex II, section 2.3, paragraph 2 (OB-122): differences between the intended purpose and reasonably foreseeable use are taken into account. CRA, Article 3, points (23) to (25).
//! # Bad
//! ```norm
//! // asked: missing-foreseeable-use on vertical
//! //~ elsewhere missing-foreseeable-use
//! ```
//! # Good
//! ```norm
//! // asked: missing-foreseeable-use on vertical
//! use-case UC-2 "Office" {
//!   purpose "Keep the secrets of several people, though made for one."
//!   environment "An office."
//!   users lib:anyone
//!   use foreseeable
//!   level lib:high
//! }
//! ```
//! # How to fix
//! Describe a use that the manufacturer does not intend and can foresee, with `use foreseeable`.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::UseCase;

pub(in crate::check::rules) const RULE: Rule = Rule {
    name: "missing-foreseeable-use",
    severity: Severity::Error,
    kinds: &["use-case", "standard"],
    check: Some(check),
};

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    for asked in context.asked_standards() {
        let uses = || model.of::<UseCase<'_>>(asked.package).map(|(_, use_case)| use_case.foreseeable);
        let missing = match (uses().any(|foreseeable| !foreseeable), uses().any(|foreseeable| foreseeable)) {
            (true, false) => "a use that can only be foreseen",
            (false, true) => "a use that is intended",
            _ => continue,
        };
        let message = format!("no use case of `{}` is {missing}", model.package(asked.package).name);
        let help =
            "write a `use-case`; one that the manufacturer does not intend but can foresee says `use foreseeable`";
        context.report(asked.head.at, message, help).asked_by(asked.by).misses(RULE.kinds);
    }
}
