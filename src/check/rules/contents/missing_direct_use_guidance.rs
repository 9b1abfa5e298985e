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
//! Write `guidance "…" { on direct-use; text … }`.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "missing-direct-use-guidance", severity: Severity::Error, kinds: &["guidance"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    for asked in context.asked_standards() {
        if !model.guides_on(asked.package, "direct-use") {
            let name = model.package(asked.package).name;
            let message = format!(
                "`{name}` has no guidance on direct use by manufacturers for whose products there is no vertical"
            );
            let help = "write `guidance \"…\" { on direct-use; text … }`";
            context.report(asked.head.at, message, help).asked_by(asked.by).misses(RULE.kinds);
        }
    }
}
