//! Deliverables that do not say what they are about, and security problems with holes.

use normc::model::{Standard, Threat, UseCase, WorkItem, standard::Role};

use super::Kind;
use crate::corpus::Mutant;

pub(super) const KINDS: &[Kind] = &[
    Kind {
        name: "a vertical names no product category",
        rule: "missing-category",
        mutants: |corpus| {
            let verticals =
                corpus.all::<Standard<'_>>().filter(|(_, standard, _)| standard.role == Some(Role::Vertical));
            verticals
                .filter_map(|(declaration, _, item)| {
                    let category = corpus.line(item, "category")?;
                    Some(Mutant::new(vec![corpus.remove(category)], "missing-category", declaration.at))
                })
                .collect()
        },
    },
    Kind {
        name: "a deliverable has no scope",
        rule: "missing-property",
        mutants: |corpus| {
            let standards = corpus.all::<Standard<'_>>();
            standards
                .filter_map(|(_, _, item)| {
                    let scope = corpus.line(item, "scope")?;
                    Some(Mutant::new(vec![corpus.remove(scope)], "missing-property", item.keyword))
                })
                .collect()
        },
    },
    Kind {
        name: "a use case calls for no level",
        rule: "unlevelled-use-case",
        mutants: |corpus| {
            let verticals = corpus.all::<UseCase<'_>>();
            verticals
                .filter(|(declaration, _, _)| {
                    let head = corpus.model.package(declaration.package).head;
                    head.and_then(|head| corpus.model.body::<Standard<'_>>(head))
                        .is_some_and(|it| it.role == Some(Role::Vertical))
                })
                .filter_map(|(declaration, _, item)| {
                    let level = corpus.line(item, "level")?;
                    Some(Mutant::new(vec![corpus.remove(level)], "unlevelled-use-case", declaration.at))
                })
                .collect()
        },
    },
    Kind {
        name: "a threat has no likelihood",
        rule: "unrated-threat",
        mutants: |corpus| {
            let threats = corpus.all::<Threat<'_>>();
            threats
                .filter_map(|(declaration, _, item)| {
                    let lines: Vec<_> = corpus.lines(item, "likelihood").map(|line| corpus.remove(line)).collect();
                    let standard =
                        corpus.model.package(declaration.package).header == Some(normc::language::Header::Standard);
                    (standard && !lines.is_empty()).then(|| Mutant::new(lines, "unrated-threat", declaration.at))
                })
                .collect()
        },
    },
    Kind {
        name: "an asset that nothing threatens",
        rule: "untargeted-asset",
        mutants: |corpus| {
            let threats = corpus.all::<Threat<'_>>();
            threats
                .map(|(declaration, _, _)| declaration.span.file)
                .filter(|file| {
                    corpus.workspace.sources.file(*file).folder().contains("vertical")
                        || corpus.workspace.sources.file(*file).folder().contains("horizontal")
                })
                .map(|file| {
                    let text = "asset lonely \"Lonely thing\" { protects integrity }";
                    Mutant::inside(vec![corpus.append(file, text)], "untargeted-asset", "lonely")
                })
                .collect()
        },
    },
    Kind {
        name: "a deliverable answers an item of the other role",
        rule: "item-role",
        mutants: |corpus| {
            let standards =
                corpus.all::<Standard<'_>>().filter(|(_, standard, _)| standard.role == Some(Role::Vertical));
            standards
                .filter_map(|(declaration, standard, item)| {
                    let line = corpus.line(item, "answers")?;
                    let answered = standard.answers.first()?;
                    let second = format!("{}, m606:1", corpus.text(answered.span));
                    let edit = corpus.replace(line.arguments.first()?.span, second);
                    let planned = corpus.model.all::<WorkItem<'_>>();
                    let mut planned = planned.filter(|(_, work)| work.deliverable == Some(declaration.package));
                    let mutant = Mutant::inside(vec![edit], "item-role", "m606:1");
                    // The programme plans one item for it, and says so.
                    Some(mutant.and("differing-deliverable", planned.next()?.0.at))
                })
                .collect()
        },
    },
];
