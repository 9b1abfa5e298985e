//! A property that stands twice where it may stand once.
//!
//! # What it checks
//! A property that may stand once stands once.
//! # Why
//! Two values leave open which one holds.
//! # Bad
//! ```norm
//! assumption A-2 {
//!   text "The room is locked."
//!   text "The room is guarded."  //~ repeated-property
//! }
//! objective O-ENV "Kept" { on environment; upholds A-2 }
//! ```
//! # Good
//! ```norm
//! assumption A-2 { text "The room is locked and guarded." }
//! objective O-ENV "Kept" { on environment; upholds A-2 }
//! ```
//! # How to fix
//! Keep one of the two lines, or join them.

use crate::check::Rule;
use crate::diagnostic::Severity;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "repeated-property", severity: Severity::Error, kinds: &[], check: None };
