//! A requirement of a horizontal that a vertical treats in two ways.
//!
//! # What it checks
//! A requirement of a package that a deliverable extends is adopted, refined or deviated from: one of the three, and no more than once
//! adopted or deviated from. It is not deviated from where requirements that refine it over several storeys are in force for every product to
//! which it applies. Where two deliverables that are both extended disagree, because one adopts what the other deviates from, the deliverable
//! says itself what holds.
//! # Why
//! Request M/606, Annex II, section 2.3: a reader must be able to tell whether the horizontal's provision holds.
//! Request M/606, Annex II, section 2.1, paragraph 1 (OB-099).
//! # Bad
//! ```norm
//! deviates base:R-B { because "It is too strict." }  //~ contradictory-inheritance
//! ```
//! # Good
//! ```norm
//! // in: demo
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
//! Keep one of the two.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::logic::inheritance::{Inheritance, Share};
use crate::model::{Adopts, Condition, Id, Model, Package, PackageId, Treatment};
use std::collections::BTreeMap;

pub(in crate::check::rules) const RULE: Rule = Rule {
    name: "contradictory-inheritance",
    severity: Severity::Error,
    kinds: &["requirement", "adopts", "deviates", "standard"],
    check: Some(check),
};

fn check(context: &mut Context<'_, '_>) {
    let model = context.model;
    for (package, standard) in model.standards() {
        let mut all: BTreeMap<Id, Vec<Treatment>> = BTreeMap::new();
        for (id, treatment) in model.treatments(package.id) {
            all.entry(id).or_default().push(treatment);
        }
        let mut inheritance = Inheritance::new(model, context.graph, package.id, standard);
        for (id, treatments) in &all {
            let contradicts = twice(context, package.id, *id, treatments);
            if !contradicts && matches!(treatments[0], Treatment::Deviated(_)) {
                over_storeys(context, &mut inheritance, package.id, *id, treatments[0]);
            }
        }
        disagreeing(context, &mut inheritance, package, &all);
    }
}

/// Reports what is treated in two ways, or twice in one; whether it is.
fn twice(context: &mut Context<'_, '_>, package: PackageId, id: Id, treatments: &[Treatment]) -> bool {
    let name = context.model.qualified(id);
    let first = treatments[0];
    for later in &treatments[1..] {
        let same = std::mem::discriminant(&first) == std::mem::discriminant(later);
        let (earlier, later) =
            if first.target().span < later.target().span { (first, *later) } else { (*later, first) };
        let (at, label, message) = match (earlier, later) {
            (Treatment::Refined(..), Treatment::Refined(..)) => continue,
            (earlier, later) if same => (later, earlier, format!("`{name}` is {} twice", later.word())),
            (earlier, later) => {
                // Of the two, the one that is no refinement is the one to look at.
                let (at, label) =
                    if matches!(later, Treatment::Refined(..)) { (earlier, later) } else { (later, earlier) };
                (at, label, format!("`{name}` is {} and {} at once", at.word(), label.word()))
            }
        };
        let help = if same { "take one of the two away" } else { "keep one of the two" };
        let fix = same.then(|| context.without_adoption(package, at.target().span)).flatten();
        let reported = context
            .report(at.target().span, message, help)
            .label(label.target().span, format!("{} here", label.word()));
        if let Some(fix) = fix {
            reported.fix(fix);
        }
    }
    treatments[1..].iter().any(|later| std::mem::discriminant(&first) != std::mem::discriminant(later))
}

/// A deviation from what requirements in force refine over several storeys, for every product to which it applies.
fn over_storeys(
    context: &mut Context<'_, '_>,
    inheritance: &mut Inheritance<'_, '_>,
    package: PackageId,
    id: Id,
    deviated: Treatment,
) {
    let model = context.model;
    let shares = inheritance.shares(id);
    // What a base says is overruled here; what this deliverable adopts or declares is not.
    let settles = |share: &Share| share.requirement != id && is_own(model, package, share.requirement);
    let shares: Vec<_> = shares.into_iter().filter(settles).collect();
    let whens: Vec<&Condition> = shares.iter().map(|share| &share.when).collect();
    let applies = inheritance.applies(id);
    let Some(share) = shares.first() else { return };
    if !inheritance.can_apply(id) || inheritance.find(&[&applies], &whens).is_some() {
        return;
    }
    let by = model.get(share.requirement);
    let name = model.qualified(id);
    let message =
        format!("`{name}` is deviated from, but refined by `{}`, which is in force", context.name(by, package));
    let help = "keep one of the two: take the deviation away, or deviate from what refines it too";
    context.report(deviated.target().span, message, help).label(by.at, "what refines it");
}

/// Whether a deliverable itself declares or adopts a requirement.
fn is_own(model: &Model<'_>, package: PackageId, id: Id) -> bool {
    let adopts = |adopts: &Adopts| adopts.requirements.iter().any(|target| target.id == id);
    model.get(id).package == package || model.of::<Adopts>(package).any(|(_, body)| adopts(body))
}

/// Bases of which one adopts what another deviates from, where the deliverable says nothing of its own.
fn disagreeing(
    context: &mut Context<'_, '_>,
    inheritance: &mut Inheritance<'_, '_>,
    package: &Package<'_>,
    own: &BTreeMap<Id, Vec<Treatment>>,
) {
    let model = context.model;
    let mut said: BTreeMap<Id, Vec<(PackageId, Treatment)>> = BTreeMap::new();
    for base in inheritance.bases.clone() {
        for (id, treatment) in model.treatments(base) {
            said.entry(id).or_default().push((base, treatment));
        }
    }
    for (id, mut said) in said.into_iter().filter(|(id, said)| said.len() > 1 && !own.contains_key(id)) {
        let settles = |share: &Share| share.requirement != id && is_own(model, package.id, share.requirement);
        if inheritance.shares(id).iter().any(settles) {
            continue;
        }
        // What a base says overrules what its own bases say.
        let overruled = |base: PackageId, all: &[(PackageId, Treatment)]| {
            all.iter().any(|(other, _)| model.bases(*other).contains(&base))
        };
        let all = said.clone();
        said.retain(|(base, _)| !overruled(*base, &all));
        let find = |adopted: bool| {
            said.iter().find(|(_, treatment)| match treatment {
                Treatment::Adopted(_) => adopted,
                Treatment::Deviated(_) => !adopted,
                Treatment::Refined(..) => false,
            })
        };
        let (Some((one, adopted)), Some((other, deviated))) = (find(true), find(false)) else { continue };
        let applies = inheritance.applies(id);
        let scopes = [*one, *other].map(|base| inheritance.answered(base, &[*adopted]));
        if inheritance.find(&[&applies, &scopes[0], &scopes[1]], &[]).is_none() {
            continue;
        }
        let at = |base: PackageId| package.uses.iter().find(|used| used.package == base).map(|used| used.span);
        let Some(at) = at(*other).or(at(*one)).or(package.head.map(|head| model.get(head).at)) else { continue };
        let (name, one, other) = (model.qualified(id), model.package(*one).name, model.package(*other).name);
        let message =
            format!("`{one}` adopts `{name}`, `{other}` deviates from it, and `{}` extends both", package.name);
        let help = format!(
            "say which holds: write `adopts {name}`, refine it, or write `deviates {name} {{ because \"…\" }}`"
        );
        context
            .report(at, message, help)
            .label(adopted.target().span, "adopted here")
            .label(deviated.target().span, "deviated from here");
    }
}
