//! Essential requirements that are left open, or both covered and omitted.

use normc::model::{Declaration, Id, Omits, Requirement};

use super::Kind;
use crate::corpus::Mutant;

pub(super) const KINDS: &[Kind] = &[
    Kind {
        name: "an essential requirement is neither covered nor omitted",
        rule: "uncovered-essential",
        mutants: |corpus| {
            let omissions = corpus.all::<Omits<'_>>();
            omissions
                .filter_map(|(declaration, _, item)| {
                    let head = corpus.model.package(declaration.package).head?;
                    Some(Mutant::new(vec![corpus.remove(item)], "uncovered-essential", corpus.model.get(head).at))
                })
                .collect()
        },
    },
    Kind {
        name: "what is covered is omitted too",
        rule: "covered-and-omitted",
        mutants: |corpus| {
            let covers = corpus.all::<Requirement<'_>>().flat_map(|(declaration, requirement, _)| {
                requirement.covers.iter().map(move |target| (declaration, corpus.text(target.span)))
            });
            covers
                .map(|(declaration, essential)| {
                    let text = format!("omits {essential} {{ because \"The class of products has no use for it.\" }}");
                    Mutant::inside(vec![corpus.append(declaration.span.file, &text)], "covered-and-omitted", essential)
                })
                .collect()
        },
    },
    Kind {
        name: "an omission gives no reason",
        rule: "missing-reason",
        mutants: |corpus| {
            let reasons = corpus.all::<Omits<'_>>().filter_map(|(_, _, item)| corpus.line(item, "because"));
            reasons
                .filter_map(|line| {
                    let reason = line.arguments.first()?.span;
                    Some(Mutant::new(vec![corpus.replace(reason, "\"TBD\"")], "missing-reason", reason))
                })
                .collect()
        },
    },
    Kind {
        name: "coverage in part without a remark",
        rule: "unqualified-partial-cover",
        mutants: |corpus| {
            let plain = |requirement: &Requirement<'_>| requirement.when.is_none() && requirement.level.is_none();
            let others = |declaration: &Declaration<'_>, target: Id| {
                let mut own = corpus.model.of::<Requirement<'_>>(declaration.package);
                own.any(|(other, it)| {
                    other.id != declaration.id && plain(it) && it.covers.iter().any(|covered| covered.id == target)
                })
            };
            let lines = corpus.all::<Requirement<'_>>().filter(|(declaration, requirement, _)| {
                matches!(requirement.covers.as_slice(), [one] if others(declaration, one.id))
            });
            lines
                .filter_map(|(_, _, item)| corpus.line(item, "covers"))
                .map(|line| {
                    let target = line.arguments[0].span;
                    let text = format!("{} partial", corpus.text(target));
                    Mutant::new(vec![corpus.replace(target, text)], "unqualified-partial-cover", target)
                })
                .collect()
        },
    },
];
