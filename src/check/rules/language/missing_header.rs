//! A folder of sources without a header.
//!
//! # What it checks
//! A folder that holds Norm sources holds exactly one header: `regulation`, `request`, `standard`, `library`, `survey` or `programme`.
//! # Why
//! The header says what the package is, and so what may stand in it.
//! # Bad
//! ```norm
//! // alone
//! term vault "vault" { definition "store of secrets" }  //~ missing-header
//! ```
//! # Good
//! ```norm
//! // alone
//! library words "Words" { }
//! term vault "vault" { definition "store of secrets" }
//! ```
//! # How to fix
//! Begin one of the folder's files with a header.

use crate::check::Rule;
use crate::diagnostic::Severity;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "missing-header", severity: Severity::Error, kinds: &[], check: None };
