//! A use case with more risk and less protection.
//!
//! # What it checks
//! Of two use cases, the one with the higher risk (by its highest rating before treatment) calls for the same level or a higher one; every requirement that
//! applies to a product in the one with less risk applies to the same product in the other; and a profile for the one selects nothing that no profile
//! for the other selects. Assessments follow levels, so that methods of verification are no fewer either.
//! # Why
//! Request M/606, Annex II, sections 1 and 2.3: requirements and the assurance that they are met grow with the risk of the use case.
//! # Bad
//! ```norm
//! // alone
//! standard sole "Sole" {
//!   role vertical
//!   answers req:2
//!   eso cen
//!   number "EN 3"
//!   stage draft
//!   version "0.1.0"
//!   date 2026-01-01
//!   category act:C-1
//!   scope "This document specifies nothing."
//! }
//! use req
//! use act
//! use lib
//! omits act:E-1 { because "An example of a header only." }
//! use-case UC-1 "Home" { purpose "Keep secrets."; environment "A home."; users lib:anyone; level lib:high }
//! use-case UC-2 "Work" {
//!   purpose "Keep secrets of others."
//!   environment "An office."
//!   users lib:anyone
//!   level lib:low  //~ weaker-use-case
//! }
//! threat T-2 "Force" {
//!   agent "A thief"
//!   risk UC-1 { likelihood rare; impact minor }
//!   risk UC-2 { likelihood likely; impact severe }
//! }
//! residual T-2 { because "Force is left to the police."; instead "Guidance." }
//! ```
//! # Good
//! ```norm
//! // alone
//! standard sole "Sole" {
//!   role vertical
//!   answers req:2
//!   eso cen
//!   number "EN 3"
//!   stage draft
//!   version "0.1.0"
//!   date 2026-01-01
//!   category act:C-1
//!   scope "This document specifies nothing."
//! }
//! use req
//! use act
//! use lib
//! omits act:E-1 { because "An example of a header only." }
//! use-case UC-1 "Home" { purpose "Keep secrets."; environment "A home."; users lib:anyone; level lib:high }
//! use-case UC-2 "Work" {
//!   purpose "Keep secrets of others."
//!   environment "An office."
//!   users lib:anyone
//!   level lib:high
//! }
//! threat T-2 "Force" {
//!   agent "A thief"
//!   risk UC-1 { likelihood rare; impact minor }
//!   risk UC-2 { likelihood likely; impact severe }
//! }
//! residual T-2 { because "Force is left to the police."; instead "Guidance." }
//! ```
//! # How to fix
//! Let the use case call for the level of the other, or a higher one; widen the condition of the requirement; or select it for both.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::logic::Configurations;
use crate::model::{Condition, Declaration, Id, PackageId, Profile, Requirement, Situation, Standard, UseCase};
use std::collections::BTreeSet;

pub(in crate::check::rules) const RULE: Rule = Rule {
    name: "weaker-use-case",
    severity: Severity::Error,
    kinds: &["use-case", "requirement", "profile", "level"],
    check: Some(check),
};

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    let unread = context.unread(&["use-case", "threat", "requirement", "profile"]);
    for (package, standard) in model.standards().filter(|(package, _)| !unread.contains(&package.id)) {
        let Some(ratings) = context.ratings.get(&package.id) else { continue };
        let rating = |at: usize| {
            let rated = ratings.rated.iter().filter(|rated| rated.situation == at);
            rated.map(|rated| rated.before.rating).max()
        };
        // A use case whose risk is not known whole is neither more nor less at risk; why it is not has a finding of its own.
        let cases = ratings.situations.iter().enumerate().filter(|(at, _)| !ratings.open.contains(at));
        let cases: Vec<_> = cases.map(|(at, situation)| (rating(at), situation)).collect();
        for (rating, more) in &cases {
            let lower = cases.iter().filter(|(other, _)| other < rating);
            let lower: Vec<_> = lower.map(|(_, situation)| *situation).collect();
            if let Some(less) = lower.iter().find(|less| less.rank > more.rank) {
                level(context, more, less);
            }
            requirements(context, (package.id, standard), more, &lower);
            profiles(context, package.id, more, &lower);
        }
    }
}

fn level(context: &mut Context<'_, '_>, more: &Situation, less: &Situation) {
    let model = context.model;
    let (Some(more), Some(less)) = (use_case(context, more), use_case(context, less)) else { return };
    let at = model.body::<UseCase<'_>>(more.id).and_then(|it| it.level).map_or(more.at, |level| level.span);
    let message = format!("`{}` has more risk than `{}`, but calls for a lower level", more.name, less.name);
    let help = format!("let `{}` call for the level of the other, or for a higher one", more.name);
    context.report(at, message, help).label(less.at, "has less risk, and calls for more");
}

/// Reports requirements that a factor takes away where it rises.
fn requirements<'s>(
    context: &mut Context<'_, 's>,
    (package, standard): (PackageId, &Standard<'s>),
    more: &Situation,
    lower: &[&Situation],
) {
    let model = context.model;
    let mut set = Configurations::new(model, standard.in_scope.as_ref());
    for (declaration, requirement) in model.of::<Requirement<'s>>(package) {
        let Some(when) = &requirement.when else { continue };
        if when.decided(&[]).is_some() || !names_factor(when, more) {
            continue;
        }
        for less in lower {
            let binds = model.rank(requirement.level.map(|level| level.id)) <= less.rank;
            let (there, here) = (when.under(&less.factors), when.under(&more.factors));
            let found = if binds { set.find(&[&there], &[&here]) } else { None };
            let (Some(product), Some(more), Some(less)) = (found, use_case(context, more), use_case(context, less))
            else {
                continue;
            };
            let words =
                if product.is_any() { String::new() } else { format!(" for {}", product.in_words(model, package)) };
            let message = format!(
                "`{}` applies{words} in `{}`, but not in `{}`, which has more risk",
                declaration.name, less.name, more.name
            );
            context
                .report(declaration.at, message, "widen the `when` of the requirement to the use case with more risk")
                .label(more.at, "has more risk")
                .label(less.at, "has less risk");
            break;
        }
    }
}

fn names_factor(when: &Condition, situation: &Situation) -> bool {
    let mut names = false;
    when.factors(&mut |id| names |= situation.factors.iter().any(|(factor, _)| *factor == id));
    names
}

/// Reports requirements that a profile selects for less risk only.
fn profiles(context: &mut Context<'_, '_>, package: PackageId, more: &Situation, lower: &[&Situation]) {
    let model = context.model;
    let serves = |profile: &Profile<'_>, situation: &Situation| {
        profile.serves.iter().any(|target| Some(target.id) == situation.use_case)
    };
    let profiles: Vec<_> = model.of::<Profile<'_>>(package).map(|(_, profile)| profile).collect();
    let here = profiles.iter().filter(|profile| serves(profile, more)).flat_map(|profile| &profile.selects);
    let here: BTreeSet<Id> = here.map(|target| target.id).collect();
    for profile in &profiles {
        let Some(less) = lower.iter().find(|less| serves(profile, less)) else { continue };
        for target in profile.selects.iter().filter(|target| !here.contains(&target.id)) {
            let (Some(more), Some(less)) = (use_case(context, more), use_case(context, less)) else { continue };
            let name = context.name(model.get(target.id), package);
            let message =
                format!("`{name}` is selected for `{}`, but not for `{}`, which has more risk", less.name, more.name);
            context
                .report(target.span, message, "let a profile for the use case with more risk select it too")
                .label(more.at, "has more risk");
        }
    }
}

fn use_case<'m, 's>(context: &Context<'m, 's>, situation: &Situation) -> Option<&'m Declaration<'s>> {
    situation.use_case.map(|id| context.model.get(id))
}
