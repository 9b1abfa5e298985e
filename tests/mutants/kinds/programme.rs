//! A work programme that leaves items out or gives them to the wrong body.

use normc::model::{Milestone, WorkItem};

use super::Kind;
use crate::corpus::Mutant;

pub(super) const KINDS: &[Kind] = &[
    Kind {
        name: "an item that nobody plans",
        rule: "unplanned-item",
        mutants: |corpus| {
            let work =
                corpus.all::<WorkItem<'_>>().filter(|(_, work, _)| work.items.len() > 1 && work.deliverable.is_none());
            work.filter_map(|(declaration, work, item)| {
                let line = corpus.line(item, "item")?;
                let edit = corpus.remove_reference(line, work.items.last()?.span);
                Some(Mutant::new(vec![edit], "unplanned-item", corpus.head(declaration)))
            })
            .collect()
        },
    },
    Kind {
        name: "a body that the request does not ask",
        rule: "foreign-body",
        mutants: |corpus| {
            let work = corpus.all::<WorkItem<'_>>().filter(|(_, work, _)| {
                work.items
                    .iter()
                    .any(|item| corpus.text(item.span).strip_prefix("m606:").is_some_and(|number| number.len() == 1))
            });
            work.filter_map(|(_, _, item)| {
                let body = corpus.line(item, "body")?.arguments.first()?.span;
                Some(Mutant::new(vec![corpus.replace(body, "cyber-eusr")], "foreign-body", body))
            })
            .collect()
        },
    },
    Kind {
        name: "a milestone at a stage that does not exist",
        rule: "wrong-argument",
        mutants: |corpus| {
            let milestones = corpus.all::<Milestone<'_>>().filter_map(|(_, _, item)| corpus.line(item, "stage"));
            milestones
                .filter_map(|line| {
                    let stage = line.arguments.first()?.span;
                    Some(Mutant::new(vec![corpus.replace(stage, "inquiry")], "wrong-argument", stage))
                })
                .collect()
        },
    },
];
