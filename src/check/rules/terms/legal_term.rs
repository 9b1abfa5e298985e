//! A term of the act with a definition of its own.
//!
//! # What it checks
//! A deliverable or library that defines a term of the Cyber Resilience Act says with `source` that it takes the term from there, and from the right point of Article 3. The terms and their points are listed in `templates/legal-terms.yaml`.
//! # Why
//! Request M/606, Annex II, section 1, and ISO/IEC Directives, Part 2, 16.5.6: a standard that gives presumption of conformity cannot mean by a term what the act does not. Whether the words match is for a person to see: a warning, because the rule sees the source alone.
//! # Bad
//! ```norm
//! term weakness "vulnerability" { definition "weakness of a vault" }  //~ legal-term
//! assumption A-2 { text "The vault has no [weakness]." }
//! objective O-2 "Kept" { on environment; upholds A-2 }
//! ```
//! # Good
//! ```norm
//! reference cra-act { number "Regulation (EU) 2024/2847"; title "Cyber Resilience Act"; date "23 October 2024" }
//! term weakness "vulnerability" { definition "weakness of a vault"; source cra-act "Article 3, point (40)" }
//! assumption A-2 { text "The vault has no [weakness]." }
//! objective O-2 "Kept" { on environment; upholds A-2 }
//! ```
//! # How to fix
//! Write `source` with the act and the point, and let the definition mean what stands there; or call the thing something else.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::{CitedDocument, Declaration, Model, Term};
use crate::wording::{LegalTerms, legal_terms};
use std::collections::BTreeSet;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "legal-term", severity: Severity::Warning, kinds: &["term"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    let mut seen = BTreeSet::new();
    for (declaration, _) in model.all::<Term<'_>>().filter(|(declaration, _)| !declaration.loose) {
        let label = declaration.label().to_lowercase();
        // A second definition is reported as such.
        if !seen.insert(label.clone()) {
            continue;
        }
        for act in legal_terms() {
            let Some(point) = act.terms.get(&label) else { continue };
            let place = format!("{}, point ({point})", act.article);
            let problem = match taken_from(model, declaration, act, *point) {
                None => {
                    format!("`{label}` is a term of Regulation (EU) {}, and nothing says that it is meant", act.act)
                }
                Some(false) => format!("`{label}` stands in {place}, not where `source` says"),
                Some(true) => continue,
            };
            let help =
                format!("write `source` with the act and \"{place}\", and let the definition mean what stands there");
            context.report(declaration.at, problem, help);
        }
    }
}

/// Whether the sources of a term name the act, and then whether they name the point.
fn taken_from(model: &Model<'_>, declaration: &Declaration<'_>, act: &LegalTerms, point: u16) -> Option<bool> {
    let sources = declaration.common.sources.iter();
    let of_act = sources.filter(|(source, _)| {
        let number = model.body::<CitedDocument<'_>>(source.id).and_then(|document| document.number);
        number.is_some_and(|number| number.content().as_str().contains(&act.act))
    });
    let points = of_act.map(|(_, clause)| {
        let names = |clause: &str| clause.split(|c: char| !c.is_ascii_digit()).any(|part| part.parse() == Ok(point));
        clause.is_none_or(|clause| names(clause.content().as_str()))
    });
    points.reduce(|one, other| one || other)
}
