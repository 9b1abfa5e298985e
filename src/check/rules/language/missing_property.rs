//! An item without a property that its kind needs.
//!
//! # What it checks
//! Every property that a kind needs is there.
//! # Why
//! Request M/606, Annex II, section 1: scope, products, environment and expected results are stated, not implied.
//! # Bad
//! ```norm
//! assumption A-2 { }  //~ missing-property
//! objective O-ENV "Kept" { on environment; upholds A-2 }
//! ```
//! # Good
//! ```norm
//! assumption A-2 { text "The room is locked." }
//! objective O-ENV "Kept" { on environment; upholds A-2 }
//! ```
//! # How to fix
//! Add the property in the form that the message shows.

use crate::check::Rule;
use crate::diagnostic::Severity;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "missing-property", severity: Severity::Error, kinds: &[], check: None };
