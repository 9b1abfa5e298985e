//! A critical product without a word on its certification.
//!
//! # What it checks
//! A vertical on critical products `builds-on` at least one certification scheme, and says of every protection profile and technical domain among its references whether it reuses it, maps to it or differs from it.
//! # Why
//! Request M/606, Annex II, section 2.3, paragraph 3 (OB-124): for critical products, schemes of the Union, EUCC above all, and existing protection profiles are taken into account.
//! # Bad
//! ```norm
//! // asked: unrelated-certification on critical
//! // alone
//! standard sole "Sole" {  //~ unrelated-certification
//!   role vertical
//!   answers req:9
//!   eso cen
//!   number "EN 3"
//!   stage draft
//!   version "0.1.0"
//!   date 2026-01-01
//!   category act:C-2
//!   scope "This document specifies nothing."
//! }
//! use req
//! use act
//! omits act:E-1 { because "[pp-1] does not deal with it." }
//! use lib
//! use-case UC "Home" { purpose "Keep secrets."; environment "A home."; users lib:anyone; level lib:low }
//! use-case UC-2 "Bank" { purpose "Keep secrets."; environment "A bank."; users lib:anyone; level lib:high }
//! reference pp-1 { number "PP-1"; title "Protection profile for vaults"; type protection-profile; date "2020" }  //~ unrelated-certification
//! ```
//! # Good
//! ```norm
//! // asked: unrelated-certification on critical
//! // alone
//! standard sole "Sole" {
//!   role vertical
//!   answers req:9
//!   eso cen
//!   number "EN 3"
//!   stage draft
//!   version "0.1.0"
//!   date 2026-01-01
//!   category act:C-2
//!   scope "This document specifies nothing."
//! }
//! use req
//! use act
//! omits act:E-1 { because "An example of a header only." }
//! use lib
//! use-case UC "Home" { purpose "Keep secrets."; environment "A home."; users lib:anyone; level lib:low }
//! use-case UC-2 "Bank" { purpose "Keep secrets."; environment "A bank."; users lib:anyone; level lib:high }
//! reference pp-1 { number "PP-1"; title "Protection profile for vaults"; type protection-profile; date "2020" }
//! reference eucc { number "Implementing Regulation (EU) 2024/482"; title "EUCC"; type scheme; date "2024" }
//! builds-on eucc as mapped "Assurance is expressed in its levels."
//! builds-on pp-1 as reused "Its objectives are those of this document."
//! ```
//! # How to fix
//! Write `builds-on REFERENCE as reused|mapped|different "…"`.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::{BuildsOn, CitedDocument, Id};
use std::collections::BTreeSet;

pub(in crate::check::rules) const RULE: Rule = Rule {
    name: "unrelated-certification",
    severity: Severity::Error,
    kinds: &["builds-on", "reference", "standard"],
    check: Some(check),
};

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    let unread = context.unread(&["builds-on"]);
    for asked in context.asked_standards().into_iter().filter(|asked| !unread.contains(&asked.package)) {
        let related = model.of::<BuildsOn<'_>>(asked.package).flat_map(|(_, it)| it.documents.iter().map(|it| it.id));
        let related: BTreeSet<Id> = related.collect();
        if !related.iter().filter_map(|id| model.body::<CitedDocument<'_>>(*id)).any(|it| kind(it) == "scheme") {
            let message = format!("`{}` builds on no certification scheme", model.package(asked.package).name);
            let help = "write `builds-on` with a reference of `type scheme`, such as EUCC, and say how";
            context.report(asked.head.at, message, help).asked_by(asked.by).misses(RULE.kinds);
        }
        for (declaration, document) in model.of::<CitedDocument<'_>>(asked.package) {
            let concerned = matches!(kind(document), "protection-profile" | "technical-domain");
            if concerned && !related.contains(&declaration.id) {
                let message = format!("it is not said how the deliverable stands to `{}`", declaration.name);
                let help =
                    format!("write `builds-on {} as reused \"…\"`, or `as mapped` or `as different`", declaration.name);
                context.report(declaration.at, message, help).asked_by(asked.by);
            }
        }
    }
}

fn kind<'s>(document: &CitedDocument<'s>) -> &'s str {
    document.document_type.map_or("", |word| word.text)
}
