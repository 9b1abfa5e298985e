//! Terms, abbreviations and references that break the drafting rules.

use normc::model::{Standard, Term};
use normc::syntax::Item;

use super::Kind;
use crate::corpus::{Corpus, Mutant};

/// Definitions that another text takes the place of.
fn definitions(corpus: &Corpus<'_>, rule: &'static str, changed: fn(&str) -> String) -> Vec<Mutant> {
    let lines = corpus.all::<Term<'_>>().filter_map(|(_, _, item)| corpus.line(item, "definition"));
    let one_line = |line: &&Item| line.arguments.first().is_some_and(|text| !corpus.text(text.span).contains('\n'));
    lines
        .filter(one_line)
        .filter_map(|line| {
            let text = line.arguments.first()?.span;
            let inner = corpus.text(text).strip_prefix('"')?.strip_suffix('"')?;
            Some(Mutant::new(vec![corpus.replace(text, format!("\"{}\"", changed(inner)))], rule, text))
        })
        .collect()
}

/// An item at the end of the file of each deliverable's header.
fn appended(corpus: &Corpus<'_>, text: &str, rule: &'static str, word: &str) -> Vec<Mutant> {
    let heads = corpus.all::<Standard<'_>>();
    heads.map(|(head, _, _)| Mutant::inside(vec![corpus.append(head.span.file, text)], rule, word)).collect()
}

pub(super) const KINDS: &[Kind] = &[
    Kind {
        name: "a definition begins with an article",
        rule: "leading-article",
        mutants: |corpus| definitions(corpus, "leading-article", |text| format!("the {text}")),
    },
    Kind {
        name: "a definition ends with a full stop",
        rule: "definition-full-stop",
        mutants: |corpus| definitions(corpus, "definition-full-stop", |text| format!("{text}.")),
    },
    Kind {
        name: "a term that no text uses",
        rule: "unused-term",
        mutants: |corpus| {
            appended(
                corpus,
                "term quux \"quuxification\" { definition \"act of making something quux\"; rationale \"own definition\" }",
                "unused-term",
                "quux",
            )
        },
    },
    Kind {
        name: "an abbreviation that no text uses",
        rule: "unused-abbreviation",
        mutants: |corpus| {
            appended(
                corpus,
                "abbreviation QXF \"QXF\" { definition \"Quux Exchange Format\" }",
                "unused-abbreviation",
                "QXF",
            )
        },
    },
];
