//! An essential requirement that is covered and omitted at once.
//!
//! # What it checks
//! What a deliverable omits, none of its requirements covers.
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
use crate::model::{Omits, Requirement};

pub(in crate::check::rules) const RULE: Rule = Rule {
    name: "covered-and-omitted",
    severity: Severity::Error,
    kinds: &["omits", "requirement"],
    check: Some(check),
};

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    for (package, _) in model.standards() {
        for (_, omits) in model.of::<Omits<'_>>(package.id) {
            for omitted in &omits.essentials {
                let cover = model.in_force(package.id).into_iter().find_map(|id| {
                    let requirement = model.body::<Requirement<'_>>(id)?;
                    requirement.covers.iter().find(|target| target.id == omitted.id).map(|target| (id, *target))
                });
                if let Some((requirement, target)) = cover {
                    let name = model.qualified(omitted.id);
                    context
                        .report(
                            omitted.span,
                            format!("`{name}` is omitted, but `{}` covers it", model.qualified(requirement)),
                            "take the omission away, or omit only the concepts that are not covered",
                        )
                        .label(target.span, "covered here");
                }
            }
        }
    }
}
