//! An applicable requirement of a horizontal that a vertical passes over.
//!
//! # What it checks
//! For each requirement of each package that a deliverable extends, directly or over others, and for each product in scope to which it
//! applies, the deliverable adopts it, refines it or deviates from it. A requirement whose condition contradicts the scope cannot apply, which
//! is proved, not declared.
//!
//! What a deliverable between the two says of the requirement counts, as far as its scope reaches, unless the refinement by which it says so is
//! deviated from; and a requirement that is adopted brings along those that it refines.
//! # Why
//! Request M/606, Annex II, section 2.3: verticals build on the horizontals or justify every deviation.
//! Request M/606, Annex II, section 2.1, paragraph 1, and section 2.3, paragraph 2 (OB-098, OB-099, OB-121).
//! # Bad
//! ```norm
//! // in: base
//! //~ elsewhere unaddressed-horizontal
//! requirement R-C "Common" {
//!   statement "The product shall hold."
//!   serves O-B
//!   covers act:E-1
//!   assessment A-C "Look" { method examine; modules act:A; activity "Look."; verdict { pass "It holds."; fail "It does not." }; evidence "notes" }
//! }
//! ```
//! # Good
//! ```norm
//! requirement R-2 "Second" {
//!   statement "The vault shall hold."
//!   serves O-1
//!   covers act:E-1
//!   rationale "An example."
//!   refines base:R-B
//! }
//! assessment A-9 "Look" { assesses R-2; method examine; modules act:A; activity "Look."; verdict { pass "It holds."; fail "It does not." }; evidence "notes" }
//! ```
//! # How to fix
//! Write `adopts`, let a requirement `refines` it, or write `deviates` with the reason.

use crate::check::stub;
use crate::check::{Context, Rule};
use crate::diagnostic::{Fix, Severity};
use crate::edit;
use crate::logic::Configuration;
use crate::logic::inheritance::Inheritance;
use crate::model::{Adopts, Condition, Id, Model, Package, PackageId, Requirement, Treatment};
use std::collections::BTreeMap;

pub(in crate::check::rules) const RULE: Rule = Rule {
    name: "unaddressed-horizontal",
    severity: Severity::Error,
    kinds: &["requirement", "adopts", "deviates"],
    check: Some(check),
};

/// What the packages between a deliverable and a requirement say of it.
type Between = BTreeMap<Id, BTreeMap<PackageId, Vec<Treatment>>>;

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    for (package, standard) in model.standards() {
        let mut inheritance = Inheritance::new(model, context.graph, package.id, standard);
        if inheritance.bases.is_empty() {
            continue;
        }
        let own: BTreeMap<Id, Treatment> = model.treatments(package.id).into_iter().collect();
        let between = between(model, &inheritance.bases);
        for base in inheritance.bases.clone() {
            for (declaration, _) in model.of::<Requirement<'_>>(base) {
                if own.contains_key(&declaration.id) {
                    continue;
                }
                let by = between.get(&declaration.id);
                if let Some(passed) = passed_over(&mut inheritance, declaration.id, by) {
                    report(context, package, declaration.id, by, &passed);
                }
            }
        }
    }
}

fn between(model: &Model<'_>, bases: &[PackageId]) -> Between {
    let mut found = Between::new();
    for base in bases {
        for (id, treatment) in model.treatments(*base) {
            found.entry(id).or_default().entry(*base).or_default().push(treatment);
        }
    }
    found
}

/// The smallest product to which a requirement applies of which nobody says anything.
fn passed_over(
    inheritance: &mut Inheritance<'_, '_>,
    id: Id,
    between: Option<&BTreeMap<PackageId, Vec<Treatment>>>,
) -> Option<Configuration> {
    let applies = inheritance.applies(id);
    let answered = between.into_iter().flatten().map(|(base, treatments)| inheritance.answered(*base, treatments));
    let answered: Vec<Condition> = answered.collect();
    let passed = inheritance.find(&[&applies], &answered.iter().collect::<Vec<_>>())?;
    let shares = inheritance.shares(id);
    if shares.is_empty() {
        return Some(passed);
    }
    let fails: Vec<_> = answered.iter().chain(shares.iter().map(|share| &share.when)).collect();
    inheritance.find(&[&applies], &fails)
}

fn report(
    context: &mut Context<'_, '_>,
    package: &Package<'_>,
    id: Id,
    between: Option<&BTreeMap<PackageId, Vec<Treatment>>>,
    passed: &Configuration,
) {
    let (model, declaration) = (context.model, context.model.get(id));
    let extends = package.uses.iter().find(|used| used.extends && used.package == declaration.package);
    let Some(at) = extends.map(|used| used.span).or(package.head.map(|head| model.get(head).at)) else { return };
    let name = model.qualified(id);
    let left = if passed.is_any() { String::new() } else { format!(" for {}", passed.in_words(model, package.id)) };
    let message = format!("`{}` neither adopts, refines nor deviates from `{name}`{left}", package.name);
    let reference = context.reference(id, package.id);
    let named = reference.clone().unwrap_or_else(|| name.clone());
    let help = format!(
        "write `adopts {named}`, `refines {named}` in a requirement, or `deviates {named} {{ because \"…\" }}`"
    );
    let mut reported = context
        .report(at, message, help)
        .label(declaration.at, "the requirement that applies")
        .without(declaration.at)
        .misses(&["adopts", "deviates", "requirement"]);
    for (base, treatment) in
        between.into_iter().flatten().flat_map(|(base, all)| all.iter().map(move |one| (base, one)))
    {
        let text = format!(
            "`{}` says that it is {}, but that does not reach here",
            model.package(*base).name,
            treatment.word()
        );
        reported = reported.label(treatment.target().span, text);
    }
    if reference.is_some() {
        reported = reported.fix(adopting(model, package, &named));
        let deviation =
            stub::reasoned(model, package.id, "deviate from it, with the reason", &format!("deviates {named}"));
        reported.fixed(deviation);
    }
}

/// Adopts it, after what is adopted already; whether it shall be, a person has to see.
fn adopting(model: &Model<'_>, package: &Package<'_>, name: &str) -> Fix {
    let item = format!("adopts {name}");
    let last = model.of::<Adopts>(package.id).last().map(|(declaration, _)| declaration.span);
    let edit = match (last, package.head) {
        (Some(last), _) => Some(edit::after(model.sources, last, &item, true)),
        (None, head) => head.map(|head| edit::at_end(model.sources, model.get(head).span, &item)),
    };
    let fix = Fix::proposed(format!("adopt `{name}`"));
    edit.into_iter().fold(fix, Fix::edit)
}
