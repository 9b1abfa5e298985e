//! Two comments of one round with the same name.
//!
//! # What it checks
//! Each comment in a file below `comments/` has a name of its own.
//! # Why
//! `normc comments resolve`, the minutes of a meeting and the commenter call a comment by its name. Two with one name get one decision.
//! # Bad
//! ```norm
//! // comments/demo/enquiry.yaml
//! // - id: FR-001
//! //   comment: The number of attempts is too high.
//! // - id: FR-001
//! //   comment: The number of attempts is not stated.
//! //~ elsewhere repeated-comment
//! ```
//! # Good
//! ```norm
//! // comments/demo/enquiry.yaml
//! // - id: FR-001
//! //   comment: The number of attempts is too high.
//! // - id: FR-002
//! //   comment: The number of attempts is not stated.
//! ```
//! # How to fix
//! Give one of them another name; where both sides of a merge brought the same comment, take one away.

use std::collections::BTreeMap;

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;

use super::stray_comment::span;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "repeated-comment", severity: Severity::Error, kinds: &[], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    for kept in context.comments {
        let mut first = BTreeMap::new();
        for (at, comment) in kept.round.comments.iter().enumerate() {
            let Some(before) = first.insert(comment.id.as_str(), at) else { continue };
            first.insert(&comment.id, before);
            let message = format!("the round `{}` has the comment `{}` twice", kept.round.round, comment.id);
            let help = "give one of them another name, or take it away where they are the same";
            context.report(span(kept, at), message, help).label(span(kept, before), "the first");
        }
    }
}
