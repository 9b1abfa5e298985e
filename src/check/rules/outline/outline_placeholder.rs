//! A name between braces for which nothing stands.
//!
//! # What it checks
//! In each text of an outline only the names stand between braces that normc knows there: `{n}` in a label, `{title}` in a caption, `{present}`, `{act}` or `{items}` in the text of an element.
//! # Why
//! The draft would print the braces as they stand.
//! # Bad
//! ```yaml
//! // outline
//! base: etsi
//! labels:
//!   caption: "{label}: {titel}"  //~ outline-placeholder outline-number
//! ```
//! # Good
//! ```yaml
//! // outline
//! base: etsi
//! labels:
//!   caption: "{label}: {title}"
//! ```
//! # How to fix
//! Take one of the names that the message lists.

use crate::check::Rule;
use crate::diagnostic::Severity;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "outline-placeholder", severity: Severity::Error, kinds: &[], check: None };
