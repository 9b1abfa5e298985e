//! The files below `book/src`, and how a generated page gets there.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Whether generated files are written rather than compared.
pub(crate) fn update() -> bool {
    std::env::var_os("UPDATE").is_some_and(|value| value == "1")
}

/// The text files of the book, by their path below `book/src`.
pub(crate) struct Book {
    files: BTreeMap<String, String>,
}

impl Book {
    /// Reads the book.
    pub(crate) fn read() -> Self {
        let mut files = BTreeMap::new();
        let mut open = vec![PathBuf::new()];
        while let Some(at) = open.pop() {
            for entry in fs::read_dir(root().join(&at)).unwrap() {
                let path = at.join(entry.unwrap().file_name());
                if root().join(&path).is_dir() {
                    open.push(path);
                } else if let Ok(text) = fs::read_to_string(root().join(&path)) {
                    files.insert(path.to_str().unwrap().replace('\\', "/"), text);
                }
            }
        }
        Self { files }
    }

    /// The text of a file.
    pub(crate) fn file(&self, path: &str) -> Option<&str> {
        self.files.get(path).map(String::as_str)
    }

    /// Whether there is such a file, of text or not.
    pub(crate) fn has(&self, path: &str) -> bool {
        self.files.contains_key(path) || root().join(path).is_file()
    }

    /// Every page, by its path.
    pub(crate) fn pages(&self) -> impl Iterator<Item = (&str, &str)> {
        let pages = self.files.iter().filter(|(path, _)| path.ends_with(".md"));
        pages.map(|(path, text)| (path.as_str(), text.as_str()))
    }

    /// The pages whose examples run: those that are written by hand.
    pub(crate) fn examples(&self) -> Vec<(String, String)> {
        let by_hand = |path: &str| path.starts_with("guide/") || path == "language/words.md";
        let pages = self.pages().filter(|(path, _)| by_hand(path));
        pages.map(|(path, text)| (path.to_owned(), text.to_owned())).collect()
    }

    /// The heading of a page.
    pub(crate) fn title(&self, path: &str) -> String {
        let text = self.file(path).unwrap_or_else(|| panic!("the book has no page {path}"));
        let title = text.lines().find_map(|line| line.strip_prefix("# "));
        title.unwrap_or_else(|| panic!("{path} has no heading")).to_owned()
    }

    /// Writes generated files where `UPDATE` asks for it, and compares them otherwise. In `folders` nothing else may stand, but for `kept`.
    pub(crate) fn settle(&mut self, generated: &BTreeMap<String, String>, folders: &[&str], kept: &[&str]) {
        let stale: Vec<_> = self
            .files
            .keys()
            .filter(|path| folders.iter().any(|folder| path.starts_with(folder)))
            .filter(|path| !generated.contains_key(*path) && !kept.contains(&path.as_str()))
            .cloned()
            .collect();
        let changed: Vec<_> = generated.iter().filter(|(path, text)| self.file(path) != Some(text)).collect();
        if update() {
            for path in &stale {
                fs::remove_file(root().join(path)).unwrap();
                self.files.remove(path);
            }
            for (path, text) in changed {
                write(path, text);
                self.files.insert(path.clone(), text.clone());
            }
            return;
        }
        let names: Vec<_> = stale.iter().chain(changed.iter().map(|(path, _)| *path)).collect();
        assert!(
            names.is_empty(),
            "these pages of the book are not what the code says: {names:?}\n\
             run `UPDATE=1 cargo test --no-default-features --test book` and look at what changed"
        );
    }
}

/// Writes a file of the book.
pub(crate) fn write(path: &str, text: &str) {
    let path = root().join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("book/src")
}
