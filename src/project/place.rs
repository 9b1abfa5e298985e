//! Where the files of a workspace come from: a folder of the disk, or a revision of a repository. Paths are below the workspace's root, with `/`.

use std::fs;
use std::path::{Path, PathBuf};

use super::write::is_inside;

/// A tree of files that a workspace is read from.
pub(super) trait Place: Sync {
    /// Whether there is a folder of this path; an empty path is the root.
    fn is_folder(&self, path: &str) -> bool;
    /// Whether there is a file of this path.
    fn is_file(&self, path: &str) -> bool;
    /// The names of what stands in a folder, in any order.
    fn names(&self, folder: &str) -> Result<Vec<String>, String>;
    /// What a file holds, where that is at most so many bytes.
    fn read(&self, path: &str, limit: u64) -> Result<Held, String>;
    /// The place in words, for messages.
    fn name(&self) -> String;
}

/// What a file holds.
pub(super) enum Held {
    /// These bytes.
    Bytes(Vec<u8>),
    /// More bytes than were asked for.
    TooLarge,
    /// A symbolic link, in a place where none is followed.
    Link,
}

/// A folder of the disk.
pub(super) struct Disk(pub(super) PathBuf);

impl Place for Disk {
    fn is_folder(&self, path: &str) -> bool {
        self.0.join(path).is_dir()
    }

    fn is_file(&self, path: &str) -> bool {
        self.0.join(path).is_file()
    }

    fn names(&self, folder: &str) -> Result<Vec<String>, String> {
        let path = self.0.join(folder);
        let failed = |error: std::io::Error| format!("cannot read the folder `{}`: {error}", path.display());
        let mut names = Vec::new();
        for entry in fs::read_dir(&path).map_err(failed)? {
            if let Ok(name) = entry.map_err(failed)?.file_name().into_string() {
                names.push(name);
            }
        }
        Ok(names)
    }

    fn read(&self, path: &str, limit: u64) -> Result<Held, String> {
        let whole = self.0.join(path);
        let failed = |error: std::io::Error| format!("cannot read `{}`: {error}", whole.display());
        if !is_inside(&self.0, &whole).map_err(failed)? {
            return Err(format!("`{path}` leads out of the workspace"));
        }
        if fs::metadata(&whole).map_err(failed)?.len() > limit {
            return Ok(Held::TooLarge);
        }
        Ok(Held::Bytes(fs::read(&whole).map_err(failed)?))
    }

    fn name(&self) -> String {
        self.0.display().to_string()
    }
}

impl Disk {
    /// The place of a folder.
    pub(super) fn at(root: &Path) -> Self {
        Self(root.to_owned())
    }
}
