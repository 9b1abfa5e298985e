//! A horizontal that leaves manufacturers without a vertical alone.
//!
//! # What it checks
//! A horizontal has `guidance` on its direct use, that is for products that no vertical is about, where the request asks for it.
//! # Why
//! Request M/606, Annex II, section 2.1, paragraph 1, of the adopted edition (OB-097): particular support for products without any vertical.
//! # Bad
//! ```norm
//! // asked: missing-direct-use-guidance on vertical
//! //~ elsewhere missing-direct-use-guidance
//! ```
//! # Good
//! ```norm
//! // asked: missing-direct-use-guidance on vertical
//! guidance "Using the document without a vertical" { on direct-use; text "Begin with the assets, and ask of each who wants it." }
//! ```
//! # How to fix
//! Write `guidance "…" { on direct-use; text … }`, together or one by one.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::Guidance;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "missing-direct-use-guidance", severity: Severity::Error, kinds: &["guidance"], check: Some(check) };

const SUBJECTS: [&str; 1] = ["direct-use"];

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    for asked in context.asked_standards() {
        let given = |subject: &str| {
            let mut guidance = model.of::<Guidance<'_>>(asked.package);
            guidance.any(|(_, guidance)| guidance.on.iter().any(|word| word.text == subject))
        };
        let missing: Vec<_> = SUBJECTS.into_iter().filter(|subject| !given(subject)).collect();
        if !missing.is_empty() {
            let name = model.package(asked.package).name;
            let message = format!(
                "`{name}` has no guidance on {} by manufacturers for whose products there is no vertical",
                missing.join(", ").replace('-', " ")
            );
            let help = format!("write `guidance \"…\" {{{{ on {}; text … }}}}`", missing.join(", "));
            context.report(asked.head.at, message, help).asked_by(asked.by).misses(RULE.kinds);
        }
    }
}
