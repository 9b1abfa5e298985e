//! A setting that an outline needs and does not have.
//!
//! # What it checks
//! An outline says everything, or begins with `base: etsi` or `base: cen` and says what is otherwise than there. Items of lists are whole in either case.
//! # Why
//! A draft without a label or an identifier cannot be numbered or found.
//! # Bad
//! ```yaml
//! // outline
//! base: cen
//! page-two:
//!   - { slot: copyright-notification }  //~ outline-gap
//! ```
//! # Good
//! ```yaml
//! // outline
//! base: cen
//! page-two:
//!   - { heading: Copyright notification, slot: copyright-notification }
//! ```
//! # How to fix
//! Write what the message names, or take it over with `base`.

use crate::check::Rule;
use crate::diagnostic::Severity;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "outline-gap", severity: Severity::Error, kinds: &[], check: None };
