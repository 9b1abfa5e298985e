//! A work item and its deliverable that say different things.
//!
//! # What it checks
//! Where a work item names the package of its deliverable, the number and the reference of the work item are those in the header of that package, as far as
//! both say them, and every item of the request that the deliverable answers is planned there.
//! # Why
//! Request M/606, Article 2(1): the programme lists the deliverables. Two accounts of one thing that differ are both in doubt.
//! # Bad
//! ```norm
//! // in: plan
//! work-item wi-3 "Words" { supports wi-1; body tc-1; number "EN 9"; deliverable base }  //~ differing-deliverable
//! ```
//! # Good
//! ```norm
//! // in: plan
//! work-item wi-3 "Words" { supports wi-1; body tc-1; number "EN 1"; deliverable base }
//! ```
//! # How to fix
//! Correct the one that is out of date.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::{Declaration, Model, PackageId, Standard, WorkItem};
use crate::syntax::Text;

pub(in crate::check::rules) const RULE: Rule = Rule {
    name: "differing-deliverable",
    severity: Severity::Warning,
    kinds: &["work-item", "standard"],
    check: Some(check),
};

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    for (declaration, work) in model.all::<WorkItem<'_>>() {
        let Some(package) = work.deliverable.map(|package| model.package(package)) else { continue };
        let Some(head) = package.head else { continue };
        let Some(standard) = model.body::<Standard<'_>>(head) else { continue };
        let Some(difference) = difference(model, declaration.package, work, standard) else { continue };
        let message = format!("`{}` and `{}` differ: {difference}", declaration.name, package.name);
        context
            .report(declaration.at, message, "correct the one that is out of date")
            .label(model.get(head).at, "the deliverable");
    }
}

/// The first thing in which a work item and its deliverable differ.
fn difference(model: &Model<'_>, programme: PackageId, work: &WorkItem<'_>, standard: &Standard<'_>) -> Option<String> {
    let texts = |here: Option<Text<'_>>, there: Option<Text<'_>>| {
        let (here, there) = (here?.content().as_str().to_owned(), there?.content().as_str().to_owned());
        (here != there).then(|| format!("`{here}` here, `{there}` there"))
    };
    let planned = |item: &Declaration<'_>| work.items.iter().any(|target| target.id == item.id);
    let request = model.standings(programme, None).first().map(|standing| standing.request);
    let answered = standard.answers.iter().map(|target| model.get(target.id));
    let mut unplanned = answered.filter(|item| Some(item.package) == request && !planned(item));
    texts(work.number, standard.number).or_else(|| texts(work.reference, standard.work_item)).or_else(|| {
        Some(format!("only the deliverable says that it answers `{}`", model.qualified(unplanned.next()?.id)))
    })
}
