//! A keyword that stands where it has no meaning.
//!
//! # What it checks
//! A property stands in the items it belongs to, and a kind in the packages it belongs to.
//! # Why
//! A property in the wrong item would say something of the wrong thing.
//! # Bad
//! ```norm
//! asset spare "Spare key" {
//!   protects confidentiality
//!   statement "The vault shall hold."  //~ misplaced-keyword
//! }
//! threat T-SPARE "Spare key copied" { targets spare; agent "A thief"; likelihood rare; impact minor }
//! residual T-SPARE { because "No spare key is kept."; instead "Guidance." }
//! ```
//! # Good
//! ```norm
//! asset spare "Spare key" { protects confidentiality }
//! threat T-SPARE "Spare key copied" { targets spare; agent "A thief"; likelihood rare; impact minor }
//! residual T-SPARE { because "No spare key is kept."; instead "Guidance." }
//! ```
//! # How to fix
//! Move the line to the item that the message names.

use crate::check::Rule;
use crate::diagnostic::Severity;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "misplaced-keyword", severity: Severity::Error, kinds: &[], check: None };
