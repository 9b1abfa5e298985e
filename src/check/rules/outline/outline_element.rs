//! An element that the directives ask for is missing, or stands in the wrong order.
//!
//! # What it checks
//! For each sort of deliverable (horizontal, vertical, on vulnerability handling) there is an element for each part that the ETSI Drafting Rules, or CEN-CENELEC Internal Regulations, Part 3, ask every draft to have, and they stand in that order. Which these are stands in `templates/demands.yaml`.
//! # Why
//! The secretariat returns a draft that lacks a part; clauses 1 to 3 have their numbers by the directives (DIR 2, clauses 14 to 16).
//! # Bad
//! ```yaml
//! // outline
//! base: cen
//! elements:  //~ outline-element
//!   - { part: foreword, heading: European foreword, kind: unnumbered }
//!   - { part: normative-references, heading: Normative references }  //~ outline-element
//!   - { part: scope, heading: Scope }
//!   - { part: terms, heading: Terms and definitions }
//!   - { part: requirements, heading: Requirements }
//!   - { part: assessment, heading: Assessment criteria }
//!   - { part: free-annexes }
//!   - { part: informative-references, heading: Bibliography, kind: unnumbered }
//! ```
//! # Good
//! ```yaml
//! // outline
//! base: cen
//! elements:
//!   - { part: foreword, heading: European foreword, kind: unnumbered }
//!   - { part: scope, heading: Scope }
//!   - { part: normative-references, heading: Normative references }
//!   - { part: terms, heading: Terms and definitions }
//!   - { part: requirements, heading: Requirements }
//!   - { part: assessment, heading: Assessment criteria }
//!   - { part: free-annexes }
//!   - { part: essentials, id: relationship, heading: Relationship with the act, kind: informative-annex }
//!   - { part: informative-references, heading: Bibliography, kind: unnumbered }
//! ```
//! # How to fix
//! Add the element, or move it; `normc outline copy` writes the outline that comes with normc, which has them all.

use crate::check::Rule;
use crate::diagnostic::Severity;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "outline-element", severity: Severity::Error, kinds: &[], check: None };
