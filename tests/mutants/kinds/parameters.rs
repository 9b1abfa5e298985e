//! Refinements that let through what their parents forbid, and parameters that nothing satisfies.

use normc::model::{Comparison, Limit, Narrowing, Param, ParamValue, Quantity, Refinement, Requirement};
use normc::syntax::Item;

use super::Kind;
use crate::corpus::{Corpus, Mutant};

/// Every narrowing of a refinement with the item of its line.
fn narrowings<'c>(corpus: &'c Corpus<'c>) -> Vec<(&'c Narrowing<'c>, &'c Item)> {
    let of = |(_, requirement, item): (_, &'c Requirement<'c>, &'c Item)| {
        let lines: Vec<_> = corpus
            .lines(item, "refines")
            .filter_map(|line| line.block.as_ref())
            .flat_map(|block| &block.items)
            .collect();
        let narrowed = requirement.refines.iter().flat_map(|refinement: &Refinement<'_>| &refinement.narrowings);
        narrowed
            .filter_map(|narrowing| {
                Some((narrowing, *lines.iter().find(|line| line.keyword == narrowing.parameter.span)?))
            })
            .collect::<Vec<_>>()
    };
    corpus.all::<Requirement<'_>>().flat_map(of).collect()
}

fn params<'c>(corpus: &Corpus<'c>) -> Vec<&'c Param<'c>> {
    corpus.model.all::<Requirement<'_>>().flat_map(|(_, requirement)| &requirement.params).collect()
}

fn in_unit(number: &str, quantity: &Quantity<'_>) -> String {
    quantity.unit.map_or_else(|| number.to_owned(), |unit| format!("{number} {unit}"))
}

pub(super) const KINDS: &[Kind] = &[
    Kind {
        name: "a refinement asks for less than its parent",
        rule: "wider-parameter",
        mutants: |corpus| {
            let mut mutants = Vec::new();
            for (narrowing, line) in narrowings(corpus) {
                let [Limit::Compare(comparison, quantity)] = narrowing.constraint.limits.as_slice() else { continue };
                let loose = match comparison {
                    Comparison::AtLeast => format!(">= {}", in_unit("0", quantity)),
                    Comparison::AtMost => format!("<= {}", in_unit(&format!("{}000000", quantity.number), quantity)),
                    _ => continue,
                };
                mutants.push(Mutant::new(
                    vec![corpus.replace(narrowing.constraint.span, loose)],
                    "wider-parameter",
                    line.span,
                ));
            }
            mutants
        },
    },
    Kind {
        name: "no value satisfies a parameter",
        rule: "empty-parameter",
        mutants: |corpus| {
            let mut mutants = Vec::new();
            for param in params(corpus) {
                let Some(constraint) = param.constraint.as_ref() else { continue };
                let [Limit::Within(low, high)] = constraint.limits.as_slice() else { continue };
                let empty = format!(">= {} <= {}", in_unit(high.number, high), in_unit(low.number, low));
                if low.thousandths < high.thousandths {
                    mutants.push(Mutant::new(
                        vec![corpus.replace(constraint.span, empty)],
                        "empty-parameter",
                        constraint.span,
                    ));
                }
            }
            mutants
        },
    },
    Kind {
        name: "a default is outside of what is allowed",
        rule: "forbidden-default",
        mutants: |corpus| {
            let mut mutants = Vec::new();
            for param in params(corpus) {
                let (Some(ParamValue::Quantity(default)), Some(constraint)) = (&param.default, &param.constraint)
                else {
                    continue;
                };
                if let [Limit::Within(_, high)] = constraint.limits.as_slice() {
                    let beyond = in_unit(&format!("{}1", high.number), high);
                    mutants.push(Mutant::new(
                        vec![corpus.replace(default.span, beyond)],
                        "forbidden-default",
                        default.span,
                    ));
                }
            }
            mutants
        },
    },
    Kind {
        name: "a default is in units of something else",
        rule: "wrong-measure",
        mutants: |corpus| {
            let quantities = params(corpus).into_iter().filter_map(|param| match &param.default {
                Some(ParamValue::Quantity(default)) if default.unit != Some("%") => Some(default),
                _ => None,
            });
            quantities
                .map(|default| {
                    Mutant::new(
                        vec![corpus.replace(default.span, format!("{} %", default.number))],
                        "wrong-measure",
                        default.span,
                    )
                })
                .collect()
        },
    },
];
