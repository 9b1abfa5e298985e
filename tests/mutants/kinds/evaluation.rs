//! Evaluation whose questions lead nowhere, and assurance that falls where risk rises.

use super::Kind;
use crate::corpus::Mutant;

pub(super) const KINDS: &[Kind] = &[
    Kind {
        name: "an answer of a decision tree leads nowhere",
        rule: "unsound-decision-tree",
        mutants: |corpus| {
            let trees = corpus.in_deliverables("decision-tree");
            let questions = trees.flat_map(|(_, item)| corpus.lines(item, "question").collect::<Vec<_>>());
            questions
                .filter_map(|question| {
                    let answer = corpus.line(question, "no")?.arguments.first()?.span;
                    let is_verdict = matches!(corpus.text(answer), "pass" | "fail" | "not-applicable");
                    is_verdict
                        .then(|| Mutant::new(vec![corpus.replace(answer, "perhaps")], "unsound-decision-tree", answer))
                })
                .collect()
        },
    },
    Kind {
        name: "higher risk is verified less",
        rule: "falling-assurance",
        mutants: |corpus| {
            let assurances = corpus.in_deliverables("assurance");
            assurances
                .filter_map(|(declaration, item)| {
                    let depth = corpus.line(item, "depth")?.arguments.first()?.span;
                    let lowest = corpus.text(depth) == "validation";
                    lowest.then(|| {
                        Mutant::new(vec![corpus.replace(depth, "verification")], "falling-assurance", declaration.at)
                    })
                })
                .collect()
        },
    },
    Kind {
        name: "a level has no assurance",
        rule: "missing-assurance",
        mutants: |corpus| {
            let assurances = corpus.in_deliverables("assurance");
            assurances
                .filter_map(|(declaration, item)| {
                    let cases = corpus.model.of::<normc::model::UseCase<'_>>(declaration.package);
                    let of_level = cases.filter(|(_, case)| {
                        case.level.is_some_and(|level| declaration.links.iter().any(|link| link.target == level.id))
                    });
                    let places = of_level.map(|(case, _)| case.at);
                    let mutant = Mutant::everywhere(vec![corpus.remove(item)], "missing-assurance", places);
                    mutant.is_noticed().then_some(mutant)
                })
                .collect()
        },
    },
];
