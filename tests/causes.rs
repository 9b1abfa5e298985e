//! One cause gives one finding: in the shipped corpus and in the fixture of the rules, one reference is misspelt, one name changed, one
//! declaration, header or `use` taken away, or one line broken, and what is found is counted.

mod support;

use std::collections::BTreeMap;
use std::fmt::Write;

use normc::project::{Session, Workspace};
use normc::source::{FileId, Span};
use normc::syntax::{self, Argument, Item, Value};
use support::pipeline::workspace;

/// A change of one file: what it is, and the text that then stands there.
struct Change {
    what: String,
    kind: &'static str,
    file: FileId,
    text: String,
}

fn replaced(text: &str, span: Span, new: &str) -> String {
    format!("{}{new}{}", &text[..span.start as usize], &text[span.end as usize..])
}

/// A slip of the pen: two letters in the middle change places, or one is doubled where they are the same.
fn misspelt(word: &str) -> String {
    let mut chars: Vec<char> = word.chars().collect();
    let last = chars.len() - 1;
    if last > 0 && chars[last] != chars[last - 1] {
        chars.swap(last, last - 1);
    } else {
        chars.push(chars[last]);
    }
    chars.into_iter().collect()
}

fn names(arguments: &[Argument], out: &mut Vec<Span>) {
    for argument in arguments {
        match &argument.value {
            Value::Name { .. } => out.push(argument.span),
            Value::Group(members) => names(members, out),
            _ => {}
        }
    }
}

fn walk<'t>(items: &'t [Item], depth: usize, visit: &mut dyn FnMut(&'t Item, usize)) {
    for item in items {
        visit(item, depth);
        walk(item.block.as_ref().map_or(&[], |block| &block.items), depth + 1, visit);
    }
}

fn changes(workspace: &Workspace) -> Vec<Change> {
    let mut changes = Vec::new();
    for (file, source) in workspace.sources.iter() {
        let text = source.text();
        let tree = syntax::parse(file, text).0;
        walk(&tree.items, 0, &mut |item, depth| {
            let slice = |span: Span| &text[span.range()];
            let word = slice(item.keyword);
            let line = source.position(item.span.start).line;
            let mut push = |kind, detail: &str, text: String| {
                let what = format!("{}:{line} {word}: {kind} {detail}", source.path());
                changes.push(Change { what, kind, file, text });
            };
            push("misspelt keyword", word, replaced(text, item.keyword, &misspelt(word)));
            let mut spans = Vec::new();
            names(&item.arguments, &mut spans);
            let declares = normc::language::keyword(word).is_some_and(|keyword| {
                keyword.slots.first().is_some_and(|slot| matches!(slot.argument, normc::language::Argument::Declares))
            });
            for (at, span) in spans.into_iter().enumerate() {
                let kind = if at == 0 && depth == 0 && declares { "renamed" } else { "misspelt word" };
                push(kind, slice(span), replaced(text, span, &misspelt(slice(span))));
            }
            let kind = if depth == 0 { "item taken away" } else { "line taken away" };
            push(kind, slice(item.keyword), replaced(text, item.span, ""));
            push("broken line", "", replaced(text, item.keyword.after(), " )"));
            let end = Span::new(file, item.span.end - 1, item.span.end);
            if matches!(slice(end), "}" | "\"") {
                push("unclosed", slice(end), replaced(text, end, ""));
            }
        });
    }
    changes
}

fn seeded(mut changes: Vec<Change>, per_kind: usize) -> Vec<Change> {
    // A fixed walk in steps that share no factor with most lengths.
    let mut by_kind: BTreeMap<&str, Vec<Change>> = BTreeMap::new();
    for change in changes.drain(..) {
        by_kind.entry(change.kind).or_default().push(change);
    }
    let mut out = Vec::new();
    for (_, of_kind) in by_kind {
        let step = (of_kind.len() / per_kind).max(1);
        out.extend(of_kind.into_iter().step_by(step));
    }
    out
}

/// What may be found beside each other although one change did it: both sides of a line that is gone, and each requirement that is passed over.
fn is_fair(rules: &[&str]) -> bool {
    const SIDES: &[&[&str]] = &[
        &["idle-objective", "uncovered-threat"],
        &["missing-risk-method"],
        &["unanswered-item", "unknown-rule"],
        &["unaddressed-horizontal", "unjustified-requirement"],
        &["unacceptable-risk", "unaddressed-horizontal"],
        &["unrealised-objective", "unserved-requirement"],
    ];
    rules.len() < 2 || SIDES.iter().any(|side| rules.iter().all(|rule| side.contains(rule)))
}

/// Makes each change alone; what has more than one cause is told.
fn told(files: Vec<(String, String)>, per_kind: usize) -> String {
    let mut workspace = workspace(files);
    let mut session = Session::default();
    let mut told = String::new();
    for change in seeded(changes(&workspace), per_kind) {
        let before = workspace.sources.file(change.file).text().to_owned();
        workspace.sources.replace(change.file, change.text.clone());
        let found = session.check(&workspace).diagnostics;
        let rules: Vec<_> = found.iter().map(|finding| finding.rule).collect();
        // A line may tie two things together, each of which then lacks the other.
        let two_sided = change.kind == "line taken away" && rules.len() == 2;
        if !is_fair(&rules) && !two_sided {
            let shown = normc::diagnostic::short(&workspace.sources, &found);
            let _ = writeln!(told, "{} gives {} findings:\n{shown}", change.what, rules.len());
        }
        workspace.sources.replace(change.file, before);
    }
    told
}

#[test]
fn of_the_corpus() {
    let per_kind = std::env::var("PER_KIND").map_or(6, |number| number.parse().unwrap());
    let told = told(support::corpus(), per_kind);
    assert!(told.is_empty(), "{told}");
}

#[test]
fn of_a_small_workspace() {
    let root = support::root().join("tests/rules/fixture");
    let name = |path: &std::path::Path| path.strip_prefix(&root).unwrap().to_str().unwrap().replace('\\', "/");
    let files = support::files(&root, "norm").into_iter();
    let told = told(files.map(|path| (name(&path), std::fs::read_to_string(&path).unwrap())).collect(), usize::MAX);
    assert!(told.is_empty(), "{told}");
}
