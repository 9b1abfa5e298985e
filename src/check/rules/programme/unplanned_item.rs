//! A requested item that the work programme does not plan.
//!
//! # What it checks
//! Every item of the request that no other replaced is the `item` of a work item.
//! # Why
//! Request M/606, Article 1(1) and Article 2(1): each item is answered, and the programme names a deliverable for each.
//! # Bad
//! ```norm
//! // in: call
//! item 3 "Third" {  //~ elsewhere unplanned-item
//!   role vertical
//!   due 2027-01-01
//! }
//! ```
//! # Good
//! ```norm
//! // in: call
//! item 3 "Third" { role vertical; due 2027-01-01; replaced-by 2 }
//! ```
//! # How to fix
//! Write a `work-item` for it.

use crate::check::{Context, PLAN, Rule};
use crate::diagnostic::Severity;
use std::collections::BTreeSet;

pub(in crate::check::rules) const RULE: Rule = Rule {
    name: "unplanned-item",
    severity: Severity::Error,
    kinds: &["programme", "work-item", "item"],
    check: Some(check),
};

fn check(context: &mut Context<'_, '_>) {
    let unread = context.unread(&["work-item"]);
    for plan in context.asked_plans() {
        let planned = plan.work.iter().flat_map(|(_, work)| &work.items);
        // By number, so that the items of another edition are the same items.
        let planned: BTreeSet<_> = planned.map(|item| &*context.model.get(item.id).name).collect();
        let missing: Vec<_> = plan.items.iter().filter(|(item, _)| !planned.contains(&*item.name)).collect();
        let Some((first, _)) = missing.first().filter(|_| !unread.contains(&plan.head.package)) else { continue };
        let names: Vec<_> = missing.iter().map(|(item, _)| format!("`{}`", context.model.qualified(item.id))).collect();
        let message = format!("the programme plans no deliverable for {}", names.join(", "));
        context
            .report(plan.head.at, message, "write a `work-item` for each")
            .label(first.at, "requested here")
            .misses(PLAN);
    }
}
