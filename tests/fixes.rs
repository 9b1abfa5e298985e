//! Every fix of every rule's Bad example removes its finding and breaks nothing else; what it writes is canonical. Safe fixes leave nothing to
//! do, and give misspelt references of the corpus their names back.

mod support;

#[path = "rules/fixture.rs"]
mod fixture;

use std::collections::{BTreeMap, BTreeSet};

use normc::check::rules::RULES;
use normc::diagnostic::{Diagnostic, Fix, Severity};
use normc::edit;
use normc::project::{self, Workspace};
use normc::source::{FileId, Span};
use normc::syntax::{self, Argument, Item, Value};
use support::pipeline::{formatted, workspace};

use fixture::Example;
use support::program::{STANDARD, broken, change, normc, tree};

/// The fixture with an example, in canonical form where it can be read.
fn with(source: &str) -> Workspace {
    let example = Example::read(source);
    let mut files = fixture::files();
    if let Some(file) = &example.without {
        files.remove(file).unwrap();
    }
    let text = example.plain();
    let readable = syntax::parse(FileId(0), &text).1.is_empty();
    files.insert(example.path(), if readable { formatted(&text) } else { text });
    workspace(files.into_iter().collect())
}

/// What is found, folded findings included, and how often.
fn found(diagnostics: &[Diagnostic]) -> BTreeMap<(&'static str, String), usize> {
    let mut found = BTreeMap::new();
    for it in diagnostics.iter().flat_map(Diagnostic::all) {
        *found.entry((it.rule, it.message.clone())).or_default() += it.places().count();
    }
    found
}

/// Where the edits of a fix stand once all are made.
fn written(fix: &Fix) -> Vec<Span> {
    let edits: BTreeSet<_> = fix.edits.iter().map(|edit| (edit.span, &edit.replacement)).collect();
    let mut shift: BTreeMap<FileId, i64> = BTreeMap::new();
    let moved = |(span, replacement): (Span, &String)| {
        let shift = shift.entry(span.file).or_default();
        let start = u32::try_from(i64::from(span.start) + *shift).unwrap();
        let length = u32::try_from(replacement.len()).unwrap();
        *shift += i64::from(length) - i64::from(span.len());
        Span::new(span.file, start, start + length)
    };
    edits.into_iter().map(moved).collect()
}

/// What is wrong with a fix of a finding.
fn faults(source: &str, before: &[Diagnostic], finding: &Diagnostic, fix: &Fix) -> Vec<String> {
    let mut workspace = with(source);
    let texts = edit::applied(&workspace.sources, [fix]);
    let mut faults = Vec::new();
    for (file, text) in &texts {
        let was = workspace.sources.file(*file).text();
        let readable = |text: &str| syntax::parse(*file, text).1.is_empty();
        if readable(was) && !readable(text) {
            faults.push("cannot be read any more".to_owned());
        } else if readable(was) && formatted(was) == *was && formatted(text) != *text {
            faults.push(format!("is not canonical:\n{text}"));
        }
    }
    texts.into_iter().for_each(|(file, text)| workspace.sources.replace(file, text));
    let checked = project::check(&workspace);
    let (was, is) = (found(before), found(&checked.diagnostics));
    let key = (finding.rule, finding.message.clone());
    if is.get(&key).copied().unwrap_or(0) >= was[&key] {
        faults.push("is still found".to_owned());
    }
    // An item that is read for the first time may have faults of its own.
    let reads_more = finding.rule == "unknown-keyword";
    let inside =
        |span: Span| written(fix).iter().any(|it| it.file == span.file && it.start <= span.start && span.end <= it.end);
    for new in checked.diagnostics.iter().flat_map(Diagnostic::all) {
        let known = was.contains_key(&(new.rule, new.message.clone()));
        if new.severity == Severity::Error && !known && !reads_more && !inside(new.primary.span) {
            faults.push(format!("brings {}: {}", new.rule, new.message));
        }
    }
    faults
}

#[test]
fn each_removes_its_finding_and_breaks_nothing() {
    let (mut wrong, mut tried) = (String::new(), BTreeSet::new());
    for entry in RULES.iter().filter(|entry| entry.group != "outline") {
        let source = entry.page().example("Bad").unwrap();
        let workspace = with(&source);
        let before = project::check(&workspace).diagnostics;
        for finding in before.iter().flat_map(Diagnostic::all).filter(|it| it.rule == entry.rule.name) {
            for fix in &finding.fixes {
                tried.insert(finding.rule);
                for fault in faults(&source, &before, finding, fix) {
                    wrong += &format!("{}: \"{}\" {fault}\n", finding.rule, fix.title);
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
    assert!(tried.len() > 20, "only {tried:?} have fixes");
}

#[test]
fn safe_ones_leave_nothing_to_do() {
    for entry in RULES.iter().filter(|entry| entry.group != "outline") {
        let mut workspace = with(&entry.page().example("Bad").unwrap());
        project::mend(&mut workspace);
        let again = project::mend(&mut workspace);
        assert!(again.made.is_empty(), "{}: {:?}", entry.rule.name, again.made);
    }
}

/// The references of a file's items to something that is called by at least four letters.
fn references(text: &str, items: &[Item], out: &mut Vec<Span>) {
    fn of(text: &str, arguments: &[Argument], out: &mut Vec<Span>) {
        for argument in arguments {
            match &argument.value {
                Value::Name { name, .. } => {
                    let word = &text[name.range()];
                    let last = word.rsplit(['-', '.']).next().unwrap();
                    let letters = last.len() > 3 && last.bytes().all(|byte| byte.is_ascii_uppercase());
                    out.extend((letters && word.contains('-')).then_some(*name));
                }
                Value::Group(members) => of(text, members, out),
                _ => {}
            }
        }
    }
    for item in items {
        let inner = item.block.as_ref().map_or(&[][..], |block| &block.items);
        for property in inner.iter().filter(|inner| inner.block.is_none()) {
            of(text, &property.arguments, out);
        }
    }
}

#[test]
fn misspelt_references_of_the_corpus_get_their_names_back() {
    let mut workspace = workspace(support::corpus());
    let mut originals = BTreeMap::new();
    for file in (0..).map(FileId).take(workspace.sources.len()) {
        let text = workspace.sources.file(file).text().to_owned();
        let mut spans = Vec::new();
        references(&text, &syntax::parse(file, &text).0.items, &mut spans);
        // One in the middle of each file: its last two letters change places, or the last is doubled.
        let Some(span) = spans.get(spans.len() / 2) else { continue };
        let (start, end) = (span.start as usize, span.end as usize);
        let (last, before) = (&text[end - 1..end], &text[end - 2..end - 1]);
        let slip = if last == before { format!("{before}{last}{last}") } else { format!("{last}{before}") };
        let misspelt = format!("{}{slip}{}", &text[..end - 2], &text[end..]);
        assert!(start < end - 2);
        originals.insert(file, (text, misspelt.clone()));
        workspace.sources.replace(file, misspelt);
    }
    let mending = project::mend(&mut workspace);
    let mut restored = 0;
    for (file, (original, misspelt)) in &originals {
        let text = workspace.sources.file(*file).text();
        restored += usize::from(text == original);
        assert!(text == original || text == misspelt, "{}: {:?}", workspace.sources.file(*file).path(), mending.made);
    }
    assert!(originals.len() > 15, "{}", originals.len());
    assert!(restored * 10 >= originals.len() * 8, "{restored} of {} are restored", originals.len());
}

#[test]
fn the_program_makes_the_safe_ones_and_shows_the_others() {
    let folder = broken();
    let workspace = folder.path().join("w");
    change(&workspace, "  achieves act:I-2e\n", "");
    let before = tree(&workspace);

    let dry = normc(&workspace, "check --fix --dry-run");
    assert!(dry.out.contains("-  serves O-SECRT\n+  serves O-SECRET\n"), "{}", dry.out);
    assert!(dry.out.starts_with(&format!("--- a/{STANDARD}\n+++ b/{STANDARD}\n@@ ")), "{}", dry.out);
    assert_eq!(tree(&workspace), before, "a dry run changes nothing");

    let mended = normc(&workspace, "check --fix");
    assert_eq!(mended.code, 1, "what needs a person is still found");
    assert!(mended.err.contains("write `O-SECRET` (unknown-name)"), "{}", mended.err);
    assert!(mended.err.contains("mended 1 finding in 1 file"), "{}", mended.err);
    assert!(mended.err.contains("ungrounded-objective"), "{}", mended.err);
    let text = std::fs::read_to_string(workspace.join(STANDARD)).unwrap();
    assert!(text.contains("serves O-SECRET\n"));
    let after = tree(&workspace);
    assert!(normc(&workspace, "check --fix").err.contains("mended 0 findings in 0 files"));
    assert_eq!(tree(&workspace), after, "nothing is left to do");
    for arguments in ["check --dry-run", "check --fix --watch", "check --fix --write-baseline x"] {
        assert_eq!(normc(&workspace, arguments).code, 2, "{arguments}");
    }
}

#[test]
fn a_file_that_another_hand_changed_is_left_alone() {
    let folder = broken();
    let root = folder.path().join("w");
    let mut workspace = project::load(&root).unwrap();
    let mending = project::mend(&mut workspace);
    assert_eq!(mending.before.len(), 1);
    let path = root.join(STANDARD);
    let theirs = std::fs::read_to_string(&path).unwrap() + "// Theirs.\n";
    std::fs::write(&path, &theirs).unwrap();
    let refused = project::write_mended(&workspace, &mending).unwrap_err();
    assert!(refused.contains("has changed since it was read"), "{refused}");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), theirs);
}

#[test]
fn what_could_not_be_read_whole_is_not_rewritten() {
    let folder = broken();
    let root = folder.path().join("w");
    let path = root.join(STANDARD);
    let mut bytes = std::fs::read(&path).unwrap();
    bytes.extend(b"// \xff\n");
    std::fs::write(&path, &bytes).unwrap();
    normc(&root, "check --fix");
    assert_eq!(std::fs::read(&path).unwrap(), bytes);
}

#[test]
fn a_rule_is_explained_once() {
    let folder = broken();
    let workspace = folder.path().join("w");
    change(&workspace, "targets data", "targets dtaa");
    for command in ["check --explain", "build --explain"] {
        let err = normc(&workspace, command).err;
        assert_eq!(err.matches("error[unknown-name]").count(), 2, "{err}");
        assert_eq!(err.matches("about `unknown-name`: ").count(), 1, "{err}");
        assert!(err.contains("  Why: ") && err.contains("  How to fix: ") && !err.contains("  Bad: "), "{err}");
    }
}
