//! Policies or assumptions on which a deliverable is silent.
//!
//! # What it checks
//! A deliverable declares the policies and the assumptions that it rests on, or says by `considers … as none` that there are none, where the request asks for it.
//! # Why
//! Request M/606, Annex II, section 1, paragraph 8 (OB-067, OB-068): a deliverable is transparent about the policies and assumptions that it is based on. An empty list does not show whether anybody looked.
//! # Bad
//! ```norm
//! // asked: unstated-basis on vertical
//! //~ elsewhere unstated-basis
//! considers policies as none "A vault carries out no policy of an organisation."
//! ```
//! # Good
//! ```norm
//! // asked: unstated-basis on vertical
//! considers policies as none "A vault carries out no policy of an organisation."
//! assumption A-2 { text "The room is locked." }
//! objective O-2 "Kept" { on environment; upholds A-2 }
//! ```
//! # How to fix
//! Declare each `policy` and `assumption`, or write `considers policies as none "…"`.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::{Assumption, Policy, considers::Outcome};

pub(in crate::check::rules) const RULE: Rule = Rule {
    name: "unstated-basis",
    severity: Severity::Error,
    kinds: &["policy", "assumption", "considers"],
    check: Some(check),
};

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    for asked in context.asked_standards() {
        let package = asked.package;
        let none = |matter| {
            model.considered(package, matter).is_some_and(|(_, considers)| considers.outcome == Some(Outcome::None))
        };
        let bases = [
            ("policy", "policies", model.of::<Policy<'_>>(package).next().is_some()),
            ("assumption", "assumptions", model.of::<Assumption<'_>>(package).next().is_some()),
        ];
        for (kind, matter, _) in bases.into_iter().filter(|(_, matter, has)| !has && !none(matter)) {
            let message = format!("`{}` does not say which {matter} it rests on", model.package(package).name);
            let help = format!("declare each `{kind}`, or write `considers {matter} as none \"…\"` if there are none");
            context.report(asked.head.at, message, help).asked_by(asked.by).misses(RULE.kinds);
        }
    }
}
