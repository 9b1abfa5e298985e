//! An essential requirement that is covered and omitted at once.
//!
//! # What it checks
//! What a deliverable omits, or finds not applicable, none of its requirements covers in full; where it omits it for some products only, none that applies to such a product.
//! # Why
//! Request M/606, Annex II, section 1: covered and not covered are two lists, and each essential requirement stands on one.
//! # Bad
//! ```norm
//! omits act:E-1 { because "It is out of reach." }  //~ covered-and-omitted
//! ```
//! # Good
//! ```norm
//! omits act:E-9 { because "The process is the subject of another deliverable." }
//! ```
//! # How to fix
//! Take the omission away, or omit only the concepts that are not covered.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::logic::Configurations;
use crate::model::{Condition, Id, Model, NotApplicable, Omits, PackageId, Requirement, Target};
use std::collections::BTreeMap;

pub(in crate::check::rules) const RULE: Rule = Rule {
    name: "covered-and-omitted",
    severity: Severity::Error,
    kinds: &["omits", "not-applicable", "requirement"],
    check: Some(check),
};

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    for (package, standard) in model.standards() {
        let omits = model.of::<Omits<'_>>(package.id).map(|(_, it)| ("omitted", &it.essentials, &it.when));
        let not = model.of::<NotApplicable<'_>>(package.id);
        let not = not.map(|(_, it)| ("found not applicable", &it.essentials, &it.when));
        let mut omissions = omits.chain(not).peekable();
        if omissions.peek().is_none() {
            continue;
        }
        let covers = covers(model, package.id);
        let mut configurations = Configurations::new(model, standard.in_scope.as_ref());
        for (what, omitted, left) in omissions.flat_map(|(what, all, when)| all.iter().map(move |it| (what, *it, when)))
        {
            let mut meets = |(requirement, _): &&(Id, Target)| {
                let when = model.body::<Requirement<'_>>(*requirement).and_then(|body| body.when.as_ref());
                let both: Vec<&Condition> = left.iter().chain(when).collect();
                left.is_none() || configurations.some(&both)
            };
            let cover = covers.get(&omitted.id).into_iter().flatten().find(&mut meets);
            if let Some((requirement, target)) = cover {
                let name = model.qualified(omitted.id);
                context
                    .report(
                        omitted.span,
                        format!("`{name}` is {what}, but `{}` covers it", model.qualified(*requirement)),
                        "take this away, or name only the concepts that are not covered",
                    )
                    .label(target.span, "covered here");
            }
        }
    }
}

/// For each essential requirement and concept, the requirements in force that cover it, and where they say so.
fn covers(model: &Model<'_>, package: PackageId) -> BTreeMap<Id, Vec<(Id, Target)>> {
    let mut covers: BTreeMap<Id, Vec<(Id, Target)>> = BTreeMap::new();
    for id in model.in_force(package) {
        for target in model.body::<Requirement<'_>>(id).into_iter().flat_map(Requirement::covers_in_full) {
            covers.entry(target.id).or_default().push((id, *target));
        }
    }
    covers
}
