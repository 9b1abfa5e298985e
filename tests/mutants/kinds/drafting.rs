//! What an editor would send back: structure, references, terms and typography that break the drafting rules.

use normc::language::Header;
use normc::model::standard::Eso;
use normc::model::{CitedDocument, Declaration, Standard};

use super::Kind;
use crate::corpus::{Corpus, Mutant};

/// A kind whose mutants put an item behind those of each deliverable: what is wrong, the rule, the item, and where in it the finding stands.
macro_rules! item {
    ($name:literal, $rule:literal, $item:expr, $wrong:literal) => {
        item!($name, $rule, $item, $wrong, |_| true)
    };
    ($name:literal, $rule:literal, $item:expr, $wrong:literal, $of:expr) => {
        Kind { name: $name, rule: $rule, mutants: |corpus| in_deliverables(corpus, $item, $rule, $wrong, $of) }
    };
}

/// A kind whose mutants put a clause with this text behind the items of each deliverable.
macro_rules! text {
    ($name:literal, $rule:literal, $text:literal, $wrong:literal) => {
        item!($name, $rule, concat!("clause a-clause \"A clause\" { text \"\"\"\n", $text, "\n\"\"\" }"), $wrong)
    };
    ($name:literal, $rule:literal, $text:literal, $wrong:literal, $of:expr) => {
        item!($name, $rule, concat!("clause a-clause \"A clause\" { text \"\"\"\n", $text, "\n\"\"\" }"), $wrong, $of)
    };
}

pub(super) const KINDS: &[Kind] = &[
    item!("a clause is empty", "empty-clause", "clause a-clause \"A clause\" { }", "a-clause"),
    item!(
        "a subclause is alone",
        "lone-subclause",
        "clause a-clause \"A clause\" { clause a-part \"A part\" { text \"It is.\" } }",
        "a-part"
    ),
    item!(
        "text hangs before a subclause",
        "hanging-paragraph",
        "clause a-clause \"A clause\" { text \"It hangs.\"; clause a-part \"A part\" { text \"It is.\" }; clause b-part \"B\" { text \"It is.\" } }",
        "\"It hangs.\""
    ),
    item!(
        "a subclause divides the scope",
        "subclause-in-scope",
        "clause a-clause \"A clause\" { after scope; text \"It is.\" }",
        "a-clause",
        |eso| eso != Eso::Etsi
    ),
    item!(
        "a subclause divides the normative references",
        "subclause-in-references",
        "clause a-clause \"A clause\" { after references; text \"It is.\" }",
        "a-clause",
        |eso| eso != Eso::Etsi
    ),
    item!(
        "the history leads to another version",
        "revision-order",
        "revision \"9.9.9\" 2030-01-01 \"Another version.\"",
        "revision",
        |eso| eso == Eso::Etsi
    ),
    item!(
        "a heading ends with a full stop",
        "caption-full-stop",
        "clause a-clause \"A clause.\" { text \"It is.\" }",
        "A clause"
    ),
    item!(
        "nothing refers to an annex",
        "uncited-element",
        "annex an-annex \"An annex\" { text \"It is.\" }",
        "an-annex"
    ),
    item!(
        "a row has too few cells",
        "uneven-table",
        "clause a-clause \"A clause\" { text \"It has [a-table].\"; table a-table \"A table\" { head \"One\", \"Two\"; row \"one\" } }",
        "\"one\""
    ),
    item!(
        "an abbreviation is listed and not used",
        "unused-abbreviation",
        "abbreviation QQX \"QQX\" { definition \"Quite Queer Xylophone\" }",
        "QQX"
    ),
    item!(
        "a term is defined and not used",
        "unused-term",
        "term xylophone \"xylophone\" { definition \"row of bars\" }",
        "xylophone"
    ),
    text!("a heading stands in a text", "heading-in-text", "# Bars\n\nThey sound.", "# Bars"),
    text!("a table stands in a text", "table-in-text", "They are these.\n\n| A | B |\n| - | - |\n| 1 | 2 |", "| A"),
    text!("a note is typed", "typed-note", "It is.\n\nNOTE: It really is.", "NOTE"),
    text!("nothing introduces a list", "list-introduction", "The parts are\n\n- a bar;\n- a bolt.", "- a bar"),
    text!(
        "an item ends like no other",
        "list-punctuation",
        "The parts are:\n\n- a bar;\n- a bolt\n- a nut.",
        "- a bolt"
    ),
    text!("a list is too deep", "list-depth", "It has:\n\n- a:\n  - b:\n    - c:\n      - d:\n        - e.", "- e."),
    text!("a number sticks to its unit", "unit-spacing", "It takes 30seconds.", "30seconds"),
    text!("a number has a decimal point", "decimal-sign", "It takes 1.5 seconds.", "1.5"),
    text!("digits are grouped with commas", "digit-grouping", "It takes 100,000 turns.", "100,000"),
    text!("a hyphen stands for a minus sign", "minus-sign", "It cools to -10 °C.", "-10"),
    text!("an abbreviation is not listed", "undefined-abbreviation", "It has a QQX.", "QQX"),
    text!("strong words are no term", "undefined-term", "It has a **quite queer xylophone**.", "**quite"),
    text!("a clause has a capital", "cross-reference-wording", "It is as in Clause 4.", "Clause 4", |eso| eso
        == Eso::Etsi),
    text!("a table has none", "cross-reference-wording", "It is as in table 4.", "table 4", |eso| eso != Eso::Etsi),
    Kind {
        name: "a title names the type of document",
        rule: "document-type-in-title",
        mutants: |corpus| {
            let heads = corpus.all::<Standard<'_>>();
            heads
                .filter_map(|(declaration, _, _)| {
                    let title = declaration.title?.span();
                    let edit = corpus.replace(title, "\"European Standard on something\"");
                    Some(Mutant::inside(vec![edit], "document-type-in-title", "European"))
                })
                .collect()
        },
    },
    Kind {
        name: "a definition begins with an article",
        rule: "leading-article",
        mutants: |corpus| {
            in_libraries(
                corpus,
                "term a-part \"weak part\" { definition \"the part that is weak\" }",
                "leading-article",
                "the",
            )
        },
    },
    Kind {
        name: "a definition ends with a full stop",
        rule: "definition-full-stop",
        mutants: |corpus| {
            in_libraries(
                corpus,
                "term a-part \"weak part\" { definition \"part that is weak.\" }",
                "definition-full-stop",
                ".",
            )
        },
    },
    Kind {
        name: "a term of the act has a meaning of its own",
        rule: "legal-term",
        mutants: |corpus| {
            in_libraries(
                corpus,
                "term a-miss \"near miss\" { definition \"event without harm\" }",
                "legal-term",
                "a-miss",
            )
        },
    },
    Kind {
        name: "a normative reference is a draft",
        rule: "draft-normative-reference",
        mutants: |corpus| {
            let references = corpus.all::<CitedDocument<'_>>().filter(|(_, reference, _)| reference.normative);
            references
                .filter_map(|(_, reference, _)| {
                    let edit = corpus.replace(reference.date?.span(), "\"draft of 2026\"");
                    Some(Mutant::inside(vec![edit], "draft-normative-reference", "\"draft"))
                })
                .collect()
        },
    },
    Kind {
        name: "a normative reference of others has no reason",
        rule: "unlisted-publisher",
        mutants: |corpus| {
            let references = corpus.all::<CitedDocument<'_>>().filter(|(_, reference, _)| reference.normative);
            references
                .filter_map(|(declaration, _, item)| {
                    let rationale = corpus.line(item, "rationale")?;
                    Some(Mutant::new(vec![corpus.remove(rationale)], "unlisted-publisher", declaration.at))
                })
                .collect()
        },
    },
    Kind {
        name: "the title of a reference ends with a full stop",
        rule: "reference-entry",
        mutants: |corpus| {
            let references = corpus.all::<CitedDocument<'_>>().filter(|(declaration, reference, _)| {
                reference.catalogue.is_none()
                    && corpus.model.eso(declaration.package).is_none_or(|eso| eso == Eso::Etsi)
            });
            references
                .filter_map(|(_, reference, _)| {
                    let title = reference.document_title?.span();
                    let text = corpus.text(title).strip_suffix('"')?.to_owned() + ".\"";
                    Some(Mutant::new(vec![corpus.replace(title, text)], "reference-entry", title))
                })
                .collect()
        },
    },
];

/// Deliverables of some organisations that got one more item.
fn in_deliverables(
    corpus: &Corpus<'_>,
    item: &str,
    rule: &'static str,
    wrong: &str,
    of: fn(Eso) -> bool,
) -> Vec<Mutant> {
    let heads = corpus.all::<Standard<'_>>().filter(|(_, standard, _)| standard.eso.is_some_and(of));
    heads.map(|(declaration, _, _)| appended(corpus, declaration, item, rule, wrong)).collect()
}

/// Libraries that got one more item.
fn in_libraries(corpus: &Corpus<'_>, item: &str, rule: &'static str, wrong: &str) -> Vec<Mutant> {
    let packages = corpus.model.packages().iter().filter(|package| package.header == Some(Header::Library));
    let heads = packages.filter_map(|package| package.head);
    heads.map(|head| appended(corpus, corpus.model.get(head), item, rule, wrong)).collect()
}

fn appended(corpus: &Corpus<'_>, head: &Declaration<'_>, item: &str, rule: &'static str, wrong: &str) -> Mutant {
    Mutant::inside(vec![corpus.append(head.span.file, item)], rule, wrong)
}
