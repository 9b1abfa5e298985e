//! A reference of an outline that leads to none of its elements.
//!
//! # What it checks
//! `{ref:…}` names an element of the outline: by its `id`, else by its part, and an element `text` by its heading in lower case with hyphens.
//! # Why
//! In the draft the sentence with the reference would be left out, as it is where a deliverable does not have the clause.
//! # Bad
//! ```yaml
//! // outline
//! base: etsi
//! words:
//!   phrases:
//!     features: The conditions in {ref:requirments} name these features.  //~ outline-reference
//! ```
//! # Good
//! ```yaml
//! // outline
//! base: etsi
//! words:
//!   phrases:
//!     features: The conditions in {ref:requirements} name these features.
//! ```
//! # How to fix
//! Take the name that the message proposes, or give the element an `id`.

use crate::check::Rule;
use crate::diagnostic::Severity;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "outline-reference", severity: Severity::Error, kinds: &[], check: None };
