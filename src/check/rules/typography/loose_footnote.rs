//! A footnote that is called and not there, or there and not called.
//!
//! # What it checks
//! In each text, `[^name]` has its `[^name]: …`, and every `[^name]: …` is called.
//! # Why
//! ISO/IEC Directives, Part 2, clause 26: a footnote belongs to the place that calls it. One that nothing calls would not be printed, and a
//! call without a footnote would stand in the draft as it is written.
//! # Bad
//! ```norm
//! clause cl-oils "Oils" {
//!   text """
//!     Oils differ[^season] by maker[^maker].  //~ loose-footnote
//!
//!     [^season]: By how warm it is.
//!
//!     [^colour]: Some are green.  //~ loose-footnote
//!     """
//! }
//! ```
//! # Good
//! ```norm
//! clause cl-oils "Oils" {
//!   text """
//!     Oils differ[^season].
//!
//!     [^season]: By how warm it is.
//!     """
//! }
//! ```
//! # How to fix
//! Write the footnote in the same text, behind an empty line, or take the call away; give a footnote its call, or take it away.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::footnotes;
use crate::nearest::nearest;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "loose-footnote", severity: Severity::Warning, kinds: &["clause", "annex"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    let texts = context.texts;
    for prose in texts.iter().filter(|prose| prose.as_str().contains("[^")) {
        let footnotes = footnotes(prose.as_str());
        let called = |name: &str| footnotes.calls.iter().any(|(label, _)| label.eq_ignore_ascii_case(name));
        let loose: Vec<_> = footnotes.definitions.iter().filter(|(label, _)| !called(label)).collect();
        for (label, at) in &footnotes.undefined {
            let near = nearest(label, loose.iter().map(|(label, _)| label.as_str()));
            let help = near.map_or_else(
                || format!("write the footnote in the same text, behind an empty line: `[^{label}]: …`"),
                |near| format!("did you mean `[^{near}]`?"),
            );
            context.report(prose.span(at.clone()), format!("no footnote of this text is called `{label}`"), help);
        }
        for (label, at) in loose {
            let help = format!("write `[^{label}]` where the footnote belongs, or take it away");
            context.report(prose.span(at.clone()), format!("nothing calls the footnote `{label}`"), help);
        }
    }
}
