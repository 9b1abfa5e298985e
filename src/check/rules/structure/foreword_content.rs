//! A table, a figure or a subclause in the foreword.
//!
//! # What it checks
//! The text of a foreword is words alone: no table and no picture, and in drafts of CEN and CENELEC no heading.
//! # Why
//! ETSI Drafting Rules, clause on the foreword: the table of transposition dates, which drafts have by themselves, is the only one. ISO/IEC Directives, Part 2, 12.4: a foreword has no subclauses, tables or figures.
//! # Bad
//! ```norm
//! // alone
//! standard sole "Sole" {
//!   role horizontal
//!   answers req:1
//!   eso cen
//!   number "EN 3"
//!   stage draft
//!   version "0.1.0"
//!   date 2026-01-01
//!   scope "This document specifies nothing."
//!   foreword """
//!     The members of the committee are listed here.
//!
//!     | Member | Country |  //~ foreword-content
//!     | ------ | ------- |
//!     | One    | Two     |
//!     """
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
//!   stage draft
//!   version "0.1.0"
//!   date 2026-01-01
//!   scope "This document specifies nothing."
//!   foreword "The committee thanks its members for their contributions."
//! }
//! use req
//! use act
//! omits act:E-1 { because "An example of a header only." }
//! ```
//! # How to fix
//! Move it to the introduction or to a clause, or say it in words.

use crate::check::{Context, Mark, Rule};
use crate::diagnostic::Severity;
use crate::model::standard::Eso;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "foreword-content", severity: Severity::Error, kinds: &["standard"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    let texts = context.texts;
    for prose in texts.marked().filter(|prose| prose.property == "foreword") {
        for (mark, range) in prose.marks() {
            let what = match mark {
                Mark::Table => "a table",
                Mark::Picture => "a figure",
                Mark::Heading if prose.eso != Some(Eso::Etsi) => "a subclause",
                _ => continue,
            };
            let help = "move it to the introduction or to a clause, or say it in words";
            context.report(prose.first_line(range), format!("the foreword holds {what}"), help);
        }
    }
}
