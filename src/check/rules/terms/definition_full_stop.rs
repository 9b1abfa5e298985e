//! A definition that ends with a full stop.
//!
//! # What it checks
//! The definition of a term, an abbreviation or a symbol does not end with a full stop.
//! # Why
//! ISO/IEC Directives, Part 2, 16.5.6, and the ETSI Drafting Rules on terms: a definition can be put in place of its term, so it is no sentence.
//! # Bad
//! ```norm
//! term vault "vault" { definition "store of secrets." }  //~ definition-full-stop
//! assumption A-2 { text "The [vault] is closed." }
//! objective O-2 "Kept" { on environment; upholds A-2 }
//! ```
//! # Good
//! ```norm
//! term vault "vault" { definition "store of secrets" }
//! assumption A-2 { text "The [vault] is closed." }
//! objective O-2 "Kept" { on environment; upholds A-2 }
//! ```
//! # How to fix
//! Take the full stop away; what is said in a second sentence becomes a `note`.

use crate::check::{Context, Rule};
use crate::diagnostic::{Fix, Severity};

pub(in crate::check::rules) const RULE: Rule = Rule {
    name: "definition-full-stop",
    severity: Severity::Warning,
    kinds: &["term", "abbreviation", "symbol"],
    check: Some(check),
};

fn check(context: &mut Context<'_, '_>) {
    let texts = context.texts;
    for prose in texts.iter().filter(|it| it.property == "definition" && RULE.kinds.contains(&it.declaration.kind())) {
        let text = prose.as_str().trim_end();
        if !text.ends_with('.') || text.ends_with("..") || text.ends_with("etc.") {
            continue;
        }
        let stop = prose.span(text.len() - 1..text.len());
        let help = "take it away; what is said in a second sentence becomes a `note`";
        let fix = Fix::safe("take the full stop away").replace(stop, "");
        // Where more sentences stand before it, a person has to part them.
        let several = text[..text.len() - 1].contains(". ");
        let fix = if several { Fix { applicability: crate::diagnostic::Applicability::Proposed, ..fix } } else { fix };
        context.report(stop, "the definition ends with a full stop", help).fix(fix);
    }
}
