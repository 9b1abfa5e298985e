//! What `normc diff` says: strictness, part by part; what was renamed, moved and renumbered; revisions of a repository, and what is no revision.

mod support;

use std::fs;
use std::path::Path;
use std::process::Command;

use normc::diff::{self, Change, Diff, Side, Strictness, What};
use normc::project::{self, State};
use support::program::{STANDARD, change, new, normc, tree};
use support::{expect, root, workspace};

/// What is done to `tests/diff/old.norm`: the requirement, what stands there, what is put in its place, and what is made of it, with a piece of the
/// reason.
const EDITS: &[(&str, &str, &str, Strictness, &str)] = {
    use Strictness::{Both, Editorial, Loosened, Tightened, Undecided};
    &[
        ("R-VERB", "vault should lock", "vault shall lock", Tightened, "`shall` in place of `should`"),
        ("R-LATER", "level basic\n  statement", "level high\n  statement", Loosened, "from `pm:high`"),
        ("R-WHEN", "when sync and fill", "when fill", Tightened, "with `fill`, without `sync`"),
        ("R-SAME", "when sync or fill", "when not (not fill and not sync)", Editorial, "the same products"),
        ("R-OTHER", "when DAT >= secret", "when sync", Both, "no longer binds"),
        ("R-SIZE", ">= 64 MiB default 64 MiB", ">= 32 MiB default 128 MiB", Both, "32 MiB is allowed now"),
        ("R-CHOICE", "in (gcm, ccm)", "in (ccm)", Tightened, "`gcm` is no longer allowed"),
        ("R-WAIT", "default 1 min", "default 2 min", Undecided, "the default is 2 min; it was 1 min"),
        (
            "R-TEST",
            "method examine\n    activity \"Read.\"",
            "method examine, test\n    activity \"Read.\"",
            Tightened,
            "`test`",
        ),
        ("R-STEP", "Read the manual.", "Read the whole manual.", Undecided, "worded anew"),
        ("R-WORDS", "what it holds to itself", "what it knows to itself", Undecided, "a person has to say"),
        ("R-EDIT", "secrets in its store.\"", "secrets in the store.\"", Editorial, "declares that to be editorial"),
        ("R-NOTE", "Vaults differ.", "Vaults differ much.", Editorial, ""),
        ("R-NEEDS", "requires R-NOTE, R-OLD-NAME", "requires R-NEW-NAME", Loosened, "no longer requires `pm:R-NOTE`"),
    ]
};

/// The same, of what is no matter of strictness.
const MOVES: &[(&str, &str)] = &[
    ("version \"0.1.0\"", "version \"0.2.0\""),
    ("requirement R-OLD-NAME", "requirement R-NEW-NAME"),
    ("[R-OLD-NAME]", "[R-NEW-NAME]"),
    ("family KEY\n  statement \"The vault shall write", "family LOG\n  statement \"The vault shall write"),
    ("requirement R-GONE \"Gone\" {\n  family KEY\n  statement \"The vault shall be gone one day.\"\n}\n", ""),
];

const REVISION: &str = "revision \"0.2.0\" 2030-02-01 \"Words.\" {\n  editorial R-EDIT\n}\n";

fn edited() -> (String, String) {
    let old = fs::read_to_string(root().join("tests/diff/old.norm")).unwrap();
    let mut new = format!("{old}\n{REVISION}");
    let edits = EDITS.iter().map(|(_, from, to, ..)| (*from, *to)).chain(MOVES.iter().copied());
    for (from, to) in edits {
        assert!(new.contains(from), "there is no {from:?} to change");
        new = new.replacen(from, to, 1);
    }
    (old, new)
}

fn compared(old: &[(&str, &str)], new: &[(&str, &str)]) -> Diff {
    let folder = |files: &[(&str, &str)]| workspace(files.iter().map(|(path, text)| (*path, text.as_bytes())));
    let (old, new) = (folder(old), folder(new));
    let state = |folder: &tempfile::TempDir| State::folder(folder.path()).unwrap().unwrap();
    let (old, new) = (state(&old), state(&new));
    let (before, after) = (project::linked(&old.workspace), project::linked(&new.workspace));
    // The header is a short one.
    let mut found = before.diagnostics.iter().chain(&after.diagnostics).filter(|it| it.rule != "missing-property");
    assert_eq!(found.next(), None);
    let drafts = (project::drafts(&old, &before).unwrap(), project::drafts(&new, &after).unwrap());
    let side = |name: &str, model, graph, drafts| Side { name: name.to_owned(), model, graph, drafts };
    let found = diff::compare(
        &side("old", &before.model, &before.graph, &drafts.0),
        &side("new", &after.model, &after.graph, &drafts.1),
    );
    let schema = serde_json::to_value(diff::schema()).unwrap();
    jsonschema::validate(&schema, &serde_json::from_str(&diff::json(&found)).unwrap()).unwrap();
    found
}

fn find<'d>(diff: &'d Diff, name: &str) -> &'d Change {
    diff.changes.iter().find(|change| change.of.name == name).unwrap_or_else(|| panic!("nothing is said of {name}"))
}

#[test]
fn strictness_is_judged_part_by_part() {
    let (old, new) = edited();
    let found = compared(&[("pm/pm.norm", &old)], &[("pm/pm.norm", &new)]);
    for (name, .., strictness, reason) in EDITS {
        let judgement = find(&found, name).strictness.as_ref().unwrap();
        assert_eq!(judgement.strictness, *strictness, "{name}: {judgement:?}");
        let said = judgement.reasons.iter().any(|it| it.because.contains(reason));
        assert!(said || reason.is_empty() && judgement.reasons.is_empty(), "{name}: {judgement:?}");
    }
    let mut wrong = String::new();
    expect(&root().join("tests/diff/old-new.txt"), &diff::table(&found, false), &mut wrong);
    assert!(wrong.is_empty(), "{wrong}");
    let page = diff::html(&found, "normc").unwrap();
    assert!(page.contains("<del>") && page.contains("R-NEW-NAME"));
    assert!(diff::table(&found, true).contains("\u{1b}[31;9m"));
}

#[test]
fn the_other_way_round_tightened_is_loosened() {
    let (old, new) = edited();
    let back = compared(&[("pm/pm.norm", &new)], &[("pm/pm.norm", &old)]);
    for (name, .., strictness, _) in EDITS.iter().filter(|(name, ..)| !["R-EDIT"].contains(name)) {
        let expected = match strictness {
            Strictness::Tightened => Strictness::Loosened,
            Strictness::Loosened => Strictness::Tightened,
            other => *other,
        };
        assert_eq!(find(&back, name).strictness.as_ref().unwrap().strictness, expected, "{name}");
    }
}

#[test]
fn names_places_and_numbers_are_told_apart() {
    let (old, new) = edited();
    let found = compared(&[("pm/pm.norm", &old)], &[("pm/pm.norm", &new)]);
    let what = |name: &str| find(&found, name).in_words();
    assert_eq!(what("R-NEW-NAME"), "renamed");
    assert_eq!(what("R-MOVES"), "moved, renumbered");
    assert_eq!(what("R-GONE"), "removed");
    assert_eq!(what("R-LAST"), "renumbered");
    // What refers to a thing by its new name says what it said.
    assert!(!found.changes.iter().any(|change| change.of.name == "R-REFERS"));
    // A file is a place too.
    let found = compared(&[("pm/pm.norm", &old)], &[("pm/a.norm", &old)]);
    assert!(!found.changes.is_empty() && found.changes.iter().all(|change| change.what.iter().eq([&What::Moved])));
    // Layout, comments and the order of names say nothing.
    let laid_out = old.replace("requires R-NOTE, R-OLD-NAME", "requires R-OLD-NAME, R-NOTE // here\n\n");
    assert!(compared(&[("pm/pm.norm", &old)], &[("pm/pm.norm", &laid_out)]).changes.is_empty());
}

fn git(folder: &Path, arguments: &[&str]) -> bool {
    let identity = ["-c", "user.name=N", "-c", "user.email=n@example.org", "-c", "commit.gpgsign=false"];
    let ended = Command::new("git").args(identity).args(arguments).current_dir(folder).output();
    ended.is_ok_and(|ended| ended.status.success())
}

/// A repository with a workspace below its top, in which one requirement changed since the tag `v1`; nothing where there is no git.
fn repository() -> Option<tempfile::TempDir> {
    let folder = new();
    let first = git(folder.path(), &["init", "-q"]) && git(folder.path(), &["add", "."]);
    if !first || !git(folder.path(), &["commit", "-qm", "one"]) || !git(folder.path(), &["tag", "v1"]) {
        println!("skipped: git is not installed");
        return None;
    }
    change(&folder.path().join("w"), "shall", "should");
    Some(folder)
}

#[test]
fn a_revision_is_read_and_nothing_is_written() {
    let Some(folder) = repository() else { return };
    let workspace = folder.path().join("w");
    let before = tree(folder.path());
    let ended = normc(&workspace, "diff v1");
    assert_eq!(ended.code, 0, "{}", ended.err);
    assert!(
        ended.out.starts_with("from v1 to the workspace") && ended.out.contains("loosened (verb)"),
        "{}",
        ended.out
    );
    assert!(normc(&workspace, "diff v1 HEAD").out.ends_with("nothing changed\n"));
    assert!(normc(&workspace, "diff HEAD . --format json").out.contains("\"loosened\""));
    assert!(normc(&workspace, "diff HEAD --format html").out.contains("<ins>"));
    assert_eq!(before, tree(folder.path()));
}

#[test]
fn what_is_no_revision_is_told() {
    let Some(folder) = repository() else { return };
    let workspace = folder.path().join("w");
    let says = |arguments: &str, words: &str| {
        let ended = normc(&workspace, arguments);
        assert_eq!(ended.code, 2);
        assert!(ended.err.contains(words), "{arguments}: {}", ended.err);
    };
    assert!(git(folder.path(), &["branch", "release"]));
    says("diff releese", "did you mean `release`?");
    says("diff v1..HEAD", "two revisions");
    says("diff ..", "holds no `norm.yaml`");
    let bare = new();
    let ended = normc(&bare.path().join("w"), "diff HEAD");
    assert!(ended.code == 2 && ended.err.contains("no git repository"), "{}", ended.err);
    // A commit from before the workspace was there.
    let empty = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";
    let made = Command::new("git")
        .args(["-c", "user.name=N", "-c", "user.email=n@example.org", "commit-tree", "-m", "empty", empty])
        .current_dir(folder.path())
        .output()
        .unwrap();
    let commit = String::from_utf8(made.stdout).unwrap();
    says(&format!("diff {}", commit.trim()), "is not there at");
}

#[cfg(unix)]
#[test]
fn links_in_a_revision_lead_nowhere() {
    let Some(folder) = repository() else { return };
    let workspace = folder.path().join("w");
    let linked = workspace.join(STANDARD);
    fs::remove_file(&linked).unwrap();
    std::os::unix::fs::symlink("/etc/hostname", &linked).unwrap();
    assert!(git(folder.path(), &["commit", "-qam", "a link"]));
    let ended = normc(&workspace, "diff v1 HEAD");
    assert_eq!(ended.code, 0, "{}", ended.err);
    assert!(ended.err.contains("HEAD has"), "{}", ended.err);
}
