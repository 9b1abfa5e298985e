//! What the files of a workspace look like from outside, to tell whether one was written. normc asks again and again instead of letting the
//! system tell it: that works alike on every system, on shares and in containers, and a workspace has few files.

use std::path::Path;
use std::time::SystemTime;

use crate::lock;

use super::manifest::FILE;
use super::place::Disk;
use super::workspace::{read_manifest, source_paths};

/// When each file was last written, and how long it is. Equal while nothing changes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Stamp {
    files: Vec<(String, Option<(SystemTime, u64)>)>,
    /// Why the sources are not known, where they are not.
    fault: Option<String>,
}

impl Stamp {
    /// The stamp of a workspace as it is now.
    pub fn of(root: &Path) -> Self {
        let place = Disk::at(root);
        let sources = read_manifest(&place).and_then(|manifest| source_paths(&place, &manifest));
        let (sources, fault) = sources.map_or_else(|fault| (Vec::new(), Some(fault)), |sources| (sources, None));
        let paths = [FILE, lock::FILE].map(str::to_owned).into_iter().chain(sources);
        let paths = paths.chain(super::comments::paths(&place).unwrap_or_default());
        let files = paths.map(|path| (file(&root.join(&path)), path)).map(|(stamp, path)| (path, stamp));
        Self { files: files.collect(), fault }
    }
}

fn file(path: &Path) -> Option<(SystemTime, u64)> {
    let file = std::fs::metadata(path).ok()?;
    Some((file.modified().ok()?, file.len()))
}
