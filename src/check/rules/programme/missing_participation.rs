//! A group of stakeholders for which no action is planned.
//!
//! # What it checks
//! The programme has an action for each of small enterprises, civil society and the makers of free and open-source software.
//! # Why
//! Request M/606, Article 2(2): the programme states actions for effective participation, and names these groups.
//! # Bad
//! ```norm
//! // in: plan
//! // without: plan/participation.norm
//! participation p-1 "Workshop" { of sme; owner "Secretariat"; date 2025-06-01; text "The drafts are discussed." }  //~ elsewhere missing-participation
//! participation p-2 "Meeting" { of civil-society; owner "Secretariat"; date 2025-07-01; text "The drafts are discussed." }
//! ```
//! # Good
//! ```norm
//! // in: plan
//! // without: plan/participation.norm
//! participation p-1 "Workshop" { of sme; owner "Secretariat"; date 2025-06-01; text "The drafts are discussed." }
//! participation p-2 "Meeting" { of civil-society, open-source; owner "Secretariat"; date 2025-07-01; text "The drafts are discussed." }
//! ```
//! # How to fix
//! Write a `participation` for the group, with owner and date. Where the open-source community has nothing to do with it, accept the finding with that reason.

use crate::check::{Context, PLAN, Rule};
use crate::diagnostic::Severity;

pub(in crate::check::rules) const RULE: Rule = Rule {
    name: "missing-participation",
    severity: Severity::Error,
    kinds: &["programme", "participation"],
    check: Some(check),
};

const GROUPS: &[&str] = &["sme", "civil-society", "open-source"];

fn check(context: &mut Context<'_, '_>) {
    let unread = context.unread(&["participation"]);
    for plan in context.asked_plans() {
        let groups: Vec<_> =
            plan.participation.iter().flat_map(|(_, action)| &action.of).map(|word| word.text).collect();
        let missing = GROUPS.iter().filter(|group| !groups.contains(group)).map(|group| format!("`{group}`"));
        let missing: Vec<_> = missing.collect();
        if !missing.is_empty() && !unread.contains(&plan.head.package) {
            let message = format!("no action is for the participation of {}", missing.join(", "));
            context.report(plan.head.at, message, "write a `participation` with owner and date for each").misses(PLAN);
        }
    }
}
