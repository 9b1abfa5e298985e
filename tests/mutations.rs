//! Whatever is done to a source, the whole pipeline ends, and ends without a panic: lines and bytes of the shipped corpus and of a small
//! workspace are deleted, doubled, swapped and overwritten, and random bytes are read as Norm.

mod support;

use normc::project::{self, Order, Workspace};
use proptest::prelude::*;
use support::pipeline::{run, workspace};

/// One change of a text; places are taken modulo its length.
#[derive(Clone, Debug)]
enum Change {
    DeleteLine(usize),
    DoubleLine(usize),
    SwapLines(usize, usize),
    DeleteBytes(usize, usize),
    DoubleBytes(usize, usize),
    Insert(usize, String),
    Cut(usize),
    /// A word put where another stands.
    CopyWord(usize, usize),
}

fn change() -> impl Strategy<Value = Change> {
    let place = any::<u16>().prop_map(usize::from);
    let place = move || place.clone();
    prop_oneof![
        place().prop_map(Change::DeleteLine),
        place().prop_map(Change::DoubleLine),
        (place(), place()).prop_map(|(one, other)| Change::SwapLines(one, other)),
        (place(), 1..40_usize).prop_map(|(at, length)| Change::DeleteBytes(at, length)),
        (place(), 1..40_usize).prop_map(|(at, length)| Change::DoubleBytes(at, length)),
        (place(), "[{}()\",;:/\\\\\n\"<>=.0-9a-z \u{0}\u{7f}é€\u{202e}\\[\\]|*_#-]{1,6}")
            .prop_map(|(at, text)| Change::Insert(at, text)),
        place().prop_map(Change::Cut),
        (place(), place()).prop_map(|(from, to)| Change::CopyWord(from, to)),
    ]
}

fn at_most(text: &str, at: usize) -> usize {
    let mut at = if text.is_empty() { 0 } else { at * 7919 % text.len() };
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

fn word_at(text: &str, at: usize) -> std::ops::Range<usize> {
    let at = at_most(text, at);
    let start = text[..at].rfind(char::is_whitespace).map_or(0, |blank| blank + 1);
    let start = (start..=at).find(|start| text.is_char_boundary(*start)).unwrap_or(at);
    let end = text[at..].find(char::is_whitespace).map_or(text.len(), |length| at + length);
    start..end
}

fn changed(mut text: String, change: &Change) -> String {
    let lines = |text: &str| text.split_inclusive('\n').map(str::to_owned).collect::<Vec<_>>();
    let mut split = lines(&text);
    let count = split.len().max(1);
    match change {
        Change::DeleteLine(_) | Change::DoubleLine(_) | Change::SwapLines(..) if split.is_empty() => {}
        Change::DeleteLine(at) => {
            split.remove(at % count);
            text = split.concat();
        }
        Change::DoubleLine(at) => {
            split.insert(at % count, split[at % count].clone());
            text = split.concat();
        }
        Change::SwapLines(one, other) => {
            split.swap(one % count, other % count);
            text = split.concat();
        }
        Change::DeleteBytes(at, length) | Change::DoubleBytes(at, length) => {
            let start = at_most(&text, *at);
            let end = (start + length..=text.len()).find(|end| text.is_char_boundary(*end)).unwrap_or(text.len());
            let bytes = text[start..end].to_owned();
            let new = if matches!(change, Change::DoubleBytes(..)) { bytes.repeat(2) } else { String::new() };
            text.replace_range(start..end, &new);
        }
        Change::Insert(at, bytes) => text.insert_str(at_most(&text, *at), bytes),
        Change::Cut(at) => text.truncate(at_most(&text, *at)),
        Change::CopyWord(from, to) => {
            let word = text[word_at(&text, *from)].to_owned();
            text.replace_range(word_at(&text, *to), &word);
        }
    }
    text
}

fn build(workspace: &Workspace, checked: &project::Checked<'_>) {
    let out = tempfile::tempdir().unwrap();
    let order = Order {
        formats: ["html", "json", "oscal"].map(str::to_owned).to_vec(),
        only: Vec::new(),
        out: out.path().to_owned(),
        date: None,
        draft: true,
        line_numbers: false,
        before: Vec::new(),
        attach: false,
        template: None,
        author: None,
        releases: Default::default(),
        submission: false,
        format: None,
    };
    // What a format cannot hold is an error, and no panic.
    let _ = project::build(workspace, checked, &order, &|_| {});
}

fn small() -> Vec<(String, String)> {
    let root = support::root().join("tests/rules/fixture");
    let name = |path: &std::path::Path| path.strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/");
    let files = support::files(&root, "norm");
    files.iter().map(|path| (name(path), std::fs::read_to_string(path).unwrap())).collect()
}

fn mutated(mut files: Vec<(String, String)>, changes: &[(u16, Change)]) -> Vec<(String, String)> {
    for (file, change) in changes {
        let at = usize::from(*file) % files.len();
        files[at].1 = changed(std::mem::take(&mut files[at].1), change);
    }
    files
}

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig { failure_persistence: None, cases, max_shrink_iters: 300, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config(250))]

    #[test]
    fn of_a_small_workspace(changes in prop::collection::vec((any::<u16>(), change()), 1..8)) {
        run(&workspace(mutated(small(), &changes)));
    }

    #[test]
    fn of_random_bytes(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        run(&workspace(vec![("p/p.norm".to_owned(), String::from_utf8_lossy(&bytes).into_owned())]));
    }

    #[test]
    fn of_random_tokens(tokens in prop::collection::vec(prop::sample::select(vec![
        "library", "standard", "requirement", "asset", "param", "refines", "when", "in", "and", "not", "p", "R-1", "p:R-1", "\"x\"",
        "\"", "\"\"\"", "{", "}", "(", ")", ",", ";", "\n", "\n\n", "//", "<", ">=", "=", "3..10", "64 MiB", "2026-10-30", "2026-13-13",
        "[x]", "\\", "\u{0}", "é", "statement", "{x}", "levels", "use", "risk-matrix", "row", "extends", "to", "at",
    ]), 0..120)) {
        run(&workspace(vec![("p/p.norm".to_owned(), tokens.join(" "))]));
    }
}

proptest! {
    #![proptest_config(config(60))]

    #[test]
    fn of_a_small_workspace_that_is_built(changes in prop::collection::vec((any::<u16>(), change()), 1..6)) {
        let workspace = workspace(mutated(small(), &changes));
        build(&workspace, &run(&workspace));
    }
}

proptest! {
    #![proptest_config(config(8))]

    #[test]
    fn of_the_corpus(changes in prop::collection::vec((any::<u16>(), change()), 1..60)) {
        run(&workspace(mutated(support::corpus(), &changes)));
    }
}

/// What the fuzzer of `fuzz/` found.
#[test]
fn of_what_was_found_before() {
    for path in support::files(&support::root().join("tests/mutations"), "norm") {
        let text = String::from_utf8_lossy(&std::fs::read(path).unwrap()).into_owned();
        run(&workspace(vec![("p/p.norm".to_owned(), text)]));
    }
}
