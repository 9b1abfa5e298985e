//! A report that lacks evidence that it has to give.
//!
//! # What it checks
//! A report of progress, or the final one, that was made says what it reported (`text`), which actions for participation it gives evidence of (`shows`: for
//! each of small enterprises, civil society and the open-source community that the programme has an action for), and the evidence that
//! deliverables respect fundamental rights and personal data (`rights`).
//! # Why
//! Request M/606, Article 4(1) and 4(5)(a) and (b), Article 3 of the draft (OB-022, OB-023, OB-024).
//! # Bad
//! ```norm
//! // in: plan
//! report r-0 "Early report" { type progress; due 2025-04-01; made 2025-04-01; text "Work has begun as planned." }  //~ thin-report
//! ```
//! # Good
//! ```norm
//! // in: plan
//! report r-0 "Early report" {
//!   type progress
//!   due 2025-04-01
//!   made 2025-04-01
//!   text "Work has begun as planned."
//!   shows p-1, p-2
//!   rights "Nothing of this kind is touched yet, as a lawyer of the secretariat judged."
//! }
//! ```
//! # How to fix
//! Add what the message names.

use crate::check::{Context, PLAN, Rule};
use crate::diagnostic::Severity;
use crate::model::{Participation, Plan, Report};
use std::collections::BTreeSet;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "thin-report", severity: Severity::Error, kinds: &["report", "participation"], check: Some(check) };

const GROUPS: &[&str] = &["sme", "civil-society", "open-source"];

fn check(context: &mut Context<'_, '_>) {
    for plan in context.asked_plans() {
        let made = plan.reports.iter().filter(|(declaration, report)| report.made.is_some() && !declaration.loose);
        for (declaration, report) in made.filter(|(_, report)| report.kind.is_some_and(|word| word.text != "concern")) {
            let mut missing = Vec::new();
            if report.text.is_none() {
                missing.push("progress against the programme (`text`)".to_owned());
            }
            let unseen: Vec<_> = unseen(context, &plan, report).into_iter().map(|group| format!("`{group}`")).collect();
            if !unseen.is_empty() {
                missing.push(format!("the participation of {} (`shows`)", unseen.join(", ")));
            }
            if report.rights.is_none() {
                missing.push("fundamental rights and personal data (`rights`)".to_owned());
            }
            if !missing.is_empty() {
                let message = format!("`{}` gives no evidence of {}", declaration.name, missing.join("; "));
                context.report(declaration.at, message, "add what is missing").misses(PLAN);
            }
        }
    }
}

/// The groups that the programme has an action for and the report does not show.
fn unseen<'m>(context: &Context<'m, '_>, plan: &Plan<'m, '_>, report: &Report<'_>) -> Vec<&'m str> {
    let of = |action: &'m Participation<'_>| action.of.iter().map(|word| word.text);
    let shown = report.shows.iter().filter_map(|target| context.model.body::<Participation<'_>>(target.id));
    let shown: BTreeSet<_> = shown.flat_map(of).collect();
    let planned: BTreeSet<_> = plan.participation.iter().flat_map(|(_, action)| of(action)).collect();
    planned.difference(&shown).copied().filter(|group| GROUPS.contains(group)).collect()
}
