//! An open comment on something that is not declared.
//!
//! # What it checks
//! The package of a round is in the workspace, and what an open comment is `on` is declared in it. Comments with a decision are left alone:
//! what they were on may be gone because of it.
//! # Why
//! A comment that leads nowhere is answered by nobody. Most often the requirement that it is on got another name.
//! # Bad
//! ```norm
//! // comments/demo/enquiry.yaml
//! // - id: FR-001
//! //   on: R-STORAGE
//! //   comment: The number of attempts is too high.
//! //~ elsewhere stray-comment
//! ```
//! # Good
//! ```norm
//! // comments/demo/enquiry.yaml
//! // - id: FR-001
//! //   comment: The number of attempts is too high.
//! ```
//! # How to fix
//! Write behind `on:` what the comment is on now, or decide on the comment.

use crate::check::{Context, Rule};
use crate::comments::Kept;
use crate::diagnostic::Severity;
use crate::nearest::nearest;
use crate::source::Span;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "stray-comment", severity: Severity::Warning, kinds: &[], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    for kept in context.comments {
        let round = &kept.round;
        let Some(package) = model.package_named(&round.package) else {
            let near = nearest(&round.package, model.packages().iter().map(|package| package.name));
            let help = near.map_or_else(
                || "move the file to the folder of a package that the workspace has".to_owned(),
                |near| format!("did you mean `{near}`? the folder of the file has its name, too"),
            );
            context.report(Span::new(kept.file, 0, 0), format!("no package is called `{}`", round.package), help);
            continue;
        };
        let names = || model.members(package.id).iter().map(|declaration| declaration.name.as_str());
        for (at, comment) in round.comments.iter().enumerate().filter(|(_, comment)| comment.is_open()) {
            let Some(on) = comment.on.as_deref().filter(|on| model.lookup(package.id, on).is_none()) else { continue };
            let message =
                format!("the comment `{}` is on `{on}`, which `{}` does not declare", comment.id, round.package);
            let help = nearest(on, names()).map_or_else(
                || "write what it is on now, or decide on it".to_owned(),
                |near| format!("did you mean `{near}`?"),
            );
            context.report(span(kept, at), message, help);
        }
    }
}

/// The line that names a comment.
pub(super) fn span(kept: &Kept, at: usize) -> Span {
    let line = kept.places.get(at).cloned().unwrap_or(0..0);
    let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    Span::new(kept.file, offset(line.start), offset(line.end))
}
