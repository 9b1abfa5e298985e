//! An argument that does not fit its keyword.
//!
//! # What it checks
//! The arguments of a keyword are of the kinds that it takes, in their order.
//! # Why
//! A date that is no date, or a word that the scale does not know, cannot be checked.
//! # Bad
//! ```norm
//! asset spare "Spare key" { protects confidentialty }  //~ wrong-argument
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
//! Write the argument in the form that the message shows.

use crate::check::Rule;
use crate::diagnostic::Severity;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "wrong-argument", severity: Severity::Error, kinds: &[], check: None };
