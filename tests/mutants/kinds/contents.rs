//! Deliverables that leave out what the request asks of their kind.

use normc::model::Declaration;

use super::Kind;
use crate::corpus::{Corpus, Mutant};

/// The one declaration of a keyword that says a word, taken out of each deliverable that has only that one.
fn gone(corpus: &Corpus<'_>, keyword: &'static str, word: &str, rule: &'static str) -> Vec<Mutant> {
    let says = |declaration: &Declaration<'_>| {
        let head = corpus.text(declaration.span).lines().next().unwrap_or("");
        head.contains(word) && !head.contains(',')
    };
    let those: Vec<_> = corpus.in_deliverables(keyword).filter(|(declaration, _)| says(declaration)).collect();
    let alone = |of: &Declaration<'_>| those.iter().filter(|(other, _)| other.package == of.package).count() == 1;
    let alone = those.iter().filter(|(declaration, _)| alone(declaration));
    alone.map(|(declaration, item)| Mutant::new(vec![corpus.remove(item)], rule, corpus.head(declaration))).collect()
}

/// All lines of a property taken out of every item of a keyword.
fn without(corpus: &Corpus<'_>, keyword: &'static str, word: &'static str, rule: &'static str) -> Vec<Mutant> {
    let items = corpus.in_deliverables(keyword);
    items
        .filter_map(|(declaration, item)| Some(Mutant::new(corpus.without(item, word)?, rule, declaration.at)))
        .collect()
}

pub(super) const KINDS: &[Kind] = &[
    Kind {
        name: "nobody thought of health and safety",
        rule: "unconsidered-safety",
        mutants: |corpus| gone(corpus, "considers", "health-and-safety", "unconsidered-safety"),
    },
    Kind {
        name: "the state of the art is not named",
        rule: "unconsidered-state-of-the-art",
        mutants: |corpus| gone(corpus, "considers", "state-of-the-art", "unconsidered-state-of-the-art"),
    },
    Kind {
        name: "remote data processing is left open",
        rule: "unconsidered-remote-processing",
        mutants: |corpus| gone(corpus, "considers", "remote-data-processing", "unconsidered-remote-processing"),
    },
    Kind {
        name: "other law of the Union is left open",
        rule: "unconsidered-union-law",
        mutants: |corpus| gone(corpus, "considers", "artificial-intelligence", "unconsidered-union-law"),
    },
    Kind {
        name: "the work on radio equipment is passed over",
        rule: "unused-radio-work",
        mutants: |corpus| gone(corpus, "builds-on", "en-18031", "unused-radio-work"),
    },
    Kind {
        name: "nothing guides in finding threats, policies and assumptions",
        rule: "missing-problem-guidance",
        mutants: |corpus| {
            let guidance = corpus.in_deliverables("guidance");
            let on_problems = guidance.filter(|(declaration, _)| declaration.label().starts_with("Finding "));
            on_problems
                .map(|(declaration, item)| {
                    Mutant::new(vec![corpus.remove(item)], "missing-problem-guidance", corpus.head(declaration))
                })
                .collect()
        },
    },
    Kind {
        name: "what is out of scope is not said",
        rule: "unbounded-scope",
        mutants: |corpus| {
            let heads = corpus.in_deliverables("standard");
            let plain = heads.filter(|(_, item)| {
                corpus.lines(item, "out-of-scope").all(|line| !corpus.text(line.span).contains('['))
            });
            plain
                .filter_map(|(declaration, item)| {
                    Some(Mutant::new(corpus.without(item, "out-of-scope")?, "unbounded-scope", declaration.at))
                })
                .collect()
        },
    },
    Kind {
        name: "an assessment needs no preparation",
        rule: "unprepared-assessment",
        mutants: |corpus| without(corpus, "assessment", "preparation", "unprepared-assessment"),
    },
    Kind {
        name: "an assessment has no objective",
        rule: "unprepared-assessment",
        mutants: |corpus| without(corpus, "assessment", "objective", "unprepared-assessment"),
    },
    Kind {
        name: "no use case is foreseeable beyond the intended",
        rule: "missing-foreseeable-use",
        mutants: |corpus| {
            let cases = corpus.in_deliverables("use-case");
            let foreseeable = cases.filter_map(|(declaration, item)| Some((declaration, corpus.line(item, "use")?)));
            foreseeable
                .map(|(declaration, line)| {
                    Mutant::new(vec![corpus.remove(line)], "missing-foreseeable-use", corpus.head(declaration))
                })
                .collect()
        },
    },
];
