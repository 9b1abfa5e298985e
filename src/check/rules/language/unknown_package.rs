//! A package that the workspace does not have.
//!
//! # What it checks
//! The part of a name before the colon, and what follows `use` and `extends`, is a package of the workspace or the name it is used under.
//! # Why
//! A reference into a package that is not there leads nowhere.
//! # Bad
//! ```norm
//! assumption A-2 { text "The room is locked, see [actt:E-1]." }  //~ unknown-package
//! objective O-ENV "Kept" { on environment; upholds A-2 }
//! ```
//! # Good
//! ```norm
//! assumption A-2 { text "The room is locked, see [act:E-1]." }
//! objective O-ENV "Kept" { on environment; upholds A-2 }
//! ```
//! # How to fix
//! Correct the name, or add the package's folder to `norm.yaml`.

use crate::check::Rule;
use crate::diagnostic::Severity;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "unknown-package", severity: Severity::Error, kinds: &[], check: None };
