//! Strong words that no term defines.
//!
//! # What it checks
//! Words that a scope, an introduction or a clause of a deliverable sets strong are a term, an abbreviation or a symbol that it sees. A note and no warning, because strong words can stress as well.
//! # Why
//! ISO/IEC Directives, Part 2, clause 16: readers take words that are set strong for terms, and look for their definitions.
//! # Bad
//! ```norm
//! clause cl-door "Doors" { text "A **strong door** stays shut." }  //~ undefined-term
//! ```
//! # Good
//! ```norm
//! term strong-door "strong door" { definition "door that withstands an axe" }
//! clause cl-door "Doors" { text "A **strong door** stays shut, like every [strong-door]." }
//! ```
//! # How to fix
//! Define the term with `term` and refer to it, or take the emphasis away.

use crate::check::{Context, Mark, Rule};
use crate::diagnostic::Severity;
use crate::model::{Abbreviation, Model, PackageId, Term};
use std::collections::{BTreeMap, BTreeSet};

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "undefined-term", severity: Severity::Note, kinds: &["standard", "clause"], check: Some(check) };

/// How many words a term has at most.
const WORDS: usize = 4;

fn check(context: &mut Context<'_, '_>) {
    let (model, texts) = (context.model, context.texts);
    let mut known: BTreeMap<PackageId, BTreeSet<String>> = BTreeMap::new();
    let looked_at = ["scope", "introduction", "product-context", "text"];
    for prose in texts.marked().filter(|it| it.eso.is_some() && looked_at.contains(&it.property)) {
        for range in prose.all(Mark::Strong) {
            let words = prose.as_str()[range.clone()].trim_matches(['*', '_']).to_lowercase();
            let package = prose.declaration.package;
            let is_term =
                words.split(' ').count() <= WORDS && words.chars().all(|c| c.is_alphabetic() || c == ' ' || c == '-');
            let known = known.entry(package).or_insert_with(|| terms(model, package));
            if is_term && !known.contains(&words) {
                let help = "define it with `term` and refer to it, or take the emphasis away";
                context.report(prose.span(range), format!("`{words}` is set strong like a term, and is none"), help);
            }
        }
    }
}

/// The terms, abbreviations and their synonyms that a package sees, in lower case.
fn terms(model: &Model<'_>, package: PackageId) -> BTreeSet<String> {
    let packages = model.package(package).uses.iter().map(|used| used.package).chain([package]);
    let mut found = BTreeSet::new();
    for package in packages {
        let terms = model.of::<Term<'_>>(package).map(|(it, term)| (it, &term.admitted));
        let short = model.of::<Abbreviation<'_>>(package).map(|(it, abbreviation)| (it, &abbreviation.admitted));
        for (declaration, admitted) in terms.chain(short) {
            found.insert(declaration.label().to_lowercase());
            found.extend(admitted.iter().map(|name| name.content().as_str().to_lowercase()));
        }
    }
    found
}
