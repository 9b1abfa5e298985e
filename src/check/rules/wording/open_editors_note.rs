//! An editor's note in a published deliverable.
//!
//! # What it checks
//! A deliverable at the stage `published` holds no `editors-note`.
//! # Why
//! An editor's note is a question that is still open. What is published has answered its questions.
//! # Bad
//! ```norm
//! // alone
//! standard sole "Sole" {
//!   role horizontal
//!   answers req:1
//!   eso cen
//!   number "EN 3"
//!   stage published
//!   version "0.1.0"
//!   date 2026-01-01
//!   scope "This document specifies nothing."
//!   editors-note "Is this enough?"  //~ open-editors-note
//! }
//! use req
//! use act
//! omits act:E-1 { because "An example of a header only." }
//! ```
//! # Good
//! ```norm
//! // alone
//! standard sole "Sole" {
//!   role horizontal
//!   answers req:1
//!   eso cen
//!   number "EN 3"
//!   stage vote
//!   version "0.1.0"
//!   date 2026-01-01
//!   scope "This document specifies nothing."
//!   editors-note "Is this enough?"
//! }
//! use req
//! use act
//! omits act:E-1 { because "An example of a header only." }
//! ```
//! # How to fix
//! Answer the question and take the note away; where readers need it, write a `note`.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::standard::Stage;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "open-editors-note", severity: Severity::Error, kinds: &[], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    for (package, _) in model.standards().filter(|(_, standard)| standard.stage == Some(Stage::Published)) {
        for note in model.members(package.id).iter().flat_map(|declaration| &declaration.common.editors_notes) {
            context.report(note.span(), "a published deliverable holds an editor's note", "answer it and take it away");
        }
    }
}
