//! A refinement that no longer covers what its parent covers.
//!
//! # What it checks
//! In every configuration in which a requirement of a horizontal applies, what refines it covers each essential requirement that it covers;
//! several refinements may share the work. An essential requirement is covered where all its concepts are, and each concept where the
//! essential requirement is. The smallest configuration in which the coverage is lost is named.
//! # Why
//! CRA, Article 27: the presumption of conformity reaches as far as the standard covers the essential requirements; a refinement that covers
//! less opens a gap that the horizontal had closed.
//! # Bad
//! ```norm
//! // without: demo/adopts.norm
//! requirement R-2 "Updates" {  //~ lost-coverage
//!   statement "The vault shall offer updates within a week."
//!   serves O-1
//!   covers act:E-1
//!   refines base:R-U
//! }
//! assessment A-9 "Updates" { assesses R-2; method test; aspect sufficiency; modules act:A; activity "Wait."; verdict { pass "It comes."; fail "It does not." }; evidence "times" }
//! ```
//! # Good
//! ```norm
//! // without: demo/adopts.norm
//! requirement R-2 "Updates" {
//!   statement "The vault shall offer updates within a week, and mend faults by them."
//!   serves O-1
//!   covers act:E-1, act:E-2
//!   refines base:R-U
//! }
//! assessment A-9 "Updates" { assesses R-2; method test; aspect sufficiency; modules act:A; activity "Wait."; verdict { pass "It comes."; fail "It does not." }; evidence "times" }
//! ```
//! # How to fix
//! Let the refinement, or another one of the same parent, do and say what is missing, and name it in `covers`.

use crate::check::{Context, Rule};
use crate::diagnostic::{Edit, Fix, Severity};
use crate::edit;
use crate::logic::inheritance::Inheritance;
use crate::model::{Id, PackageId, Relation, Requirement, Target};
use std::collections::{BTreeMap, BTreeSet};

pub(in crate::check::rules) const RULE: Rule = Rule {
    name: "lost-coverage",
    severity: Severity::Error,
    kinds: &["requirement", "essential", "concept"],
    check: Some(check),
};

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    let unread = context.unread(&["requirement", "adopts", "feature", "standard"]);
    for (package, standard) in model.standards().filter(|(package, _)| !unread.contains(&package.id)) {
        let mut inheritance = Inheritance::new(model, context.graph, package.id, standard);
        for (parent, children) in inheritance.refined() {
            for (missing, words) in lost(context, &mut inheritance, package.id, parent, &children) {
                report(context, package.id, parent, &children, &missing, words.as_deref());
            }
        }
    }
}

/// What a requirement covers, in the smallest parts: the concepts of an essential requirement, or itself where it has none.
fn parts(context: &Context<'_, '_>, requirement: Id) -> BTreeSet<Id> {
    let covers = context.model.body::<Requirement<'_>>(requirement).map_or(&[][..], |requirement| &requirement.covers);
    let parts = |essential: Id| {
        let concepts: Vec<_> = context.graph.origins(essential, Relation::PartOf).collect();
        if concepts.is_empty() { vec![essential] } else { concepts }
    };
    covers.iter().flat_map(|target| parts(target.id)).collect()
}

/// What is lost, by the configurations in which it is.
fn lost(
    context: &Context<'_, '_>,
    inheritance: &mut Inheritance<'_, '_>,
    package: PackageId,
    parent: Id,
    children: &[(Id, Target)],
) -> Vec<(Vec<Id>, Option<String>)> {
    let mut covered: BTreeMap<Id, BTreeSet<Id>> = BTreeMap::new();
    let mut found: BTreeMap<Option<String>, Vec<Id>> = BTreeMap::new();
    for part in parts(context, parent) {
        let mut covers = |id: Id| covered.entry(id).or_insert_with(|| parts(context, id)).contains(&part);
        if let Some(configuration) = inheritance.lacking(parent, children, &mut covers) {
            // Where nothing here covers it, the products do not matter.
            let some = children.iter().any(|(child, _)| covers(*child)) && !configuration.is_any();
            let words = some.then(|| configuration.in_words(context.model, package));
            found.entry(words).or_default().push(part);
        }
    }
    found.into_iter().map(|(words, missing)| (whole(context, parent, missing), words)).collect()
}

/// Calls concepts by the essential requirement that the parent covers, where all of them are lost.
fn whole(context: &Context<'_, '_>, parent: Id, missing: Vec<Id>) -> Vec<Id> {
    let covers = context.model.body::<Requirement<'_>>(parent).map_or(&[][..], |parent| &parent.covers);
    let mut left: BTreeSet<Id> = missing.into_iter().collect();
    for target in covers {
        let concepts: BTreeSet<_> = context.graph.origins(target.id, Relation::PartOf).collect();
        if !concepts.is_empty() && concepts.is_subset(&left) {
            left.retain(|part| !concepts.contains(part));
            left.insert(target.id);
        }
    }
    left.into_iter().collect()
}

fn report(
    context: &mut Context<'_, '_>,
    package: PackageId,
    parent: Id,
    children: &[(Id, Target)],
    missing: &[Id],
    configuration: Option<&str>,
) {
    let model = context.model;
    let Some(child) = children.first().map(|(child, _)| model.get(*child)) else { return };
    let name = context.name(model.get(parent), package);
    let ids: Vec<_> = children.iter().map(|(child, _)| *child).collect();
    let who = match &ids[..] {
        [_] => format!("{} does not cover", context.names(&ids, "or", package)),
        [one, other] => format!("neither {} covers", context.names(&[*one, *other], "nor", package)),
        _ => format!("none of {} covers", context.names(&ids, "and", package)),
    };
    let what = context.names(missing, "and", package);
    let when = configuration.map_or_else(String::new, |words| format!(" for {words}"));
    let message = format!("{who} {what}{when}, as `{name}` does");
    let help = format!(
        "let it do what `{name}` does for {what} and name that in `covers`, or refine `{name}` by another requirement that does"
    );
    let covers = model.body::<Requirement<'_>>(parent).map_or(&[][..], |parent| &parent.covers);
    let is_meant = |id: Id| missing.iter().any(|part| *part == id || model.get(*part).parent == Some(id));
    let there = covers.iter().find(|target| is_meant(target.id)).map_or(model.get(parent).at, |target| target.span);
    let references: Option<Vec<_>> = missing.iter().map(|id| context.reference(*id, package)).collect();
    let fix = references.map(|references| covering(context, child.id, &references.join(", ")));
    let reported = context.report(child.at, message, help).label(there, format!("`{name}` covers it"));
    let reported =
        children.iter().fold(reported, |reported, (_, target)| reported.label(target.span, "what is refined here"));
    if let Some(fix) = fix {
        reported.fix(fix);
    }
}

/// Names what is missing in `covers`; whether the statement does it, a person has to see.
fn covering(context: &Context<'_, '_>, child: Id, names: &str) -> Fix {
    let declaration = context.model.get(child);
    let last = context.model.body::<Requirement<'_>>(child).and_then(|child| child.covers.last());
    let edit = match last {
        Some(last) => Edit::new(last.span.after(), format!(", {names}")),
        None => edit::into_block(context.model.sources, declaration.span, &format!("covers {names}")),
    };
    Fix::proposed(format!("let `{}` cover it", declaration.name)).edit(edit)
}
