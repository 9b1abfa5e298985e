//! A refinement that is assessed by less than its parent.
//!
//! # What it checks
//! In every configuration in which a requirement of a horizontal applies, what refines it is assessed by every method and every aspect by which
//! the horizontal assesses the parent, in the same conformity assessment modules and from the same level or a lower one; several
//! refinements may share the work. What is missing is named, with the smallest configuration that lacks it.
//! # Why
//! Request M/606, Annex II, sections 1 and 2.3: evaluation procedures assess each requirement for the required level, and verticals
//! further specify those of the horizontals.
//! # Bad
//! ```norm
//! // without: demo/adopts.norm
//! requirement R-2 "Updates" {  //~ lost-assessment
//!   statement "The vault shall offer updates within a week."
//!   serves O-1
//!   covers act:E-1, act:E-2
//!   refines base:R-U
//! }
//! assessment A-9 "Updates" { assesses R-2; method examine; aspect sufficiency; modules act:A; activity "Read."; verdict { pass "It says so."; fail "It does not." }; evidence "notes" }
//! ```
//! # Good
//! ```norm
//! // without: demo/adopts.norm
//! requirement R-2 "Updates" {
//!   statement "The vault shall offer updates within a week."
//!   serves O-1
//!   covers act:E-1, act:E-2
//!   refines base:R-U
//! }
//! assessment A-9 "Updates" { assesses R-2; method examine, test; aspect sufficiency; modules act:A; activity "Read, and wait."; verdict { pass "It comes."; fail "It does not." }; evidence "times" }
//! ```
//! # How to fix
//! Add to the assessment, or write another one, what the message names, with the activities that it takes.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::logic::inheritance::Inheritance;
use crate::model::{Assessment, Id, PackageId, Relation, Requirement, Target};
use std::collections::{BTreeMap, BTreeSet};

pub(in crate::check::rules) const RULE: Rule = Rule {
    name: "lost-assessment",
    severity: Severity::Error,
    kinds: &["requirement", "assessment", "level"],
    check: Some(check),
};

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    let unread = context.unread(&["requirement", "assessment", "adopts", "feature", "standard"]);
    for (package, standard) in model.standards().filter(|(package, _)| !unread.contains(&package.id)) {
        let mut inheritance = Inheritance::new(model, context.graph, package.id, standard);
        for (parent, children) in inheritance.refined() {
            // A requirement that nothing assesses is a finding of its own.
            if children.iter().any(|(child, _)| !context.graph.is_target(*child, &[Relation::Assesses])) {
                continue;
            }
            for (words, missing) in lost(context, &mut inheritance, package.id, parent, &children) {
                report(context, package.id, parent, &children, &missing, words.as_deref());
            }
        }
    }
}

/// A method or an aspect in a module, and the rank of the level from which it is asked.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
struct Part {
    /// `method` or `aspect`.
    of: &'static str,
    word: &'static str,
    module: Option<Id>,
    rank: usize,
    level: Option<Id>,
    /// Whether there is one, but from a higher level only.
    late: bool,
}

impl Part {
    /// Whether it does what another asks from a level. An assessment whose method or modules are missing is a finding of its own, and does
    /// whatever is asked until they are there.
    fn does(&self, asked: &Self, from: usize) -> bool {
        let is_open = self.of == "method" && self.word.is_empty() && asked.of == "method";
        (is_open || (self.of, self.word) == (asked.of, asked.word))
            && (asked.module.is_none() || self.module.is_none() || self.module == asked.module)
            && self.rank <= from
    }
}

/// By what a requirement is assessed: of what is asked at several levels, the lowest.
fn parts(context: &Context<'_, '_>, requirement: Id) -> BTreeSet<Part> {
    let (model, mut found) = (context.model, BTreeMap::new());
    for assessment in context.graph.origins(requirement, Relation::Assesses) {
        let Some(assessment) = model.body::<Assessment<'_>>(assessment) else { continue };
        let rank = assessment.level.and_then(|level| model.level_rank(level.id)).unwrap_or(0);
        let methods = assessment.methods.iter().map(|method| ("method", method.word()));
        let none = assessment.methods.is_empty().then_some(("method", ""));
        let aspects = assessment.aspects.iter().map(|aspect| ("aspect", aspect.word()));
        let modules: Vec<_> = match &assessment.modules[..] {
            [] => vec![None],
            modules => modules.iter().map(|module| Some(module.id)).collect(),
        };
        for (of, word) in methods.chain(none).chain(aspects) {
            for module in &modules {
                let part = Part {
                    of,
                    word,
                    module: *module,
                    rank,
                    level: assessment.level.map(|level| level.id),
                    late: false,
                };
                let lowest: &mut Part = found.entry((of, word, *module)).or_insert(part);
                *lowest = (*lowest).min(part);
            }
        }
    }
    found.into_values().collect()
}

type Lost = BTreeMap<Option<String>, BTreeSet<Part>>;

/// What is lost, by the configurations in which it is.
fn lost(
    context: &Context<'_, '_>,
    inheritance: &mut Inheritance<'_, '_>,
    package: PackageId,
    parent: Id,
    children: &[(Id, Target)],
) -> Lost {
    let model = context.model;
    let binds =
        model.body::<Requirement<'_>>(parent).and_then(|parent| model.level_rank(parent.level?.id)).unwrap_or(0);
    let mut known: BTreeMap<Id, BTreeSet<Part>> = BTreeMap::new();
    let mut found = Lost::new();
    for part in parts(context, parent).into_iter().filter(|part| !part.word.is_empty()) {
        let asked = part.rank.max(binds);
        let mut has =
            |id: Id| known.entry(id).or_insert_with(|| parts(context, id)).iter().any(|other| other.does(&part, asked));
        if let Some(configuration) = inheritance.lacking(parent, children, &mut has) {
            // Where nothing here has it, the products do not matter.
            let some = children.iter().any(|(child, _)| has(*child)) && !configuration.is_any();
            let words = some.then(|| configuration.in_words(model, package));
            let ours: Vec<_> = children.iter().flat_map(|(child, _)| parts(context, *child)).collect();
            let late = ours.iter().any(|it| it.does(&part, usize::MAX)) && !ours.iter().any(|it| it.does(&part, asked));
            found.entry(words).or_default().insert(Part { late, ..part });
        }
    }
    found
}

/// What is missing, in words: methods and aspects that are missing in all modules, then those that are missing in some.
fn in_words(context: &Context<'_, '_>, package: PackageId, asked: &BTreeSet<Part>, missing: &BTreeSet<Part>) -> String {
    let mut modules: BTreeMap<(&str, &str, Option<Id>, bool), Vec<Id>> = BTreeMap::new();
    for part in missing {
        modules.entry((part.of, part.word, part.level, part.late)).or_default().extend(part.module);
    }
    let whole = |of: &str, word: &str, modules: &[Id]| {
        let in_all = asked.iter().filter(|part| (part.of, part.word) == (of, word)).count();
        in_all <= modules.len().max(1)
    };
    let words = modules.into_iter().map(|((of, word, level, late), modules)| {
        let from = match level {
            Some(level) => format!(" from the level {} on", context.names(&[level], "", package)),
            None if late => " from the lowest level on".to_owned(),
            None => String::new(),
        };
        let within = if whole(of, word, &modules) {
            String::new()
        } else {
            format!(" in {}", context.names(&modules, "and", package))
        };
        format!("the {of} `{word}`{from}{within}")
    });
    let words: Vec<_> = words.collect();
    match words.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
        _ => words.concat(),
    }
}

fn report(
    context: &mut Context<'_, '_>,
    package: PackageId,
    parent: Id,
    children: &[(Id, Target)],
    missing: &BTreeSet<Part>,
    configuration: Option<&str>,
) {
    let model = context.model;
    let Some(child) = children.first().map(|(child, _)| model.get(*child)) else { return };
    let name = context.name(model.get(parent), package);
    let ids: Vec<_> = children.iter().map(|(child, _)| *child).collect();
    let what = in_words(context, package, &parts(context, parent), missing);
    let who = context.names(&ids, "and", package);
    let lack = if ids.len() == 1 { "lacks" } else { "lack" };
    let when = configuration.map_or_else(String::new, |words| format!(" for {words}"));
    let message = format!("{who} {lack} an assessment by {what}{when}, as `{name}` has");
    let help = "assess it by that too, from the same level or a lower one, and say what is done";
    let theirs = context.graph.origins(parent, Relation::Assesses).next().map(|id| model.get(id).at);
    let ours: Vec<_> =
        ids.iter().flat_map(|id| context.graph.origins(*id, Relation::Assesses)).map(|id| model.get(id).at).collect();
    let mut reported = context.report(child.at, message, help).misses(&["assessment"]);
    if let Some(theirs) = theirs {
        reported = reported.label(theirs, format!("how `{name}` is assessed"));
    }
    ours.into_iter().fold(reported, |reported, at| reported.label(at, "what there is here"));
}
