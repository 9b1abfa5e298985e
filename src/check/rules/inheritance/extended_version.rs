//! A deliverable that was written against another version of what it extends.
//!
//! # What it checks
//! Where `extends` says `at` which version a deliverable was written, that is the version that the workspace holds.
//! # Why
//! Request M/606, Annex II, section 2.3: a vertical builds on horizontals as they are, and a reader has to know on which text.
//! # Bad
//! ```norm
//! // alone
//! standard gate "Gates" {
//!   role horizontal
//!   answers req:1
//!   eso cen
//!   number "EN 3"
//!   stage draft
//!   version "0.1.0"
//!   date 2026-01-01
//!   extends base at "0.0.9"  //~ extended-version
//!   scope "This document specifies nothing."
//! }
//! use req
//! use act
//! adopts base:R-B, base:R-U
//! ```
//! # Good
//! ```norm
//! // alone
//! standard gate "Gates" {
//!   role horizontal
//!   answers req:1
//!   eso cen
//!   number "EN 3"
//!   stage draft
//!   version "0.1.0"
//!   date 2026-01-01
//!   extends base at "0.1.0"
//!   scope "This document specifies nothing."
//! }
//! use req
//! use act
//! adopts base:R-B, base:R-U
//! ```
//! # How to fix
//! See what changed (`normc review --list`), mend what that asks for, and write the version that the workspace holds.

use crate::check::{Context, Rule};
use crate::diagnostic::{Fix, Severity};
use crate::lock;
use crate::model::standard::Extension;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "extended-version", severity: Severity::Warning, kinds: &["standard"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    for (package, standard) in model.standards() {
        for extension in &standard.extends {
            // A deliverable that extends itself is reported as a circle.
            if extension.package != Some(package.id) {
                compare(context, package.name, extension);
            }
        }
    }
}

fn compare(context: &mut Context<'_, '_>, package: &str, extension: &Extension<'_>) {
    let model = context.model;
    let (Some(base), Some(at)) = (extension.package, extension.at) else { return };
    let Some(holds) = lock::version_of(model, base) else { return };
    let (name, content) = (extension.name.text, at.content());
    let written = content.as_str();
    let (newer, older) = (lock::newer(&holds, written), lock::newer(written, &holds));
    if !newer && !older {
        return;
    }
    let word = if newer { "newer" } else { "older" };
    let message = format!(
        "`{package}` was written against version {written} of `{name}`; the workspace holds the {word} version {holds}"
    );
    let help = format!("see what changed (`normc review --list`), mend what that asks for, and write `at \"{holds}\"`");
    let fix = Fix::proposed(format!("write `at \"{holds}\"`")).replace(at.span(), quoted(&holds));
    let reported = context.report(at.span(), message, help).fix(fix);
    if let Some(head) = model.package(base).head {
        reported.label(model.get(head).at, format!("version {holds}"));
    }
}

fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
