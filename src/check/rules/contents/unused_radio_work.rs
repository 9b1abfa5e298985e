//! The work for radio equipment, left unused without a word.
//!
//! # What it checks
//! The deliverable `builds-on` a part of EN 18031, or says by `considers radio-equipment` why it does not; where the request asks for it.
//! # Why
//! Request M/606, Annex II, section 1, paragraph 4 (OB-045): the work done for the delegated act on radio equipment, which became the EN 18031 series, is the starting point.
//! # Bad
//! ```norm
//! // asked: unused-radio-work on vertical
//! //~ elsewhere unused-radio-work
//! ```
//! # Good
//! ```norm
//! // asked: unused-radio-work on vertical
//! reference en-18031-1 { number "EN 18031-1"; title "Common security requirements for radio equipment"; date "2024" }
//! builds-on en-18031-1 as mapped "Its requirements on secure storage are those of the present document."
//! ```
//! # How to fix
//! Write `builds-on` with the reference, or `considers radio-equipment "…"` with the reason.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::{BuildsOn, CitedDocument};

pub(in crate::check::rules) const RULE: Rule = Rule {
    name: "unused-radio-work",
    severity: Severity::Warning,
    kinds: &["builds-on", "considers", "reference"],
    check: Some(check),
};

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    let unread = context.unread(&["builds-on"]);
    for asked in context.asked_standards() {
        let works = model.of::<BuildsOn<'_>>(asked.package).flat_map(|(_, work)| &work.documents);
        let mut numbers = works.filter_map(|it| model.body::<CitedDocument<'_>>(it.id)).filter_map(|it| it.number);
        let used = numbers.any(|number| number.content().as_str().contains("18031"));
        if used || model.considered(asked.package, "radio-equipment").is_some() || unread.contains(&asked.package) {
            continue;
        }
        let name = model.package(asked.package).name;
        let message = format!("`{name}` neither builds on EN 18031 nor says why not");
        let help = "write `builds-on REFERENCE as reused \"…\"`, or `considers radio-equipment as not-relevant \"…\"`";
        context.report(asked.head.at, message, help).asked_by(asked.by).misses(RULE.kinds);
    }
}
