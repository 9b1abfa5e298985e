//! A keyword that Norm does not have.
//!
//! # What it checks
//! The first word of an item is one of the keywords of the language that may stand there.
//! # Why
//! A misspelt keyword would silently drop a requirement.
//! # Bad
//! ```norm
//! requirment R-2 "Second" {  //~ unknown-keyword
//! }
//! ```
//! # Good
//! ```norm
//! asset spare "Spare key" { protects confidentiality }
//! threat T-SPARE "Spare key copied" { targets spare; agent "A thief"; likelihood rare; impact minor }
//! residual T-SPARE { because "No spare key is kept."; instead "Guidance." }
//! ```
//! # How to fix
//! Write the keyword that the message suggests, or see the language reference for those that may stand there.

use crate::check::Rule;
use crate::diagnostic::Severity;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "unknown-keyword", severity: Severity::Error, kinds: &[], check: None };
