//! Runs the built program in a folder.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::path::Path;
use std::process::Command;

/// How a run ended.
pub struct Ended {
    pub code: i32,
    pub out: String,
    pub err: String,
}

/// Runs the program with these variables.
pub fn normc_with<S: AsRef<OsStr>>(folder: &Path, arguments: &[S], variables: &[(&str, &str)]) -> Ended {
    let output = Command::new(env!("CARGO_BIN_EXE_normc"))
        .args(arguments)
        .current_dir(folder)
        .env_remove("SOURCE_DATE_EPOCH")
        .env_remove("NO_COLOR")
        .envs(variables.iter().copied())
        .output()
        .unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    let ended = Ended { code: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) };
    assert!(!ended.err.contains("panicked"), "{}", ended.err);
    ended
}

/// Runs the program with the words of a line.
pub fn normc(folder: &Path, arguments: &str) -> Ended {
    normc_with(folder, &arguments.split_whitespace().collect::<Vec<_>>(), &[])
}

/// The workspace that `normc new` begins.
pub fn new() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let ended = normc(folder.path(), "new w");
    assert_eq!(ended.code, 0, "{}", ended.err);
    folder
}

/// The standard of a new workspace.
pub const STANDARD: &str = "standards/my-standard/my-standard.norm";

/// Replaces a piece of the new workspace's standard.
pub fn change(workspace: &Path, from: &str, to: &str) {
    let path = workspace.join(STANDARD);
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(from));
    fs::write(path, text.replace(from, to)).unwrap();
}

/// A new workspace with an error.
pub fn broken() -> tempfile::TempDir {
    let folder = new();
    change(&folder.path().join("w"), "serves O-SECRET", "serves O-SECRT");
    folder
}

/// Every file below a folder with its bytes.
pub fn tree(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut files = BTreeMap::new();
    let mut open = vec![folder.to_owned()];
    while let Some(next) = open.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_str().unwrap().replace('\\', "/");
                files.insert(name, fs::read(&path).unwrap());
            }
        }
    }
    files
}
