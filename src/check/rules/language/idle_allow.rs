//! An `allow` that accepts nothing.
//!
//! # What it checks
//! Each `allow` accepts at least one finding.
//! # Why
//! What was once accepted and has since been mended must not hide a new finding.
//! # Bad
//! ```norm
//! asset spare "Spare key" {
//!   protects confidentiality
//!   allow unused-declaration because "Kept for later."  //~ idle-allow
//! }
//! threat T-SPARE "Spare key copied" { targets spare; agent "A thief"; likelihood rare; impact minor }
//! residual T-SPARE { because "No spare key is kept."; instead "Guidance." }
//! ```
//! # Good
//! ```norm
//! asset spare "Spare key" {
//!   protects confidentiality
//!   allow untargeted-asset because "No key is ever cut."
//! }
//! ```
//! # How to fix
//! Take the line away.

use crate::check::Rule;
use crate::diagnostic::Severity;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "idle-allow", severity: Severity::Error, kinds: &[], check: None };
