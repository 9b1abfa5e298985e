//! What must hold of every text, whoever wrote it. The tests and the fuzzer of `fuzz/` run it alike.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::path::PathBuf;
use std::sync::Arc;

use normc::project::{self, Manifest, Workspace};
use normc::source::{FileId, Sources, Span};
use normc::syntax::{Argument, Bound, Item, SyntaxTree, Text, Value};
use normc::{diagnostic, format, syntax};

/// A workspace of these files, on no disk.
pub fn workspace(files: Vec<(String, String)>) -> Workspace {
    let mut sources = Sources::default();
    for (path, text) in files {
        sources.add(path, text);
    }
    let manifest = Manifest::read("packages: []\n").unwrap();
    Workspace {
        root: PathBuf::from("/nowhere"),
        manifest,
        sources,
        lock: Arc::default(),
        comments: Arc::default(),
        house: None,
        diagnostics: Vec::new(),
    }
}

/// Checks, shows every finding in every form, and formats what can be read.
pub fn run(workspace: &Workspace) -> project::Checked<'_> {
    let checked = project::check(workspace);
    let sources = &workspace.sources;
    for finding in &checked.diagnostics {
        for span in finding.labels.iter().chain([&finding.primary]).map(|label| label.span) {
            let text = sources.file(span.file).text();
            assert!(text.get(span.range()).is_some(), "{finding:?} leads out of its file or into a character");
        }
    }
    let shown = diagnostic::terminal(sources, &checked.diagnostics, false);
    assert!(!shown.chars().any(|c| c.is_control() && c != '\n'), "{shown:?}");
    diagnostic::short(sources, &checked.diagnostics);
    for line in diagnostic::json(sources, &checked.diagnostics).lines() {
        serde_json::from_str::<serde_json::Value>(line).unwrap();
    }
    hold_reports(sources, &checked.diagnostics);
    for (id, file) in sources.iter() {
        if syntax::parse(id, file.text()).1.is_empty() {
            hold_format(file.text());
        }
    }
    checked
}

/// What must hold of the reports on every text: they can be read, and name each finding once.
fn hold_reports(sources: &Sources, found: &[diagnostic::Diagnostic]) {
    let read = |text: &str| serde_json::from_str::<serde_json::Value>(text).unwrap();
    let sarif = read(&diagnostic::sarif(sources, found, &[]));
    assert_eq!(sarif["runs"][0]["results"].as_array().unwrap().len(), found.len());
    let gitlab = read(&diagnostic::gitlab(sources, found));
    let issues = gitlab.as_array().unwrap();
    let fingerprints: BTreeSet<_> = issues.iter().map(|issue| issue["fingerprint"].as_str()).collect();
    assert_eq!(fingerprints.len(), found.len());
    let junit = diagnostic::junit(sources, found, &["syntax-error"]);
    let holds = |c: char| matches!(c, '\n' | ' '..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..);
    assert!(junit.chars().all(holds), "XML cannot hold {:?}", junit.chars().find(|c| !holds(*c)));
    let baseline = diagnostic::Baseline::of(sources, found);
    assert_eq!(diagnostic::Baseline::read(&baseline.write()).as_ref(), Ok(&baseline));
    let (fresh, mended) = baseline.sift(sources, found.to_vec());
    assert!(fresh.is_empty() && mended.is_empty(), "{fresh:?} {mended:?}");
}

fn tree(text: &str) -> SyntaxTree {
    let (tree, found) = syntax::parse(FileId(0), text);
    assert!(found.is_empty(), "{found:?}\n{text}");
    tree
}

/// The canonical form of a text without faults.
pub fn formatted(text: &str) -> String {
    format::format(text, &tree(text))
}

/// What a text says, without where it says so: items, arguments as they read, and comments, in order.
fn meaning(text: &str) -> String {
    let tree = tree(text);
    let mut out = String::new();
    items(text, &tree.items, 0, &mut out);
    for comment in &tree.comments {
        let _ = writeln!(out, "{}", slice(text, *comment));
    }
    out
}

fn slice(text: &str, span: Span) -> &str {
    &text[span.range()]
}

fn items(text: &str, items_: &[Item], depth: usize, out: &mut String) {
    for item in items_ {
        let _ = write!(out, "{:depth$}{}", "", slice(text, item.keyword));
        arguments(text, &item.arguments, out);
        out.push_str(if item.block.is_some() { " {}\n" } else { "\n" });
        items(text, item.block.as_ref().map_or(&[], |block| &block.items), depth + 1, out);
    }
}

fn arguments(text: &str, arguments_: &[Argument], out: &mut String) {
    for argument in arguments_ {
        let unit = |unit: &Option<Span>| unit.map_or("", |unit| slice(text, unit));
        let _ = match &argument.value {
            Value::Text => {
                write!(out, " text {:?}", Text::new(slice(text, argument.span), argument.span).content().as_str())
            }
            Value::Quantity { number, unit: with } => write!(out, " {} <{}>", slice(text, *number), unit(with)),
            Value::Range(bounds) => {
                let bound = |bound: &Bound| format!(" {} <{}>", slice(text, bound.number), unit(&bound.unit));
                write!(out, "{} ..{}", bound(&bounds.0), bound(&bounds.1))
            }
            Value::Group(members) => {
                out.push_str(" (");
                arguments(text, members, out);
                write!(out, ")")
            }
            _ => write!(out, " {}", slice(text, argument.span)),
        };
        out.push_str(if argument.comma { "," } else { "" });
    }
}

/// What must hold of every text: formatting changes no meaning, and nothing that is formatted.
pub fn hold_format(text: &str) {
    let once = formatted(text);
    assert_eq!(meaning(&once), meaning(text), "the meaning changes from\n{text}\nto\n{once}");
    assert_eq!(formatted(&once), once, "not stable:\n{text}\nbecomes\n{once}");
    assert!(once.is_empty() || once.ends_with('\n') && !once.ends_with("\n\n"), "{once:?}");
    assert!(!once.contains('\r'), "{once:?}");
}
