//! A name of a package that is not in use.
//!
//! # What it checks
//! A package refers only to packages that it names in `use` or `extends`.
//! # Why
//! What a deliverable depends on is stated in one place, so that a change there finds it.
//! # Bad
//! ```norm
//! assumption A-2 { text "The room is locked, see [spare:word]." }  //~ package-not-in-use
//! objective O-ENV "Kept" { on environment; upholds A-2 }
//! ```
//! # Good
//! ```norm
//! assumption A-2 { text "The room is locked, see [act:E-1]." }
//! objective O-ENV "Kept" { on environment; upholds A-2 }
//! ```
//! # How to fix
//! Add `use` with the package's name.

use crate::check::Rule;
use crate::diagnostic::Severity;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "package-not-in-use", severity: Severity::Error, kinds: &[], check: None };
