//! A decision on a comment that does not say why.
//!
//! # What it checks
//! Where a comment is rejected, noted, or accepted with another change than the one that is proposed, the decision has its reason. What is accepted
//! as it was proposed needs none.
//! # Why
//! The commenter reads the decision in column 8 of the form and has a right to know why; so does whoever votes on the next draft.
//! # Bad
//! ```norm
//! // comments/demo/enquiry.yaml
//! // - id: FR-001
//! //   comment: The number of attempts is too high.
//! //   resolution:
//! //     outcome: reject
//! //~ elsewhere unreasoned-resolution
//! ```
//! # Good
//! ```norm
//! // comments/demo/enquiry.yaml
//! // - id: FR-001
//! //   comment: The number of attempts is too high.
//! //   resolution:
//! //     outcome: reject
//! //     because: A lower number locks out users who mistype.
//! ```
//! # How to fix
//! Write the reason behind `because:`, or with `normc comments resolve NAME OUTCOME --because "…"`.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;

use super::stray_comment::span;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "unreasoned-resolution", severity: Severity::Warning, kinds: &[], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    for kept in context.comments {
        for (at, comment) in kept.round.comments.iter().enumerate() {
            let Some(resolution) = &comment.resolution else { continue };
            if !resolution.outcome.needs_reason() || !resolution.because.trim().is_empty() {
                continue;
            }
            let word = resolution.outcome.word();
            let message = format!("the comment `{}` has the decision `{word}`, and nothing says why", comment.id);
            let help = format!("record the reason: `normc comments resolve {} {word} --because \"…\"`", comment.id);
            context.report(span(kept, at), message, help);
        }
    }
}
