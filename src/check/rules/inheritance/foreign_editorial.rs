//! A revision that speaks of the requirements of another deliverable.
//!
//! # What it checks
//! `editorial` in a revision names requirements of the deliverable whose revision it is. Of others it would say nothing: what was written
//! against them stays to be reviewed.
//! # Why
//! Request M/606, Annex II, section 2.3: verticals build on the horizontals; whether a change of a provision means something is for its own committee to say.
//! # Bad
//! ```norm
//! revision "0.1.0" 2026-01-01 "First draft." { editorial base:R-B }  //~ foreign-editorial
//! ```
//! # Good
//! ```norm
//! revision "0.1.0" 2026-01-01 "First draft." { editorial R-1 }
//! ```
//! # How to fix
//! Declare it in a revision of the other deliverable.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::Revision;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "foreign-editorial", severity: Severity::Warning, kinds: &["revision"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    for (declaration, revision) in model.all::<Revision<'_>>() {
        for target in &revision.editorial {
            let home = model.get(target.id).package;
            if home != declaration.package {
                let (name, home) = (model.qualified(target.id), model.package(home).name);
                let message =
                    format!("`{name}` belongs to `{home}`, and only a revision there can declare its change editorial");
                let help = format!("declare it in a revision of `{home}`, or take it away here");
                context.report(target.span, message, help).label(model.get(target.id).at, "the requirement");
            }
        }
    }
}
