//! What several tests need: workspaces in temporary folders, expected answers beside their data, and the shipped corpus.

#![allow(dead_code, unreachable_pub, reason = "every test binary uses a part of it")]

pub mod forms;
pub mod pipeline;
pub mod program;

use std::fs;
use std::path::{Path, PathBuf};

use normc::diagnostic::Diagnostic;
use normc::project;

/// The folder of this package.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A workspace of these files, with a manifest that names the folder of every `.norm` file unless one is given.
pub fn workspace<'f>(files: impl IntoIterator<Item = (&'f str, &'f [u8])>) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let mut packages = Vec::new();
    for (path, bytes) in files {
        let whole = folder.path().join(path);
        fs::create_dir_all(whole.parent().unwrap()).unwrap();
        fs::write(whole, bytes).unwrap();
        packages.extend(path.rsplit_once('/').map(|(package, _)| format!("  - {package}\n")));
    }
    packages.sort();
    packages.dedup();
    if !folder.path().join("norm.yaml").exists() {
        fs::write(folder.path().join("norm.yaml"), format!("packages:\n{}", packages.concat())).unwrap();
    }
    folder
}

/// What `normc check` says of a workspace, as a terminal without colour shows it, and the findings.
pub fn check(folder: &Path) -> (String, Vec<Diagnostic>) {
    let workspace = project::load(folder).unwrap();
    let checked = project::check(&workspace);
    let shown = normc::diagnostic::terminal(&workspace.sources, &checked.diagnostics, false);
    (shown, checked.diagnostics)
}

/// Compares with the answer in a file; `UPDATE=1` rewrites the file instead.
pub fn expect(answer: &Path, found: &str, wrong: &mut String) {
    if std::env::var_os("UPDATE").is_some() {
        fs::write(answer, found).unwrap();
        return;
    }
    let expected = fs::read_to_string(answer).unwrap_or_default().replace("\r\n", "\n");
    if expected != found {
        *wrong += &format!("--- {} expects\n{expected}\n--- but finds\n{found}\n", answer.display());
    }
}

/// The files below a folder with this extension, in order.
pub fn files(folder: &Path, extension: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut open = vec![folder.to_owned()];
    while let Some(folder) = open.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else if path.extension().is_some_and(|found| found == extension) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

/// The shipped sources: path below the root, and text.
pub fn corpus() -> Vec<(String, String)> {
    let name = |path: &Path| path.strip_prefix(root()).unwrap().to_str().unwrap().replace('\\', "/");
    let sources = files(&root().join("standards"), "norm");
    sources.iter().map(|path| (name(path), fs::read_to_string(path).unwrap())).collect()
}

/// The Norm examples of the rules' pages.
pub fn examples() -> Vec<(String, String)> {
    let mut found = Vec::new();
    // Rules on outlines have examples in YAML.
    for entry in normc::check::rules::RULES.iter().filter(|entry| entry.group != "outline") {
        for heading in ["Bad", "Good"] {
            found.extend(entry.page().example(heading).map(|text| (format!("{} {heading}", entry.rule.name), text)));
        }
    }
    found
}
