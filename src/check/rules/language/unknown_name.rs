//! A reference that leads nowhere.
//!
//! # What it checks
//! Every name that is referred to, in a property or in brackets in a text, is declared.
//! # Why
//! A dangling reference is a link that readers, assessors and machines cannot follow.
//! # Bad
//! ```norm
//! assumption A-2 { text "The room of [stor] is locked." }  //~ unknown-name
//! objective O-ENV "Kept" { on environment; upholds A-2 }
//! ```
//! # Good
//! ```norm
//! assumption A-2 { text "The room of [store] is locked." }
//! objective O-ENV "Kept" { on environment; upholds A-2 }
//! ```
//! # How to fix
//! Write the name that the message suggests, or declare what is missing.

use crate::check::Rule;
use crate::diagnostic::Severity;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "unknown-name", severity: Severity::Error, kinds: &[], check: None };
