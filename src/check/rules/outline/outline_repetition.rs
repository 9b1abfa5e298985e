//! Two elements of one draft have the same heading, anchor or slot.
//!
//! # What it checks
//! Beside each other no two headings are the same, `{ref:…}` has one element to lead to, and each slot one place for its official text. Elements that `for` gives to different sorts of deliverables do not meet in one draft.
//! # Why
//! A reader who looks for a clause by its heading finds two; a cross-reference leads to the wrong one.
//! # Bad
//! ```yaml
//! // outline
//! base: etsi
//! page-two:
//!   - { heading: Reference, slot: notice }
//!   - { heading: Notice, slot: notice }  //~ outline-repetition
//! ```
//! # Good
//! ```yaml
//! // outline
//! base: etsi
//! page-two:
//!   - { heading: Reference, slot: reference }
//!   - { heading: Notice, slot: notice }
//! ```
//! # How to fix
//! Name one otherwise, or say with `for` which sorts of deliverables have which.

use crate::check::Rule;
use crate::diagnostic::Severity;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "outline-repetition", severity: Severity::Error, kinds: &[], check: None };
