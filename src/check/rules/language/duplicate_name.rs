//! A name that is declared twice in a package.
//!
//! # What it checks
//! Names are unique in a package, whatever their kinds and files.
//! # Why
//! A reference to the name would lead to one of two things.
//! # Bad
//! ```norm
//! term store "vault" { definition "place where secrets are kept" }  //~ duplicate-name
//! ```
//! # Good
//! ```norm
//! term storage "vault" { definition "place where secrets are kept" }
//! ```
//! # How to fix
//! Give one of the two another name.

use crate::check::Rule;
use crate::diagnostic::Severity;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "duplicate-name", severity: Severity::Error, kinds: &[], check: None };
