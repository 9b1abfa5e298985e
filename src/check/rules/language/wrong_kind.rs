//! A reference to a thing of the wrong kind.
//!
//! # What it checks
//! A property refers to things of the kinds that it is about.
//! # Why
//! An objective counters threats; that it counters an asset says nothing.
//! # Bad
//! ```norm
//! objective O-2 "Kept" { on environment; counters store }  //~ wrong-kind
//! ```
//! # Good
//! ```norm
//! assumption A-2 { text "The room is locked." }
//! objective O-ENV "Kept" { on environment; upholds A-2 }
//! ```
//! # How to fix
//! Name a thing of the kind that the message asks for.

use crate::check::Rule;
use crate::diagnostic::Severity;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "wrong-kind", severity: Severity::Error, kinds: &[], check: None };
