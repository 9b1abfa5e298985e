//! Verticals that pass over their horizontals, contradict themselves, or ask for less.

use std::collections::BTreeSet;

use normc::lock;
use normc::model::{
    Adopts, Assessment, Declaration, Deviates, Id, PackageId, Relation, Requirement, Treatment, assessment::Method,
};
use normc::source::Span;
use normc::syntax::Text;

use super::Kind;
use crate::corpus::{Corpus, Mutant};

/// Where a package says that it extends the package of a requirement.
fn extends(corpus: &Corpus<'_>, package: PackageId, parent: Id) -> Option<Span> {
    let home = corpus.model.get(parent).package;
    corpus.model.package(package).uses.iter().find(|used| used.extends && used.package == home).map(|used| used.span)
}

/// Whether a package covers without a requirement all that it covers with it, so that nothing else is found when it goes.
fn is_spare(corpus: &Corpus<'_>, package: PackageId, requirement: Id) -> bool {
    let others = corpus.model.in_force(package).into_iter().filter(|other| *other != requirement);
    let covered: BTreeSet<_> = others.flat_map(|other| corpus.graph.targets(other, Relation::Covers)).collect();
    corpus.graph.targets(requirement, Relation::Covers).all(|target| covered.contains(&target))
}

pub(super) const KINDS: &[Kind] = &[
    Kind {
        name: "a horizontal requirement is passed over",
        rule: "unaddressed-horizontal",
        mutants: |corpus| {
            let mut mutants = Vec::new();
            for (declaration, adopts, item) in corpus.all::<Adopts>() {
                for target in adopts.requirements.iter().filter(|it| is_spare(corpus, declaration.package, it.id)) {
                    let Some(at) = extends(corpus, declaration.package, target.id) else { continue };
                    mutants.push(Mutant::new(
                        vec![corpus.remove_reference(item, target.span)],
                        "unaddressed-horizontal",
                        at,
                    ));
                }
            }
            mutants
        },
    },
    Kind {
        name: "a deviation is gone",
        rule: "unaddressed-horizontal",
        mutants: |corpus| {
            let deviations = corpus.all::<Deviates<'_>>().filter(|(_, deviates, _)| deviates.requirements.len() == 1);
            deviations
                .filter_map(|(declaration, deviates, item)| {
                    let at = extends(corpus, declaration.package, deviates.requirements[0].id)?;
                    Some(Mutant::new(vec![corpus.remove(item)], "unaddressed-horizontal", at))
                })
                .collect()
        },
    },
    Kind {
        name: "a horizontal requirement is adopted and deviated from",
        rule: "contradictory-inheritance",
        mutants: |corpus| {
            let mut mutants = Vec::new();
            for (declaration, adopts, _) in corpus.all::<Adopts>() {
                for target in &adopts.requirements {
                    let name = corpus.text(target.span);
                    let text =
                        format!("deviates {name} {{ because \"The product class has a stricter rule of its own.\" }}");
                    mutants.push(Mutant::inside(
                        vec![corpus.append(declaration.span.file, &text)],
                        "contradictory-inheritance",
                        name,
                    ));
                }
            }
            mutants
        },
    },
    Kind {
        name: "a deviation gives no reason",
        rule: "missing-reason",
        mutants: |corpus| {
            let reasons = corpus.all::<Deviates<'_>>().filter_map(|(_, _, item)| corpus.line(item, "because"));
            reasons
                .filter_map(|line| {
                    let reason = line.arguments.first()?.span;
                    Some(Mutant::new(vec![corpus.replace(reason, "\"n/a\"")], "missing-reason", reason))
                })
                .collect()
        },
    },
    Kind {
        name: "a refinement binds later than what it refines",
        rule: "weaker-refinement",
        mutants: |corpus| {
            let refined = corpus.model.standards().flat_map(|(package, _)| corpus.model.treatments(package.id));
            let children: Vec<_> = refined
                .filter_map(
                    |(parent, how)| if let Treatment::Refined(child, _) = how { Some((parent, child)) } else { None },
                )
                .collect();
            let requirements =
                corpus.all::<Requirement<'_>>().filter(|(_, requirement, _)| requirement.level.is_none());
            requirements
                .filter(|(declaration, _, _)| {
                    children.iter().filter(|(_, child)| *child == declaration.id).count() == 1
                })
                .filter_map(|(_, _, item)| {
                    let level = corpus.insert(item, "level common:substantial")?;
                    Some(Mutant::inside(vec![level], "weaker-refinement", "common:substantial"))
                })
                .collect()
        },
    },
    Kind {
        name: "a horizontal's assessment changed since it was reviewed",
        rule: "stale-inheritance",
        mutants: |corpus| {
            let treated = |requirement: Id| {
                let packages = corpus.model.standards().map(|(package, _)| lock::treated(corpus.model, package.id));
                let treatments: Vec<_> = packages.filter_map(|treated| treated.get(&requirement).cloned()).collect();
                match &*treatments {
                    [treatments] => treatments.iter().map(|treatment| treatment.target().span).min(),
                    _ => None,
                }
            };
            let changed = |assessment: &Declaration<'_>, evidence: Text<'_>| {
                let edit = corpus.replace(evidence.span(), "\"the record, signed by whoever made it\"");
                Some(Mutant::new(vec![edit], "stale-inheritance", treated(assessment.parent?)?).reviewed())
            };
            let assessments =
                corpus.all::<Assessment<'_>>().filter(|(_, assessment, _)| assessment.assesses.is_empty());
            assessments.filter_map(|(declaration, assessment, _)| changed(declaration, assessment.evidence?)).collect()
        },
    },
    Kind {
        name: "a horizontal came out in another version",
        rule: "extended-version",
        mutants: |corpus| {
            let extensions = corpus.model.standards().flat_map(|(_, standard)| &standard.extends);
            let versions = extensions.filter_map(|extension| extension.at);
            let older = |at: Text<'_>| corpus.replace(at.span(), "\"0.0.9\"");
            versions.map(|at| Mutant::new(vec![older(at)], "extended-version", at.span())).collect()
        },
    },
    Kind {
        name: "a refinement leaves out some products",
        rule: "narrower-condition",
        mutants: |corpus| {
            let requirements = corpus.all::<Requirement<'_>>().filter(|(_, requirement, _)| requirement.when.is_none());
            requirements
                .filter(|(declaration, requirement, _)| {
                    requirement.refines.len() == 1
                        && requirement.reduces.is_empty()
                        && corpus.count(requirement.refines[0].parent.id, Relation::Refines) == 1
                        && corpus.model.lookup(declaration.package, "sync").is_some()
                })
                .filter_map(|(_, _, item)| {
                    Some(Mutant::inside(vec![corpus.insert(item, "when sync")?], "narrower-condition", "when"))
                })
                .collect()
        },
    },
    Kind {
        name: "a refinement covers less than its parent",
        rule: "lost-coverage",
        mutants: |corpus| {
            let mut mutants = Vec::new();
            for (declaration, requirement, item) in corpus.all::<Requirement<'_>>() {
                let parents: Vec<_> = requirement.refines.iter().map(|it| it.parent.id).collect();
                for target in &requirement.covers {
                    let parent = parents
                        .iter()
                        .any(|parent| corpus.graph.targets(*parent, Relation::Covers).any(|it| it == target.id));
                    let others =
                        corpus.model.in_force(declaration.package).into_iter().filter(|other| *other != declaration.id);
                    let spare = others
                        .into_iter()
                        .any(|other| corpus.graph.targets(other, Relation::Covers).any(|it| it == target.id));
                    if let Some(line) =
                        corpus.line(item, "covers").filter(|line| line.arguments.len() > 1 && parent && spare)
                    {
                        mutants.push(Mutant::new(
                            vec![corpus.remove_reference(line, target.span)],
                            "lost-coverage",
                            declaration.at,
                        ));
                    }
                }
            }
            mutants
        },
    },
    Kind {
        name: "a refinement is no longer tested",
        rule: "lost-assessment",
        mutants: |corpus| {
            let mut mutants = Vec::new();
            for (declaration, assessment, item) in corpus.all::<Assessment<'_>>() {
                let Some(parent) = declaration.parent.map(|parent| corpus.model.get(parent)) else { continue };
                let refines = corpus.model.body::<Requirement<'_>>(parent.id).is_some_and(|it| it.refines.len() == 1);
                if let Some(line) =
                    corpus.line(item, "method").filter(|_| refines && assessment.methods == [Method::Test])
                {
                    let interview = corpus.replace(line.arguments[0].span, "interview");
                    mutants.push(Mutant::new(vec![interview], "lost-assessment", parent.at));
                }
            }
            mutants
        },
    },
];
