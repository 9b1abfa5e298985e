//! An objective that is told at length.
//!
//! # What it checks
//! The title of an objective has at most fifteen words, and its `text` at most sixty, where the request asks for brevity. The bounds are a guess at what is brief, so the finding is a warning.
//! # Why
//! Request M/606, Annex II, section 1, paragraph 9 (OB-074): objectives express the intended solution concisely. Why it suffices belongs into the `rationale`.
//! # Bad
//! ```norm
//! // asked: long-objective on vertical
//! threat T-2 "Guess" { targets store; agent "A thief"; text "The thief guesses."; likelihood rare; impact minor }
//! objective O-2 "The vault stays shut whoever pulls at its door or turns its wheel for as long as they care to" {  //~ long-objective
//!   on environment
//!   counters T-2
//! }
//! ```
//! # Good
//! ```norm
//! // asked: long-objective on vertical
//! threat T-2 "Guess" { targets store; agent "A thief"; text "The thief guesses."; likelihood rare; impact minor }
//! objective O-2 "The vault stays shut" {
//!   on environment
//!   counters T-2
//!   rationale "Whoever pulls at its door or turns its wheel gets nowhere."
//! }
//! ```
//! # How to fix
//! Say in a few words what is achieved, and move the rest into the `rationale`.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::Objective;
use crate::syntax::Text;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "long-objective", severity: Severity::Warning, kinds: &["objective"], check: Some(check) };

/// The most words of a title, and of a text.
const BRIEF: (usize, usize) = (15, 60);

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    for asked in context.asked_standards() {
        for (declaration, objective) in model.of::<Objective<'_>>(asked.package) {
            let words =
                |text: Option<Text<'_>>| text.map_or(0, |text| text.content().as_str().split_whitespace().count());
            let (title, text) = (words(declaration.title), words(objective.text));
            let (what, words) = match (title > BRIEF.0, text > BRIEF.1) {
                (true, _) => ("title", title),
                (_, true) => ("text", text),
                _ => continue,
            };
            let message = format!("the {what} of the objective `{}` has {words} words", declaration.name);
            let help = "say in a few words what is achieved, and move the rest into the `rationale`";
            context.report(declaration.at, message, help).asked_by(asked.by);
        }
    }
}
