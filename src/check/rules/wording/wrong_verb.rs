//! A provision whose verb does not bind as a provision does.
//!
//! # What it checks
//! The statement of a requirement has `shall`, `should` or `may` (or `need not`); it has no `must`; and one that covers an essential requirement has `shall`. Quotations and code are left out.
//! # Why
//! ETSI Drafting Rules, clause 3.2, and ISO/IEC Directives, Part 2, clause 7: `must` is not used for provisions, and a recommendation gives no presumption of conformity.
//! Request M/606, Annex II, section 1, paragraph 10 (OB-077).
//! # Bad
//! ```norm
//! requirement R-2 "Second" {
//!   statement "The vault must hold."  //~ wrong-verb
//!   serves O-1
//!   covers act:E-1
//!   rationale "An example."
//! }
//! assessment A-9 "Look" { assesses R-2; method examine; modules act:A; activity "Look."; verdict { pass "It holds."; fail "It does not." }; evidence "notes" }
//! ```
//! # Good
//! ```norm
//! requirement R-2 "Second" {
//!   statement "The vault shall hold."
//!   serves O-1
//!   covers act:E-1
//!   rationale "An example."
//! }
//! assessment A-9 "Look" { assesses R-2; method examine; modules act:A; activity "Look."; verdict { pass "It holds."; fail "It does not." }; evidence "notes" }
//! ```
//! # How to fix
//! Write the provision with `shall`.

use crate::check::{Context, Rule};
use crate::diagnostic::{Fix, Severity};
use crate::model::Requirement;
use crate::wording::{Class, Force, Passage, in_case_of};

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "wrong-verb", severity: Severity::Error, kinds: &["requirement"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    let (model, wording) = (context.model, context.wording);
    for (declaration, requirement) in model.all::<Requirement<'_>>() {
        let Some(statement) = requirement.statement else { continue };
        // Without a header that can be read it is not known whose words count.
        let Some(passage) = wording.statement(declaration.id) else { continue };
        let name = declaration.name.as_str();
        if must(context, name, passage) {
            continue;
        }
        match passage.provisions().map(|(_, force)| force).max() {
            // `may not` is the subject of `avoided-word`.
            None if may_not(passage) => {}
            None => no_verb(context, name, statement.span(), passage),
            Some(force) if force < Force::Requirement && !requirement.covers.is_empty() => {
                let message =
                    format!("`{name}` covers an essential requirement, but its statement does not say `shall`");
                context.report(statement.span(), message, "write the provision with `shall`");
            }
            Some(_) => {}
        }
    }
}

/// Reports every `must`; whether there is any.
fn must(context: &mut Context<'_, '_>, name: &str, passage: &Passage<'_>) -> bool {
    let binds = passage.provisions().next().is_some();
    let musts: Vec<_> = passage.found.iter().filter(|found| found.class == Class::Constraint).collect();
    for found in &musts {
        let (span, written) = (passage.span(&found.range), passage.words(&found.range));
        let shall =
            in_case_of(&written, &written.to_lowercase().replace("must", passage.lexicon.verb(Force::Requirement)));
        let title = format!("write `{shall}`");
        // Beside a `shall`, a `must` may tell of what others have to do.
        let fix = if binds { Fix::proposed(title) } else { Fix::safe(title) };
        let message = format!("the statement of `{name}` says `{written}`");
        context.report(span, message, "write the provision with `shall`").fix(fix.replace(span, shall));
    }
    !musts.is_empty()
}

fn may_not(passage: &Passage<'_>) -> bool {
    let may = passage.lexicon.verb(Force::Permission);
    passage.found.iter().any(|found| match found.class {
        Class::Avoided(at) => passage.lexicon.avoid[at].word.starts_with(may),
        _ => false,
    })
}

fn no_verb(context: &mut Context<'_, '_>, name: &str, statement: crate::source::Span, passage: &Passage<'_>) {
    let said = passage.found.iter().find_map(|found| match found.class {
        Class::Equivalent(force) => Some((found, force)),
        Class::Verb(Force::Inevitability) => Some((found, Force::Requirement)),
        _ => None,
    });
    let Some((found, force)) = said else {
        let message = format!("the statement of `{name}` has neither `shall`, `should` nor `may`");
        context.report(statement, message, "write the provision with `shall`");
        return;
    };
    let (span, written) = (passage.span(&found.range), passage.words(&found.range));
    let verb = passage.lexicon.verb(force);
    let message = format!("the statement of `{name}` says `{written}` and has neither `shall`, `should` nor `may`");
    let reported = context.report(span, message, format!("write it with `{verb}`, the form for {}", force.words()));
    if let Some(instead) = passage.lexicon.instead_of(force, &written) {
        reported.fix(Fix::proposed(format!("write `{instead}`")).replace(span, instead));
    }
}
