//! A published deliverable without its title in every official language.
//!
//! # What it checks
//! A work item whose publication or citation was reached has its title in each official language of the Union, with `titled`.
//! # Why
//! Request M/606, Article 1(4): titles are provided in all official languages.
//! # Bad
//! ```norm
//! // in: plan
//! milestone m-1e "Publication" { of wi-1; stage publication; reached 2025-12-01 }  //~ elsewhere missing-titles
//! ```
//! # Good
//! ```norm
//! // in: plan
//! milestone m-1e "Publication" { of wi-1; stage publication; planned 2026-02-01 }
//! ```
//! # How to fix
//! Write a `titled` line for each language that the message names.

use crate::check::{Context, PLAN, Rule};
use crate::diagnostic::Severity;
use crate::language::LANGUAGES;
use crate::model::Milestone;

pub(in crate::check::rules) const RULE: Rule = Rule {
    name: "missing-titles",
    severity: Severity::Warning,
    kinds: &["work-item", "milestone"],
    check: Some(check),
};

fn check(context: &mut Context<'_, '_>) {
    for plan in context.asked_plans() {
        for (declaration, work) in plan.work.iter().filter(|(declaration, _)| !declaration.loose) {
            let published = plan.milestones_of(declaration.id).iter().find(|(_, milestone)| is_published(milestone));
            let Some((milestone, _)) = published else { continue };
            let has = |language: &str| work.titled.iter().any(|(word, _)| word.text == language);
            let missing: Vec<_> = LANGUAGES.iter().filter(|language| !has(language)).copied().collect();
            if !missing.is_empty() {
                let message =
                    format!("`{}` is published, and its title is lacking in {}", declaration.name, missing.join(", "));
                context
                    .report(declaration.at, message, "write `titled` with the title in each of these languages")
                    .label(milestone.at, "published here")
                    .misses(PLAN);
            }
        }
    }
}

fn is_published(milestone: &Milestone<'_>) -> bool {
    milestone.reached.is_some() && milestone.stage.is_some_and(|word| matches!(word.text, "publication" | "citation"))
}
