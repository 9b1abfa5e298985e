//! A line that cannot be read as Norm.
//!
//! # What it checks
//! Every item has one form: a keyword, its arguments, and a block in braces where it has one. What does not fit is reported where it stops making sense; the items around it are read all the same.
//! # Why
//! A draft that is read only in part would be checked only in part.
//! # Bad
//! ```norm
//! asset log "Log {  //~ syntax-error
//!   protects integrity
//! }
//! asset key "Key" {
//!   protects confidentiality
//! }
//! threat T-KEY "Key read" { targets key; agent "A thief"; likelihood rare; impact minor }
//! residual T-KEY { because "Nothing is kept."; instead "Guidance." }
//! ```
//! # Good
//! ```norm
//! asset log "Log" {
//!   protects integrity
//! }
//! threat T-LOG "Log altered" { targets log; agent "A thief"; likelihood rare; impact minor }
//! residual T-LOG { because "The log is public."; instead "Guidance." }
//! ```
//! # How to fix
//! The message says what was found and what may stand there. Strings end on their line; longer texts stand between `"""`.

use crate::check::Rule;
use crate::diagnostic::Severity;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "syntax-error", severity: Severity::Error, kinds: &[], check: None };
