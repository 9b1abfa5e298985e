//! A setting that an outline does not have, or a value that it cannot have.
//!
//! # What it checks
//! Each key of an `outline.yaml` or `words.yaml` is one that normc knows, is there once and has a value of its kind: a text, a list, one of a few words. Elements have what their part needs, tables as many heads as columns. Everything that is wrong is found at once.
//! # Why
//! A committee changes its house rules without Rust. What normc does not know it would pass over, and the draft would look as if nothing had been changed.
//! # Bad
//! ```yaml
//! // outline
//! base: etsi
//! labels:
//!   exampel: EXAMPLE  //~ outline-setting
//! numbering:
//!   tables: chapter  //~ outline-setting
//! ```
//! # Good
//! ```yaml
//! // outline
//! base: etsi
//! labels:
//!   example: EXAMPLE
//! numbering:
//!   tables: clause
//! ```
//! # How to fix
//! Take the name that the message proposes; `normc schema outline` says what each setting holds, and editors of YAML can read that.

use crate::check::Rule;
use crate::diagnostic::Severity;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "outline-setting", severity: Severity::Error, kinds: &[], check: None };
