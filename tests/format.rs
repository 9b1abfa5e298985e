//! The canonical form: stable, complete, and of the same meaning as what was written.
//!
//! `tests/format/*.norm` are written anyhow; the `.out` beside each is its canonical form. Below them, syntax that proptest makes up, the
//! shipped corpus and the rules' examples are formatted and read again.

mod support;

use std::fs;

use normc::source::FileId;
use normc::syntax::parse;
use proptest::prelude::*;
use support::pipeline::{formatted, hold_format};

#[test]
fn every_form_has_its_canonical_form() {
    let mut wrong = String::new();
    let sources = support::files(&support::root().join("tests/format"), "norm");
    assert!(sources.len() > 5);
    for path in sources {
        let text = fs::read_to_string(&path).unwrap();
        hold_format(&text);
        support::expect(&path.with_extension("out"), &formatted(&text), &mut wrong);
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn of_the_sound_syntax() {
    for path in support::files(&support::root().join("tests/syntax/sound"), "norm") {
        hold_format(&fs::read_to_string(path).unwrap());
    }
}

#[test]
fn of_the_corpus_which_is_canonical() {
    let corpus = support::corpus();
    assert!(corpus.len() > 10);
    for (path, text) in corpus {
        hold_format(&text);
        assert_eq!(formatted(&text), text, "{path} is not formatted; run `normc fmt`");
    }
}

#[test]
fn of_the_rules_examples() {
    for (name, text) in support::examples() {
        if parse(FileId(0), &text).1.is_empty() {
            hold_format(&text);
        } else {
            assert!(name.starts_with("syntax-error"), "{name}");
        }
    }
}

/// An argument as it may be written.
fn argument() -> impl Strategy<Value = String> {
    let simple = prop_oneof![
        8 => "[a-zA-Z][a-zA-Z0-9_-]{0,12}(\\.[a-z0-9]{1,4})?",
        2 => "[a-z]{1,5}:[A-Z]-[a-z0-9]{1,6}",
        4 => string(),
        3 => text(),
        2 => "[0-9]{1,4}(\\.[0-9]{1,3})?",
        2 => ("[0-9]{1,4}", prop::sample::select(vec!["", " ", "  "]), prop::sample::select(vec!["MiB", "s", "%", "days", "bits"]))
            .prop_map(|(number, blank, unit)| format!("{number}{blank}{unit}")),
        1 => "[0-9]{1,3}\\.\\.[0-9]{1,4}",
        1 => "[0-9]{1,3} ?h\\.\\.[0-9]{1,4} ?days",
        1 => Just("2026-10-30".to_owned()),
        2 => prop::sample::select(vec!["<=", ">=", "<", ">", "="]).prop_map(str::to_owned),
    ];
    simple.prop_recursive(2, 8, 4, |inner| {
        (prop::collection::vec((inner, gap()), 0..4), gap()).prop_map(|(members, first)| {
            let members = members.iter().enumerate().map(|(at, (member, gap))| {
                let comma = if at + 1 < members.len() { "," } else { "" };
                let blank = if gap.is_empty() { " " } else { gap };
                format!("{member}{comma}{blank}")
            });
            format!("({first}{})", members.collect::<String>())
        })
    })
}

fn string() -> impl Strategy<Value = String> {
    let piece = prop_oneof!["[a-zé€ {};,/()#\\[\\]]{0,14}", Just("\\\"".to_owned()), Just("\\n".to_owned())];
    prop::collection::vec(piece, 0..4).prop_map(|pieces| format!("\"{}\"", pieces.concat()))
}

fn text() -> impl Strategy<Value = String> {
    let line = "[ \t]{0,6}([a-zé€{};/*|\\\\`]{1,9} {0,2}){0,4}";
    (prop::collection::vec(line, 0..5), prop::sample::select(vec!["\n", "\r\n"]), any::<bool>()).prop_map(
        |(lines, ending, hugs)| {
            let ending_first = if hugs { "" } else { ending };
            format!("\"\"\"{ending_first}{}{ending_first}\"\"\"", lines.join(ending))
        },
    )
}

/// What may stand between the members of a group, or after a comma.
fn gap() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => Just(String::new()),
        4 => Just(" ".to_owned()),
        2 => Just("\n".to_owned()),
        1 => Just(" \t\n\n  ".to_owned()),
        1 => "[a-z]{0,6}".prop_map(|comment| format!(" // {comment}\n")),
        1 => Just("\n    // alone\n  // again\n".to_owned()),
    ]
}

/// What ends an item.
fn stop() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => Just("\n".to_owned()),
        1 => Just(" ;\t".to_owned()),
        1 => Just("\r\n".to_owned()),
        1 => Just("\n\n\n".to_owned()),
        1 => Just(" ; // after a semicolon\n;".to_owned()),
        1 => "[a-z ]{0,8}".prop_map(|comment| format!("   //{comment}\n")),
        1 => "[a-z ]{0,8}".prop_map(|comment| format!("\n\n    // {comment}  \n\n")),
        1 => Just("\n//\n// two\n\n".to_owned()),
    ]
}

fn item() -> impl Strategy<Value = String> {
    let between = prop_oneof![3 => Just(None), 2 => gap().prop_map(Some)];
    let head =
        ("[a-z][a-z-]{0,8}", prop::collection::vec((between, argument()), 0..5)).prop_map(|(keyword, arguments)| {
            arguments.iter().enumerate().fold(keyword, |head, (at, (between, argument))| match between {
                Some(gap) if at > 0 => format!("{head},{gap}{argument}"),
                _ => format!("{head} {argument}"),
            })
        });
    head.prop_recursive(3, 24, 5, |inner| {
        let block = (gap(), prop::collection::vec((inner.clone(), stop()), 0..5)).prop_map(|(first, items)| {
            format!("{{{first} {}}}", items.iter().map(|(item, stop)| format!("{item}{stop}")).collect::<String>())
        });
        (inner, block).prop_map(|(item, block)| if item.ends_with('}') { item } else { format!("{item} {block}") })
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 500, max_shrink_iters: 4000, ..ProptestConfig::default() })]

    #[test]
    fn of_made_up_syntax(first in stop(), items in prop::collection::vec((item(), stop()), 0..6)) {
        let text = items.iter().fold(first, |text, (item, stop)| format!("{text}{item}{stop}"));
        hold_format(&text);
    }
}
