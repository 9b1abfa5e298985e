//! A package with two headers.
//!
//! # What it checks
//! A package has one header.
//! # Why
//! Its files are one name space and one deliverable.
//! # Bad
//! ```norm
//! // alone
//! library words "Words" { }
//! library more "More words" { }  //~ second-header
//! ```
//! # Good
//! ```norm
//! // alone
//! library words "Words" { }
//! ```
//! # How to fix
//! Move what belongs to the second header to a folder of its own.

use crate::check::Rule;
use crate::diagnostic::Severity;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "second-header", severity: Severity::Error, kinds: &[], check: None };
