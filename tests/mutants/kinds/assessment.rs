//! Requirements that nobody assesses, and assessments that lack what a laboratory needs.

use normc::model::{Assessment, Requirement};

use super::Kind;
use crate::corpus::{Corpus, Mutant};

/// Assessments that lose the lines of one property.
fn without(corpus: &Corpus<'_>, word: &'static str, rule: &'static str) -> Vec<Mutant> {
    let assessments = corpus.all::<Assessment<'_>>();
    assessments
        .filter_map(|(declaration, _, item)| {
            let lines: Vec<_> = corpus.lines(item, word).map(|line| corpus.remove(line)).collect();
            (!lines.is_empty()).then(|| Mutant::new(lines, rule, declaration.at))
        })
        .collect()
}

pub(super) const KINDS: &[Kind] = &[
    Kind {
        name: "a requirement has no assessment",
        rule: "unassessed-requirement",
        mutants: |corpus| {
            let assessments =
                corpus.all::<Assessment<'_>>().filter(|(_, assessment, _)| assessment.assesses.is_empty());
            assessments
                .filter_map(|(declaration, _, item)| {
                    let requirement = corpus.model.get(declaration.parent?);
                    let alone = corpus
                        .model
                        .all::<Assessment<'_>>()
                        .filter(|(other, _)| other.parent == declaration.parent)
                        .count()
                        == 1;
                    alone.then(|| Mutant::new(vec![corpus.remove(item)], "unassessed-requirement", requirement.at))
                })
                .collect()
        },
    },
    Kind {
        name: "an assessment has no steps",
        rule: "incomplete-assessment",
        mutants: |corpus| without(corpus, "activity", "incomplete-assessment"),
    },
    Kind {
        name: "an assessment has no verdict",
        rule: "incomplete-assessment",
        mutants: |corpus| without(corpus, "verdict", "incomplete-assessment"),
    },
    Kind {
        name: "an assessment leaves no evidence",
        rule: "incomplete-assessment",
        mutants: |corpus| without(corpus, "evidence", "incomplete-assessment"),
    },
    Kind {
        name: "an assessment is used in no module",
        rule: "incomplete-assessment",
        mutants: |corpus| without(corpus, "modules", "incomplete-assessment"),
    },
    Kind {
        name: "an assessment has no method",
        rule: "missing-property",
        mutants: |corpus| without(corpus, "method", "missing-property"),
    },
    Kind {
        name: "a verdict does not say when it fails",
        rule: "missing-property",
        mutants: |corpus| {
            let verdicts = corpus.all::<Assessment<'_>>().filter_map(|(_, _, item)| corpus.line(item, "verdict"));
            verdicts
                .filter_map(|verdict| {
                    let fail = corpus.line(verdict, "fail")?;
                    Some(Mutant::new(vec![corpus.remove(fail)], "missing-property", verdict.keyword))
                })
                .collect()
        },
    },
    Kind {
        name: "a requirement binds before anything assesses it",
        rule: "late-assessment",
        mutants: |corpus| {
            let requirements =
                corpus.all::<Requirement<'_>>().filter(|(_, requirement, _)| requirement.level.is_none());
            requirements
                .filter_map(|(declaration, _, _)| {
                    let mut own =
                        corpus.all::<Assessment<'_>>().filter(|(other, _, _)| other.parent == Some(declaration.id));
                    let (assessment, _, item) = own.next()?;
                    let known = corpus.model.lookup(assessment.package, "common:substantial").is_some();
                    let alone = own.next().is_none() && known;
                    let level = corpus.insert(item, "level common:substantial")?;
                    alone.then(|| Mutant::inside(vec![level], "late-assessment", "common:substantial"))
                })
                .collect()
        },
    },
];
