//! Sentences at their places, good and bad, with what the rules of the group `wording` find in each: `tests/wording/<eso>.txt`.
//!
//! A line is `PLACE: SENTENCE`, where `\n` is a line break; below it, indented, stand the rules that find something and the words they point at.
//! `UPDATE=1` writes the answers anew.

#[path = "rules/fixture.rs"]
mod fixture;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use normc::check::rules::RULES;
use normc::diagnostic::Diagnostic;

use fixture::Example;

/// An example with a sentence at a place, around which nothing is wrong.
fn example(eso: &str, place: &str, sentence: &str) -> Example {
    let (folder, objective) = if eso == "etsi" { ("demo", "O-1") } else { ("base", "O-B") };
    let text = format!("\"\"\"\n{}\n\"\"\"", sentence.replace("\\n", "\n"));
    let requirement = |lines: &str| {
        format!(
            "requirement R-2 \"Second\" {{\n{lines}\n}}\nfeature lifted \"Can be lifted\" {{ }}\nterm fit \"fit means\" {{ definition \"means\" }}\n"
        )
    };
    let clause = |lines: &str| format!("clause cl-x \"X\" {{\n{lines}\n}}\n");
    let item = match place {
        "statement" => requirement(&format!("statement {text}\nserves {objective}")),
        "conditional statement" => requirement(&format!("when lifted\nstatement {text}\nserves {objective}")),
        "process statement" => {
            requirement(&format!("statement {text}\nserves O-P")) + "objective O-P \"Process\" { on process }\n"
        }
        "pass" => {
            format!(
                "assessment A-2 \"Look\" {{ assesses R-1, R-B; method test; verdict {{ pass {text}\nfail \"No.\" }} }}\n"
            )
        }
        "activity" => format!("assessment A-2 \"Look\" {{ assesses R-1, R-B; method test; activity {text} }}\n"),
        "rationale" => {
            requirement(&format!("statement \"The vault shall hold.\"\nserves {objective}\nrationale {text}"))
        }
        "note" | "example" => clause(&format!("{place} {text}")),
        "clause" => clause(&format!("text {text}")),
        "normative clause" => clause(&format!("status normative\ntext {text}")),
        "inner normative clause" => clause(&format!("status normative\nclause cl-y \"Y\" {{\ntext {text}\n}}")),
        "annex" => format!("annex an-x \"X\" {{\ntext {text}\n}}\n"),
        "definition" => format!("term held \"held\" {{ definition {text} }}\n"),
        "policy" => format!("policy P-1 \"P\" {{ text {text} }}\n"),
        "omission" => format!("omits act:E-9 {{ because {text} }}\n"),
        "editors-note" => clause(&format!("editors-note {text}")),
        "feature" => format!("feature heavy \"Heavy\" {{ text {text} }}\n"),
        other => panic!("no such place: {other}"),
    };
    Example::read(&format!("// in: {folder}\n{item}"))
}

fn is_of_wording(rule: &str) -> bool {
    RULES.iter().any(|entry| entry.rule.name == rule && entry.group == "wording")
}

/// What the rules of the group find in a sentence at a place, a line each.
fn answers(eso: &str, place: &str, sentence: &str) -> String {
    let example = example(eso, place, sentence);
    let (sources, diagnostics) = example.check(&example.source);
    let mut answers = String::new();
    for found in diagnostics.iter().filter(|found| is_of_wording(found.rule)) {
        let span = found.primary.span;
        if sources.file(span.file).path() == example.path() {
            let words = sources.slice(span).split_whitespace().collect::<Vec<_>>().join(" ");
            let words = if words.starts_with('"') { "the whole" } else { &words };
            answers += &format!("  {}: {words}\n", found.rule);
        }
    }
    answers
}

fn path(eso: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("tests/wording/{eso}.txt"))
}

/// The cases of a file: place and sentence.
fn cases(text: &str) -> Vec<(&str, &str)> {
    let lines = text.lines().filter(|line| !line.starts_with([' ', '#']) && !line.is_empty());
    lines.map(|line| line.split_once(": ").unwrap_or_else(|| panic!("no place: {line}"))).collect()
}

/// A file with its answers made anew; comments and empty lines stay.
fn answered(eso: &str, text: &str) -> String {
    let mut out = String::new();
    for line in text.lines().filter(|line| !line.starts_with(' ')) {
        out += line;
        out.push('\n');
        if let Some((place, sentence)) = cases(line).first() {
            out += &answers(eso, place, sentence);
        }
    }
    out
}

#[test]
fn every_sentence_gives_what_stands_below_it() {
    let mut count = 0;
    for eso in ["etsi", "cen"] {
        let expected = std::fs::read_to_string(path(eso)).unwrap();
        count += cases(&expected).len();
        let found = answered(eso, &expected);
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(path(eso), &found).unwrap();
            continue;
        }
        let wrong = expected.lines().zip(found.lines()).find(|(expected, found)| expected != found);
        assert_eq!(found.lines().count(), expected.lines().count(), "{eso}: first difference: {wrong:?}");
        assert_eq!(wrong, None, "{eso}");
    }
    assert!(count >= 150, "only {count} sentences");
}

#[test]
fn every_fix_removes_its_finding_and_a_safe_one_brings_no_other() {
    let mut count = 0;
    for eso in ["etsi", "cen"] {
        let text = std::fs::read_to_string(path(eso)).unwrap();
        for (place, sentence) in cases(&text) {
            let example = example(eso, place, sentence);
            let (sources, found) = example.check(&example.source);
            for finding in found.iter().filter(|finding| is_of_wording(finding.rule)) {
                let Some(fix) = finding.fixes.first() else { continue };
                let mut mended = example.source.clone();
                let mut edits: Vec<_> = fix.edits.iter().collect();
                edits.sort_by_key(|edit| std::cmp::Reverse(edit.span));
                for edit in edits {
                    assert_eq!(sources.file(edit.span.file).path(), example.path());
                    mended.replace_range(edit.span.range(), &edit.replacement);
                }
                let (_, left) = example.check(&mended);
                let rules = |found: &[Diagnostic]| {
                    let of_wording = found.iter().map(|finding| finding.rule).filter(|rule| is_of_wording(rule));
                    of_wording.collect::<BTreeSet<_>>()
                };
                let of_rule = |found: &[Diagnostic]| found.iter().filter(|it| it.rule == finding.rule).count();
                let said = format!("{eso}, {place}: {sentence}: {}", fix.title);
                assert_eq!(of_rule(&left), of_rule(&found) - 1, "{said}");
                // What is only proposed may bring to light what the wrong word hid.
                assert!(!fix.is_safe() || rules(&left).is_subset(&rules(&found)), "{said}: {:?}", rules(&left));
                count += 1;
            }
        }
    }
    assert!(count > 20, "only {count} fixes");
}
