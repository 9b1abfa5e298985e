//! A session says after every edit what a check from nothing says.

#[path = "../benches/corpus/mod.rs"]
mod corpus;

use std::path::PathBuf;
use std::sync::Arc;

use normc::project::{self, Manifest, Session, Workspace};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

fn workspace() -> Workspace {
    let manifest = Manifest::read(corpus::MANIFEST).unwrap();
    let sources = corpus::sources(&corpus::Corpus::new(100));
    Workspace {
        root: PathBuf::from("."),
        manifest,
        sources,
        lock: Arc::default(),
        comments: Arc::default(),
        house: None,
        diagnostics: Vec::new(),
    }
}

#[test]
fn a_session_finds_what_a_check_from_nothing_finds() {
    let mut workspace = workspace();
    let mut session = Session::default();
    let (file, _) = workspace.sources.iter().find(|(_, file)| file.path().ends_with("part-00.norm")).unwrap();
    let sound = workspace.sources.file(file).text().to_owned();
    // Sound, with a name that leads nowhere, unreadable, longer than before so that all spans move, empty, and sound again.
    let misspelt = sound.replacen("serves O-", "serves Q-", 1);
    let unreadable = sound.replacen("statement \"", "statement ", 1);
    let moved = format!("// moved\n\n{misspelt}");
    let mut found = Vec::new();
    for text in [&sound, &misspelt, &unreadable, &moved, "", &sound] {
        workspace.sources.replace(file, text);
        let kept = session.check(&workspace).diagnostics;
        assert_eq!(kept, project::check(&workspace).diagnostics);
        found.push(kept.len());
    }
    assert_eq!((found[0], found[5]), (0, 0));
    assert!(found[1..5].iter().all(|found| *found > 0), "{found:?}");
}

#[test]
fn files_may_come_and_go() {
    let mut session = Session::default();
    let mut more = workspace();
    more.sources.add("packages/act/more.norm", "essentail E-99 \"misspelt\"\n");
    for workspace in [&workspace(), &more, &workspace()] {
        assert_eq!(session.check(workspace).diagnostics, project::check(workspace).diagnostics);
    }
    assert!(!session.check(&more).diagnostics.is_empty());
}

/// A text with one line of it taken away, doubled, cut in its middle, or exchanged for another.
fn edited(text: &str, line: Index, other: Index, edit: u8) -> String {
    let mut lines: Vec<_> = text.split_inclusive('\n').collect();
    if lines.is_empty() {
        return "term again \"Again\" { definition \"what comes again\" }\n".to_owned();
    }
    let (at, with) = (line.index(lines.len()), other.index(lines.len()));
    match edit {
        0 => drop(lines.remove(at)),
        1 => lines.insert(at, lines[with]),
        2 => lines[at] = &lines[at][..lines[at].len() / 2],
        _ => lines.swap(at, with),
    }
    lines.concat()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_edited_a_session_finds_what_a_check_from_nothing_finds(
        edits in vec((any::<Index>(), any::<Index>(), any::<Index>(), 0..4_u8), 1..5)
    ) {
        let (mut workspace, mut session) = (workspace(), Session::default());
        for (file, line, other, edit) in edits {
            let files: Vec<_> = workspace.sources.iter().map(|(id, _)| id).collect();
            let id = files[file.index(files.len())];
            let text = edited(workspace.sources.file(id).text(), line, other, edit);
            workspace.sources.replace(id, text);
            prop_assert_eq!(session.check(&workspace).diagnostics, project::check(&workspace).diagnostics);
        }
    }
}
