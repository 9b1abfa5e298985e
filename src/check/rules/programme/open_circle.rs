//! A deliverable for critical products that is not developed in a restricted circle.
//!
//! # What it checks
//! A work item that answers an item on a category of class `critical` says `circle restricted`.
//! # Why
//! Request M/606, Article 2(3): the deliverables of items 39 to 41 are developed in a restricted setting.
//! # Bad
//! ```norm
//! // in: plan
//! work-item wi-9 "Strongrooms" { item call:9; body tc-2; circle open }  //~ open-circle missing-milestone
//! ```
//! # Good
//! ```norm
//! // in: plan
//! work-item wi-9 "Strongrooms" { item call:9; body tc-2; circle restricted }
//! milestone m-9a "Draft" { of wi-9; stage draft; planned 2026-02-01 }
//! milestone m-9b "Enquiry" { of wi-9; stage enquiry; planned 2026-04-01 }
//! milestone m-9c "Vote" { of wi-9; stage vote; planned 2026-09-01 }
//! milestone m-9d "Adoption" { of wi-9; stage adoption; planned 2026-11-01 }
//! ```
//! # How to fix
//! Restrict the circle, and write `circle restricted`.

use crate::check::{Context, PLAN, Rule};
use crate::diagnostic::Severity;
use crate::model::{Category, Item, category::Class};

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "open-circle", severity: Severity::Error, kinds: &["work-item", "item"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    let is_critical = |item: &Item<'_>| {
        let mut classes = item.category.iter().filter_map(|target| model.body::<Category<'_>>(target.id)?.class);
        classes.any(|class| class == Class::Critical)
    };
    for plan in context.asked_plans() {
        for (declaration, work) in plan.work.iter().filter(|(declaration, _)| !declaration.loose) {
            let critical = work.items.iter().find(|item| model.body::<Item<'_>>(item.id).is_some_and(is_critical));
            let Some(item) = critical.filter(|_| work.circle.is_none_or(|word| word.text != "restricted")) else {
                continue;
            };
            let message =
                format!("`{}` is about critical products, and its circle is not restricted", declaration.name);
            context
                .report(declaration.at, message, "restrict who takes part, and write `circle restricted`")
                .label(model.get(item.id).at, "the item")
                .misses(PLAN);
        }
    }
}
