//! Workspaces on disk: what the manifest may name, what is read and written, and what never is.

mod support;

use std::fs;

use serde_json::Value;

use support::program::{change, new, normc, tree};

#[test]
fn new_leaves_what_is_there_alone() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("mine.txt"), "mine").unwrap();
    for target in [".", "mine.txt"] {
        let ended = normc(folder.path(), &format!("new {target}"));
        assert_eq!(ended.code, 2);
        assert!(ended.err.starts_with("normc: "), "{}", ended.err);
    }
    assert_eq!(tree(folder.path()).len(), 1);
}

#[test]
fn no_workspace_ends_with_2_and_says_what_to_do() {
    let folder = tempfile::tempdir().unwrap();
    for arguments in ["check", "build", "fmt", "list", "trace x", "why x", "impact x"] {
        let ended = normc(folder.path(), arguments);
        assert_eq!((ended.code, &*ended.out), (2, ""), "{arguments}");
        assert!(ended.err.contains("norm.yaml") && ended.err.contains("normc new DIR"), "{arguments}: {}", ended.err);
    }
    let ended = normc(folder.path(), "check --root nowhere");
    assert_eq!(ended.code, 2);
    assert!(ended.err.contains("nowhere") && ended.err.contains("normc new DIR"), "{}", ended.err);
}

#[test]
fn two_builds_are_the_same_bytes_in_whatever_order_the_files_were_made() {
    let first = new();
    let workspace = first.path().join("w");
    assert_eq!(normc(&workspace, "build --to html,json,oscal").code, 0);
    let built = tree(&workspace.join("build"));
    assert_eq!(normc(&workspace, "build --to oscal,json,html").code, 0);
    assert_eq!(tree(&workspace.join("build")), built);

    let second = tempfile::tempdir().unwrap();
    let mut files: Vec<_> = tree(&workspace).into_iter().filter(|(name, _)| !name.starts_with("build/")).collect();
    files.reverse();
    files.swap(0, 2);
    for (name, bytes) in &files {
        let path = second.path().join("other/place").join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    assert_eq!(normc(second.path(), "build --to html,json,oscal --root other/place --out elsewhere").code, 0);
    assert_eq!(tree(&second.path().join("elsewhere")), built);
    assert!(!second.path().join("other/place/build").exists());
    for (name, bytes) in &built {
        let text = String::from_utf8_lossy(bytes);
        assert!(!text.contains(first.path().to_str().unwrap()), "{name} names the folder it was built in");
    }
}

#[test]
fn output_replaces_files_whole_and_leaves_nothing_else() {
    let folder = new();
    let workspace = folder.path().join("w");
    let out = workspace.join("build/act");
    fs::create_dir_all(&out).unwrap();
    fs::write(out.join("act.json"), "what stood here before").unwrap();
    fs::write(out.join("mine.txt"), "mine").unwrap();
    assert_eq!(normc(&workspace, "build --to json").code, 0);
    serde_json::from_slice::<Value>(&fs::read(out.join("act.json")).unwrap()).unwrap();
    assert_eq!(tree(&out).into_keys().collect::<Vec<_>>(), ["act.json", "mine.txt"]);

    // A folder stands where a file is to go.
    fs::remove_dir_all(workspace.join("build")).unwrap();
    fs::create_dir_all(out.join("act.json/inside")).unwrap();
    let ended = normc(&workspace, "build --to json --only act");
    assert_eq!(ended.code, 2);
    assert!(ended.err.contains("act.json"), "{}", ended.err);
    assert_eq!(tree(&workspace.join("build")).len(), 0);
}

#[test]
fn paths_that_lead_out_of_the_workspace_are_refused() {
    let outside = "packages: [../standards/act]\n";
    let absolute = "packages: [/etc]\n";
    let output = "packages: [standards/*]\noutput: ../out\n";
    let drive = "packages: ['C:/standards']\n";
    for manifest in [outside, absolute, output, drive, "packages: ['standards/../../x']\n"] {
        let folder = new();
        let workspace = folder.path().join("w");
        fs::write(workspace.join("norm.yaml"), manifest).unwrap();
        let ended = normc(&workspace, "build --to json");
        assert_eq!(ended.code, 2, "{manifest}");
        assert!(
            ended.err.contains("norm.yaml") && ended.err.contains("below the workspace"),
            "{manifest}{}",
            ended.err
        );
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "{manifest}");
    }
}

#[test]
fn links_that_lead_out_of_the_workspace_are_refused() {
    use std::os::unix::fs::symlink;
    let folder = new();
    let workspace = folder.path().join("w");
    let secret = folder.path().join("secret");
    fs::create_dir(&secret).unwrap();
    fs::write(secret.join("secret.norm"), "library secret \"Secret\"\n").unwrap();

    symlink(&secret, workspace.join("standards/linked")).unwrap();
    let ended = normc(&workspace, "check");
    assert_eq!(ended.code, 2, "{}", ended.err);
    assert!(ended.err.contains("leads out of the workspace"), "{}", ended.err);
    fs::remove_file(workspace.join("standards/linked")).unwrap();

    symlink(secret.join("secret.norm"), workspace.join("standards/act/linked.norm")).unwrap();
    let ended = normc(&workspace, "fmt");
    assert_eq!(ended.code, 2, "{}", ended.err);
    assert!(ended.err.contains("leads out of the workspace"), "{}", ended.err);
    fs::remove_file(workspace.join("standards/act/linked.norm")).unwrap();

    // Output through a link; what the person names with `--out` is theirs to name.
    symlink(&secret, workspace.join("build")).unwrap();
    let ended = normc(&workspace, "build --to json");
    assert_eq!(ended.code, 2, "{}", ended.err);
    assert!(ended.err.contains("leads out of the workspace"), "{}", ended.err);
    assert_eq!(tree(&secret).len(), 1);
    assert_eq!(normc(&workspace, "build --to json --out ../elsewhere").code, 0);
    assert_eq!(tree(&folder.path().join("elsewhere")).len(), 4);
}

#[test]
fn a_folder_named_twice_is_read_once() {
    let folder = new();
    let workspace = folder.path().join("w");
    let packages = "packages: [standards/*, standards/act, ./standards/act/, 'standards//act']\n";
    fs::write(workspace.join("norm.yaml"), packages).unwrap();
    let ended = normc(&workspace, "check");
    assert_eq!(ended.code, 0, "{}", ended.err);
    assert!(ended.err.contains("checked 4 packages"), "{}", ended.err);
}

#[test]
fn a_wrong_manifest_is_told_with_its_name() {
    for (manifest, told) in [
        ("", "packages"),
        ("packages: standards\n", "a list belongs"),
        ("packages: [a\n", "line"),
        ("packages: [nowhere]\n", "nowhere"),
        ("packages: [nowhere/*]\n", "nowhere"),
        ("packages: []\npackage: [a]\n", "package"),
        ("packages: []\nformats: [htlm]\n", "htlm"),
        ("packages: []\nseverities: { unassessed-requirment: off }\n", "unassessed-requirement"),
        ("packages: []\nseverities: { unassessed-requirement: of }\n", "off"),
        ("a: &a [x]\npackages: *a\n", "norm.yaml:1"),
    ] {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("norm.yaml"), manifest).unwrap();
        let ended = normc(folder.path(), "build");
        assert_eq!(ended.code, 2, "{manifest:?}: {}", ended.err);
        assert!(ended.err.starts_with("normc: ") && ended.err.contains(told), "{manifest:?}: {}", ended.err);
    }
}

#[test]
fn severities_of_the_manifest_count() {
    let folder = new();
    let workspace = folder.path().join("w");
    change(&workspace, "asset data", "asset spare \"Spare\" { protects integrity }\n\nasset data");
    assert_eq!(normc(&workspace, "check").code, 1);
    for (level, code, word) in [("warning", 0, "warning[untargeted-asset]"), ("off", 0, "0 errors, 0 warnings")] {
        let manifest = format!("packages: [standards/*]\nseverities:\n  untargeted-asset: {level}\n");
        fs::write(workspace.join("norm.yaml"), manifest).unwrap();
        let ended = normc(&workspace, "check");
        assert_eq!(ended.code, code, "{level}: {}", ended.err);
        assert!(ended.err.contains(word), "{level}: {}", ended.err);
    }
}
