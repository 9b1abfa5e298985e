//! Guidance on modules that leaves out one side.
//!
//! # What it checks
//! The guidance on conformity assessment modules is `for` manufacturers and for notified or certification bodies, taken together, where the request asks for it.
//! # Why
//! The draft request of 16 April 2024, Annex II, section 1, paragraph 12 (OB-088): guidance describes requirements for organisations that certify or self-certify. The adopted request does not ask for it.
//! # Bad
//! ```norm
//! // asked: unaddressed-guidance on vertical
//! //~ elsewhere unaddressed-guidance
//! guidance module act:A "Internal control" { for manufacturer; text "The manufacturer keeps the records." }
//! ```
//! # Good
//! ```norm
//! // asked: unaddressed-guidance on vertical
//! guidance module act:A "Internal control" { for manufacturer, notified-body; text "The manufacturer keeps the records." }
//! ```
//! # How to fix
//! Say by `for` whom each guidance is for, and write what the other side needs.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::Guidance;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "unaddressed-guidance", severity: Severity::Error, kinds: &["guidance"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    for asked in context.asked_standards() {
        let mut guidance =
            model.of::<Guidance<'_>>(asked.package).filter(|(_, guidance)| !guidance.modules.is_empty()).peekable();
        // Where there is no guidance on modules at all, another rule speaks.
        if guidance.peek().is_none() {
            continue;
        }
        let readers: Vec<_> = guidance.flat_map(|(_, guidance)| guidance.readers.iter().map(|it| it.text)).collect();
        let assessed = readers.contains(&"notified-body") || readers.contains(&"certification-body");
        let missing = match (readers.contains(&"manufacturer"), assessed) {
            (true, true) => continue,
            (false, true) => "manufacturers",
            (true, false) => "the bodies that assess",
            (false, false) => "manufacturers or for the bodies that assess",
        };
        let message = format!("`{}` has no guidance on modules for {missing}", model.package(asked.package).name);
        let help = "write `for manufacturer`, `for notified-body` or `for certification-body` in `guidance module`";
        context.report(asked.head.at, message, help).asked_by(asked.by).misses(RULE.kinds);
    }
}
