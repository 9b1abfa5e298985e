//! A form without what it has to say.
//!
//! # What it checks
//! The form of a number has `{n}`, a caption its label and title, a sentence what it is about. A label that is empty is a choice: normative references of CEN and CENELEC have none.
//! # Why
//! Tables without `{n}` all have the same number, and every reference to one could mean each.
//! # Bad
//! ```yaml
//! // outline
//! base: etsi
//! labels:
//!   table: Table  //~ outline-number
//! ```
//! # Good
//! ```yaml
//! // outline
//! base: etsi
//! labels:
//!   table: Table {n}
//! ```
//! # How to fix
//! Write the name between braces where what it stands for belongs.

use crate::check::Rule;
use crate::diagnostic::Severity;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "outline-number", severity: Severity::Error, kinds: &[], check: None };
