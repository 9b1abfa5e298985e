//! Reviews: what changes of a horizontal is seen in what was written against it, what does not matter is not, and the lock that records it.

mod support;

use std::fs;
use std::path::Path;

use normc::lock::Lock;
use support::program::{Ended, normc, normc_with};

const MANIFEST: &str = "packages: [act, req, lib, base, demo]\n";

/// A horizontal's requirement with everything that binds, and what only explains.
const BASE: &str = r#"revision "0.1.0" 2026-01-01 "First draft."

requirement R-KEY "Keys" {
  statement "The product shall use keys of at least {key}."
  serves O-B
  covers act:E-1
  level lib:low
  when sealed or open
  note "Keys are kept elsewhere."
  param key bits >= 128 bits default 256 bits "length of keys"
  assessment A-KEY "Keys" {
    method test
    modules act:A
    activity "Measure a key."
    verdict { pass "It is long enough."; fail "It is too short." }
    evidence "record of the key"
  }
}

feature sealed "Sealed"

feature open "Open"
"#;

const DEMO: &str = r#"requirement R-LONG "Long keys" {
  statement "The vault shall use keys of at least {key}."
  serves O-1
  covers act:E-1
  level lib:low
  when base:sealed or base:open
  refines base:R-KEY { key >= 192 bits }
  assessment A-LONG "Long keys" {
    method test
    modules act:A
    activity "Measure a key."
    verdict { pass "It is long enough."; fail "It is too short." }
    evidence "record of the key"
  }
}
"#;

/// The fixture of the rules with a requirement more, as a workspace on the disk.
fn workspace() -> tempfile::TempDir {
    let fixture = support::root().join("tests/rules/fixture");
    let mut files = vec![
        ("norm.yaml".to_owned(), MANIFEST.to_owned()),
        ("base/more.norm".to_owned(), BASE.to_owned()),
        ("demo/more.norm".to_owned(), DEMO.to_owned()),
    ];
    for path in support::files(&fixture, "norm") {
        let name = path.strip_prefix(&fixture).unwrap().to_str().unwrap().replace('\\', "/");
        if !name.starts_with("old/") && !name.starts_with("spare/") {
            files.push((name, fs::read_to_string(&path).unwrap()));
        }
    }
    let folder = support::workspace(files.iter().map(|(path, text)| (&**path, text.as_bytes())));
    change(folder.path(), "req/req.norm", "\n  replaces old", "");
    folder
}

fn change(folder: &Path, file: &str, from: &str, to: &str) {
    let text = fs::read_to_string(folder.join(file)).unwrap();
    assert!(text.contains(from), "{file} has no {from}");
    fs::write(folder.join(file), text.replacen(from, to, 1)).unwrap();
}

/// A workspace in which everything was reviewed.
fn reviewed() -> tempfile::TempDir {
    let folder = workspace();
    let ended = normc(folder.path(), "review");
    assert_eq!((ended.code, &*ended.out), (0, ""), "{}", ended.err);
    folder
}

/// What the rule says after an edit of the horizontal.
fn stale(folder: &Path) -> Vec<String> {
    let ended = normc(folder, "check --message-format short");
    let lines = ended.out.lines().filter(|line| line.contains("[stale-inheritance]"));
    lines.map(str::to_owned).collect()
}

fn lock(folder: &Path) -> Lock {
    Lock::read(&fs::read_to_string(folder.join("norm.lock")).unwrap()).unwrap()
}

#[test]
fn what_binds_makes_stale_and_the_finding_says_what_changed() {
    let changes = [
        (
            ">= 128 bits",
            ">= 160 bits",
            "the parameter `key` is now `bits, >= 160 bits, default 256 bits`; it was `bits, >= 128 bits, default 256 bits`",
        ),
        ("level lib:low", "level lib:high", "the level is now `lib:high`; it was `lib:low`"),
        ("  level lib:low\n", "", "the level is gone; it was `lib:low`"),
        ("when sealed or open", "when sealed", "the condition is now `base:sealed`; it was `base:open or base:sealed`"),
        ("covers act:E-1", "covers act:E-1, act:E-9", "the coverage is now `act:E-1, act:E-9`; it was `act:E-1`"),
        ("use keys of", "hold keys of", "the statement changed"),
        ("shall use", "should use", "the statement changed, and 1 more"),
        (
            "method test",
            "method test, examine",
            "the assessment `A-KEY` is now `test, examine; act:A`; it was `test; act:A`",
        ),
        ("Measure a key.", "Measure every key.", "the wording of the assessment `A-KEY` changed"),
    ];
    for (from, to, said) in changes {
        let folder = reviewed();
        assert_eq!(stale(folder.path()), Vec::<String>::new());
        change(folder.path(), "base/more.norm", from, to);
        let found = stale(folder.path());
        let expected = format!(
            "demo/more.norm:7:11: warning[stale-inheritance]: `base:R-KEY`, which is refined here, changed since it was reviewed at version 0.1.0: {said}"
        );
        assert_eq!(found, [expected], "{from}");
    }
}

#[test]
fn what_only_explains_or_is_laid_out_does_not() {
    let changes = [
        ("Keys are kept elsewhere.", "Keys are kept in hardware."),
        ("\"Keys\" {\n  statement", "\"Length of keys\" {\n  statement"),
        ("length of keys", "how long a key is"),
        (">= 128 bits default", ">= 128 bit default"),
        ("when sealed or open", "when open or sealed"),
        (
            "\"The product shall use keys of at least {key}.\"",
            "\"\"\"\n    The product shall use\n    keys of at least {key}.\n    \"\"\"",
        ),
        ("requirement R-KEY", "// A remark.\n\nrequirement R-KEY"),
    ];
    for (from, to) in changes {
        let folder = reviewed();
        change(folder.path(), "base/more.norm", from, to);
        assert_eq!(stale(folder.path()), Vec::<String>::new(), "{from}");
        assert_eq!(normc(folder.path(), "review --list").code, 0);
    }
}

#[test]
fn a_statement_may_be_declared_editorial() {
    let folder = reviewed();
    let path = folder.path();
    let revision = "revision \"0.2.0\" 2026-02-01 \"Plainer words.\" { editorial R-KEY }\n\nrequirement R-KEY";
    change(path, "base/base.norm", "version \"0.1.0\"", "version \"0.2.0\"");
    change(path, "base/more.norm", "requirement R-KEY", revision);
    change(path, "base/more.norm", "use keys of", "hold keys of");
    assert_eq!(stale(path), Vec::<String>::new());
    // ETSI's drafts have a history.
    change(path, "base/base.norm", "eso cen", "eso etsi");
    assert!(normc(path, "build --draft --to html --only base").code < 2);
    let page = fs::read_to_string(path.join("build/base/base.html")).unwrap();
    assert!(page.contains("Plainer words. Editorial changes of <a"), "the history does not tell");
    // A revision beside it that does not name the requirement may have changed it.
    change(
        path,
        "base/more.norm",
        "revision \"0.2.0\"",
        "revision \"0.1.5\" 2026-01-15 \"More.\"\n\nrevision \"0.2.0\"",
    );
    assert_eq!(stale(path).len(), 1);
    change(path, "base/more.norm", "revision \"0.1.5\" 2026-01-15 \"More.\"\n\n", "");
    // Once recorded, the same declaration excuses no second change.
    assert_eq!(normc(path, "review").code, 0);
    change(path, "base/more.norm", "hold keys of", "keep keys of");
    assert_eq!(stale(path).len(), 1);
}

#[test]
fn a_declared_editorial_change_changes_nothing_else() {
    for (from, to) in [("shall use", "should use"), ("at least {key}", "some length"), (">= 128 bits", ">= 160 bits")] {
        let folder = reviewed();
        let path = folder.path();
        change(path, "base/base.norm", "version \"0.1.0\"", "version \"0.2.0\"");
        let revision = "revision \"0.2.0\" 2026-02-01 \"Words.\" { editorial R-KEY }\n\nrequirement R-KEY";
        change(path, "base/more.norm", "requirement R-KEY", revision);
        change(path, "base/more.norm", from, to);
        assert_eq!(stale(path).len(), 1, "{from}");
    }
}

#[test]
fn review_shows_the_old_beside_the_new_and_records() {
    let folder = reviewed();
    let path = folder.path();
    change(path, "base/more.norm", "level lib:low", "level lib:high");
    change(path, "base/base.norm", "The product shall keep secrets.", "The product shall keep all secrets.");
    let before = fs::read(path.join("norm.lock")).unwrap();
    let shown = normc(path, "review --list");
    assert_eq!(shown.code, 1);
    assert!(
        shown.out.contains("base:R-KEY, refined by R-LONG in demo\n  reviewed at version 0.1.0 on 2026-01-01\n"),
        "{}",
        shown.out
    );
    assert!(shown.out.contains("  level\n    was  lib:low\n    now  lib:high\n"), "{}", shown.out);
    assert!(
        shown.out.contains("    was  The product shall keep secrets.\n    now  The product shall keep all secrets.\n")
    );
    assert!(shown.err.contains("2 requirements left to review"), "{}", shown.err);
    assert_eq!(normc(path, "review").out, shown.out);
    assert_eq!(fs::read(path.join("norm.lock")).unwrap(), before, "what nobody named was recorded");

    let named = normc_with(path, &["review", "R-LONG", "--by", "A. Editor", "--date", "2026-03-04"], &[]);
    assert_eq!(named.code, 1, "{}", named.err);
    assert!(named.out.contains("R-KEY") && !named.out.contains("R-B"), "{}", named.out);
    let record = |requirement: &str| lock(path).records[&("demo".to_owned(), requirement.to_owned())].clone();
    let key = record("base:R-KEY");
    assert_eq!((&*key.date, key.by.as_deref(), &*key.says["level"]), ("2026-03-04", Some("A. Editor"), "lib:high"));
    assert_eq!(stale(path).len(), 1);
    assert_eq!(normc_with(path, &["review", "--all"], &[("SOURCE_DATE_EPOCH", "86400")]).code, 0);
    assert_eq!((&*record("base:R-B").date, &*record("base:R-KEY").date), ("1970-01-02", "2026-03-04"));
    assert_eq!(stale(path), Vec::<String>::new());
}

#[test]
fn names_may_be_requirements_or_packages() {
    for name in ["base:R-KEY", "demo:R-LONG", "demo", "base"] {
        let folder = reviewed();
        change(folder.path(), "base/more.norm", "level lib:low", "level lib:high");
        assert_eq!(normc(folder.path(), &format!("review {name}")).code, 0, "{name}");
        assert_eq!(stale(folder.path()), Vec::<String>::new(), "{name}");
    }
    let folder = reviewed();
    let told = |arguments: &str| -> Ended {
        let ended = normc(folder.path(), arguments);
        assert_eq!(ended.code, 2, "{}", ended.err);
        ended
    };
    assert!(told("review R-KEEY").err.contains("did you mean `R-KEY`?"));
    assert!(told("review act").err.contains("nothing to review"));
    told("review R-KEY --all");
}

#[test]
fn records_come_and_go_with_what_they_are_of() {
    let folder = reviewed();
    let path = folder.path();
    let has = || lock(path).records.contains_key(&("demo".to_owned(), "base:R-KEY".to_owned()));
    let first = fs::read(path.join("norm.lock")).unwrap();
    assert!(has());
    assert_eq!(normc(path, "review --all").code, 0);
    assert_eq!(fs::read(path.join("norm.lock")).unwrap(), first, "a second review changes the lock");
    // What is misspelt is not gone.
    change(path, "demo/more.norm", "refines base:R-KEY", "refines base:R-KEEY");
    normc(path, "review");
    assert!(has());
    fs::remove_file(path.join("demo/more.norm")).unwrap();
    let deviates = "use act\n\ndeviates base:R-KEY { because \"A vault has no keys.\" }\n";
    change(path, "demo/demo.norm", "use act\n", deviates);
    assert_eq!(normc(path, "review").code, 0);
    change(path, "base/more.norm", ">= 128 bits", ">= 160 bits");
    assert!(stale(path)[0].contains("which is deviated from here"), "{:?}", stale(path));
    change(path, "demo/demo.norm", deviates, "use act\n");
    fs::remove_file(path.join("base/more.norm")).unwrap();
    assert_eq!(normc(path, "review").code, 0);
    assert!(!has());
}

#[test]
fn without_a_lock_nothing_is_stale() {
    let folder = workspace();
    change(folder.path(), "base/more.norm", "level lib:low", "level lib:high");
    assert_eq!(stale(folder.path()), Vec::<String>::new());
    assert!(!folder.path().join("norm.lock").exists());
    assert_eq!(normc(folder.path(), "review --list").code, 0);
    assert!(!folder.path().join("norm.lock").exists());
}

#[test]
fn from_the_vote_on_it_is_an_error() {
    let folder = reviewed();
    change(folder.path(), "demo/demo.norm", "stage draft", "stage vote");
    change(folder.path(), "base/more.norm", "level lib:low", "level lib:high");
    assert!(stale(folder.path())[0].contains("error[stale-inheritance]"));
}

#[test]
fn a_lock_that_cannot_be_read_is_a_finding_and_is_not_lost() {
    let sound = fs::read_to_string(reviewed().path().join("norm.lock")).unwrap();
    let cases: Vec<(Vec<u8>, &str)> = vec![
        (
            sound.replacen("version", "<<<<<<< ours\nversion", 1).into(),
            "norm.lock:8:1: error[syntax-error]: the lock cannot be read",
        ),
        (sound.replace("form = 1", "form = 7").into(), "norm.lock:3:1: error[syntax-error]: the lock has the form 7"),
        (
            sound.replacen("binding = ", "bindung = ", 1).into(),
            "error[syntax-error]: the lock cannot be read: unknown field `bindung`",
        ),
        (b"form = 1\n\xff\n".to_vec(), "norm.lock:2:1: error[syntax-error]: the file is not UTF-8"),
        (b"form = 1\n\x1b]0;x\x07\n".to_vec(), "norm.lock:2:1: error[syntax-error]"),
        (
            format!("form = 1\nreviewed = {}", "[".repeat(200_000)).into(),
            "error[syntax-error]: the lock cannot be read",
        ),
        (Vec::new(), "norm.lock:1:1: error[syntax-error]: the lock cannot be read: missing field `form`"),
        (vec![b'#'; 17 << 20], "norm.lock:1:1: error[syntax-error]: the file is larger than 16 MiB"),
    ];
    for (bytes, said) in cases {
        let folder = reviewed();
        fs::write(folder.path().join("norm.lock"), &bytes).unwrap();
        let ended = normc(folder.path(), "check --message-format short");
        assert_eq!(ended.code, 1, "{said}");
        assert!(ended.out.contains(said), "{said}\n{}", ended.out);
        assert_eq!(ended.out.lines().count(), 1, "{}", ended.out);
        let ended = normc(folder.path(), "review --all");
        assert!(ended.code == 2 && ended.err.contains("would be lost"), "{}", ended.err);
        assert_eq!(fs::read(folder.path().join("norm.lock")).unwrap(), bytes);
        assert!(!normc(folder.path(), "check").err.contains('\u{1b}'));
    }
}

#[test]
fn what_the_lock_says_reaches_no_terminal_as_a_command() {
    let folder = reviewed();
    let path = folder.path();
    change(path, "norm.lock", "level = \"lib:low\"", "level = \"\\u001b[2Jlow\"");
    change(path, "norm.lock", "binding = \"", "binding = \"x");
    change(path, "base/more.norm", "level lib:low", "level lib:high");
    let shown = normc(path, "review --list");
    assert!(shown.out.contains("[2Jlow") && !shown.out.contains('\u{1b}'), "{:?}", shown.out);
    assert!(!normc(path, "check").err.contains('\u{1b}'));
}

#[test]
fn a_damaged_lock_has_findings_at_whole_characters() {
    let sound = fs::read_to_string(reviewed().path().join("norm.lock")).unwrap();
    assert_eq!(Lock::read(&sound).unwrap().write(), sound);
    let mut faults = 0;
    for (at, _) in sound.char_indices().step_by(3) {
        for piece in ["", "\"", "é", "\u{0}", "[[", "\n=", "\\u", "{ a = "] {
            let damaged = format!("{}{piece}{}", &sound[..at], sound[at..].get(1..).unwrap_or_default());
            for text in [damaged.as_str(), &damaged[..at + piece.len()]] {
                let Err(fault) = Lock::read(text) else { continue };
                faults += 1;
                assert!(text.get(fault.at.clone()).is_some(), "{fault:?} in\n{text}");
            }
        }
    }
    assert!(faults > 1000, "only {faults} damaged locks were refused");
}
