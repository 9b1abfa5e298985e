//! A technical body of an organisation that the item does not ask.
//!
//! # What it checks
//! The organisations of the body that develops a work item are among the `bodies` of each item it answers.
//! # Why
//! Request M/606, Article 1(2): items 1 to 15 and 39 to 41 are for CEN and CENELEC, the others for these and ETSI.
//! # Bad
//! ```norm
//! // in: plan
//! work-item wi-3 "Vaults, part 2" { item call:2; body tc-1 }  //~ foreign-body missing-milestone
//! ```
//! # Good
//! ```norm
//! // in: plan
//! work-item wi-3 "Words on vaults" { supports wi-2; body tc-1 }
//! ```
//! # How to fix
//! Give the work to a body of an organisation that the item asks.

use crate::check::{Context, PLAN, Rule};
use crate::diagnostic::Severity;
use crate::model::{Id, Item, TechnicalBody, Word};

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "foreign-body", severity: Severity::Error, kinds: &["work-item", "body"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    for plan in context.asked_plans() {
        for (declaration, work) in &plan.work {
            let Some(target) = work.body else { continue };
            let Some(body) = model.body::<TechnicalBody<'_>>(target.id) else { continue };
            let asks = |item: Id, eso: Word<'_>| {
                let asked = model.body::<Item<'_>>(item).map_or(&[][..], |item| &item.bodies);
                asked.is_empty() || asked.iter().any(|asked| asked.text == eso.text)
            };
            let foreign = |eso: Word<'_>| -> Vec<Id> {
                work.items.iter().map(|item| item.id).filter(|item| !asks(*item, eso)).collect()
            };
            // Of several organisations that are not asked, the first is told.
            let first =
                body.eso.iter().find_map(|eso| Some((eso, foreign(*eso))).filter(|(_, items)| !items.is_empty()));
            let Some((eso, items)) = first else { continue };
            let message = format!(
                "`{}` is given to a body of `{}`, which is not asked for {}",
                declaration.name,
                eso.text,
                context.names(&items, "and", declaration.package)
            );
            context
                .report(target.span, message, "give it to a body of an organisation that the item asks")
                .label(eso.span, "the body belongs to it here")
                .label(model.get(items[0]).at, "the item")
                .misses(PLAN);
        }
    }
}
