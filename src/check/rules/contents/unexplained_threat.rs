//! A threat of which a reader learns only the name.
//!
//! # What it checks
//! Every threat of a deliverable names the assets that it targets, and says how it comes about: in a `text`, by entries of catalogues that it `cites`, or by the catalogued threat that it is `based-on`; where the request asks for it.
//! # Why
//! Request M/606, Annex II, section 1, paragraph 8 (OB-066): a deliverable is transparent about the threats that it covers.
//! # Bad
//! ```norm
//! // asked: unexplained-threat on vertical
//! threat T-2 "Guess" { targets store; agent "A thief"; likelihood rare; impact minor }  //~ unexplained-threat
//! residual T-2 { because "Guessing is left to chance."; instead "Guidance." }
//! ```
//! # Good
//! ```norm
//! // asked: unexplained-threat on vertical
//! threat T-2 "Guess" {
//!   targets store
//!   agent "A thief"
//!   text "The thief tries combinations until one opens the vault."
//!   likelihood rare
//!   impact minor
//! }
//! residual T-2 { because "Guessing is left to chance."; instead "Guidance." }
//! ```
//! # How to fix
//! Write a `text` that tells the way of the attack, or cite a catalogue; name the assets after `targets`.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::Threat;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "unexplained-threat", severity: Severity::Error, kinds: &["threat"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    for asked in context.asked_standards() {
        for (declaration, threat) in model.of::<Threat<'_>>(asked.package) {
            let told = threat.text.is_some() || !threat.cites.is_empty() || !threat.based_on.is_empty();
            let missing = match (told, threat.targets.is_empty()) {
                (true, false) => continue,
                (false, false) => "how it comes about",
                (true, true) => "which assets it targets",
                (false, true) => "how it comes about and which assets it targets",
            };
            if !declaration.loose {
                let message = format!("the threat `{}` does not say {missing}", declaration.name);
                let help =
                    "write `text`, `cites` or `based-on` for the way of the attack, and `targets` for the assets";
                context.report(declaration.at, message, help).asked_by(asked.by);
            }
        }
    }
}
