//! The workspace: its root, its manifest, and the sources in its package folders.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};

use crate::check::Config;
use crate::comments::Rounds;
use crate::diagnostic::Diagnostic;
use crate::document::House;
use crate::lock::{self, Fault, Lock};
use crate::source::{Sources, Span};

use super::house;
use super::manifest::{FILE, LIMIT, Manifest};
use super::place::{Disk, Held, Place};
use super::write::is_inside;

/// How large a source may be, in bytes.
pub(super) const SOURCE_LIMIT: u64 = 16 << 20;

/// A workspace that was read.
#[derive(Debug)]
pub struct Workspace {
    /// Its root folder.
    pub root: PathBuf,
    /// Its manifest.
    pub manifest: Manifest,
    /// Its sources, in the order of their paths.
    pub sources: Sources,
    /// What was reviewed; nothing where there is no lock, or none that can be read.
    pub lock: Arc<Lock>,
    /// The comments on drafts, as far as they can be read.
    pub comments: Arc<Rounds>,
    /// The committee's own outlines and official texts; nothing where those that come with normc hold.
    pub house: Option<Arc<House>>,
    /// What is wrong with the files themselves.
    pub diagnostics: Vec<Diagnostic>,
}

/// The nearest folder, from `start` upwards, that holds a manifest.
pub fn find_root(start: &Path) -> Result<PathBuf, String> {
    let start = fs::canonicalize(start).map_err(|error| format!("cannot open `{}`: {error}", start.display()))?;
    start.ancestors().find(|folder| folder.join(FILE).is_file()).map(Path::to_path_buf).ok_or_else(|| {
        format!(
            "neither `{}` nor a folder above it holds `{FILE}`; `normc new DIR` begins a workspace",
            start.display()
        )
    })
}

/// Reads a workspace.
pub fn load(root: &Path) -> Result<Workspace, String> {
    load_from(root, &Disk::at(root))
}

/// Reads the workspace of this root from a place.
pub(super) fn load_from(root: &Path, place: &dyn Place) -> Result<Workspace, String> {
    let manifest = read_manifest(place)?;
    let paths = source_paths(place, &manifest)?;
    let mut workspace = Workspace {
        root: root.to_owned(),
        manifest,
        sources: Sources::default(),
        lock: Arc::default(),
        comments: Arc::default(),
        house: None,
        diagnostics: Vec::new(),
    };
    let read: Vec<_> = paths.par_iter().map(|path| read(place, path)).collect();
    for (path, read) in paths.into_iter().zip(read) {
        let Read { text, fault } = read?;
        let file = workspace.sources.add(path, text);
        let fault = fault
            .map(|(at, message, help)| Diagnostic::error("syntax-error", Span::new(file, at, at), message).help(help));
        workspace.diagnostics.extend(fault);
    }
    load_lock(&mut workspace, place)?;
    super::comments::load(&mut workspace, place)?;
    house::load(&mut workspace, place)?;
    Ok(workspace)
}

/// Reads the lock, where there is one. What is wrong with it is a finding in it.
fn load_lock(workspace: &mut Workspace, place: &dyn Place) -> Result<(), String> {
    if !place.is_file(lock::FILE) {
        return Ok(());
    }
    let Read { text, fault } = read(place, lock::FILE)?;
    let read = Lock::read(&text);
    let file = workspace.sources.attach(lock::FILE, text);
    let offset = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
    let found = match (fault, read) {
        (Some((at, message, help)), _) => (Span::new(file, at, at), message, help),
        (None, Err(Fault { at, message, help })) => (Span::new(file, offset(at.start), offset(at.end)), message, help),
        (None, Ok(lock)) => {
            workspace.lock = Arc::new(lock);
            return Ok(());
        }
    };
    let (span, message, help) = found;
    workspace.diagnostics.push(Diagnostic::error("syntax-error", span, message).help(help));
    Ok(())
}

/// The manifest of a place.
pub(super) fn read_manifest(place: &dyn Place) -> Result<Manifest, String> {
    if !place.is_file(FILE) {
        return Err(format!("`{}` holds no `{FILE}`; `normc new DIR` begins a workspace", place.name()));
    }
    match place.read(FILE, LIMIT)? {
        Held::Bytes(bytes) => {
            let text = String::from_utf8(bytes).map_err(|_| format!("`{FILE}` is not UTF-8"))?;
            Manifest::read(&text)
        }
        Held::TooLarge => Err(format!("`{FILE}` is larger than {LIMIT} bytes")),
        Held::Link => Err(format!("`{FILE}` is a symbolic link at `{}`; normc follows none there", place.name())),
    }
}

/// The folder of a committee's own outlines that the manifest below a root names.
pub fn templates(root: &Path) -> Result<String, String> {
    read_manifest(&Disk::at(root))?.templates.ok_or_else(|| {
        format!("{FILE} names no `templates`; name a folder or file to check, or write one with `normc outline copy ESO DIR`")
    })
}

/// The sources of a workspace, below its root.
pub(super) fn source_paths(place: &dyn Place, manifest: &Manifest) -> Result<Vec<String>, String> {
    let mut folders = Vec::new();
    for entry in &manifest.packages {
        folders.extend(package_folders(place, entry)?);
    }
    folders.sort();
    folders.dedup();
    let mut paths = Vec::new();
    for folder in &folders {
        paths.extend(source_files(place, folder)?);
    }
    paths.sort();
    Ok(paths)
}

/// The folders that an entry of the manifest names, relative to the root, with `/` between parts.
fn package_folders(place: &dyn Place, entry: &str) -> Result<Vec<String>, String> {
    // One folder has one name, however the manifest spells it.
    let parts: Vec<_> = entry.split('/').filter(|part| !matches!(*part, "" | ".")).collect();
    let entry = &*parts.join("/");
    let Some(parent) = entry.strip_suffix('*') else {
        if !place.is_folder(entry) {
            return Err(format!("{FILE}: there is no folder `{entry}`"));
        }
        if source_files(place, entry)?.is_empty() {
            return Err(format!(
                "{FILE}: the folder `{entry}` holds no `.norm` file; `{entry}/*` names every folder in it that does"
            ));
        }
        return Ok(vec![entry.to_owned()]);
    };
    if !place.is_folder(parent) {
        return Err(format!("{FILE}: there is no folder `{parent}` for `{entry}`"));
    }
    let mut folders = Vec::new();
    for name in place.names(parent)? {
        let folder = format!("{parent}{name}");
        if place.is_folder(&folder) && !source_files(place, &folder)?.is_empty() {
            folders.push(folder);
        }
    }
    Ok(folders)
}

fn source_files(place: &dyn Place, folder: &str) -> Result<Vec<String>, String> {
    let names = place.names(folder)?.into_iter().filter(|name| name.ends_with(".norm"));
    let slash = if folder.is_empty() { "" } else { "/" };
    Ok(names.map(|name| format!("{folder}{slash}{name}")).collect())
}

impl Workspace {
    /// The outlines and official texts of its drafts.
    ///
    /// # Errors
    /// Never in a program that passed its tests.
    pub fn house(&self) -> Result<&House, String> {
        self.house.as_deref().map_or_else(|| House::built_in(), Ok)
    }

    /// What the checker is told.
    pub fn config(&self) -> Config {
        Config { lock: self.lock.clone(), comments: self.comments.clone(), ..self.manifest.config() }
    }

    /// The folder that the manifest sends output to. An error where a link leads it out of the workspace.
    pub fn output(&self) -> Result<PathBuf, String> {
        let output = self.root.join(&self.manifest.output);
        match is_inside(&self.root, &output) {
            Ok(true) => Ok(output),
            Ok(false) => {
                Err(format!("{FILE}: the output folder `{}` leads out of the workspace", self.manifest.output))
            }
            Err(error) => Err(format!("cannot open `{}`: {error}", output.display())),
        }
    }
}

/// A file that was read: its text, and where and why it is not as it should be, and what to do.
pub(super) struct Read {
    pub(super) text: String,
    pub(super) fault: Option<(u32, String, &'static str)>,
}

pub(super) fn read(place: &dyn Place, path: &str) -> Result<Read, String> {
    let unread = |message: String, help| Ok(Read { text: String::new(), fault: Some((0, message, help)) });
    match place.read(path, SOURCE_LIMIT)? {
        Held::TooLarge => unread(
            format!("the file is larger than {} MiB", SOURCE_LIMIT >> 20),
            "part it into several files; they stay one package",
        ),
        Held::Link => unread(
            "the file is a symbolic link in the repository, and normc follows none there".to_owned(),
            "put the file itself in its place",
        ),
        Held::Bytes(bytes) => {
            let (text, fault) = decode(bytes);
            Ok(Read { text, fault: fault.map(|(at, message)| (at, message, "save the file with the encoding UTF-8")) })
        }
    }
}

/// The text of a file, and where and why it is not UTF-8. What cannot be read is replaced, so that the rest is checked all the same.
fn decode(bytes: Vec<u8>) -> (String, Option<(u32, String)>) {
    let order: Option<fn([u8; 2]) -> u16> = match bytes.get(..2) {
        Some([0xff, 0xfe]) => Some(u16::from_le_bytes),
        Some([0xfe, 0xff]) => Some(u16::from_be_bytes),
        _ => None,
    };
    if let Some(order) = order {
        let units: Vec<u16> = bytes[2..].chunks_exact(2).map(|pair| order([pair[0], pair[1]])).collect();
        return (String::from_utf16_lossy(&units), Some((0, "the file is UTF-16, not UTF-8".to_owned())));
    }
    match String::from_utf8(bytes) {
        Ok(text) => (text, None),
        Err(error) => {
            let at = u32::try_from(error.utf8_error().valid_up_to()).unwrap_or(0);
            let message = format!("the file is not UTF-8: byte {at} begins no character");
            (String::from_utf8_lossy(error.as_bytes()).into_owned(), Some((at, message)))
        }
    }
}

/// The text of a baseline, wherever it stands.
pub fn read_baseline(path: &Path) -> Result<String, String> {
    let failed = |error: std::io::Error| format!("cannot read `{}`: {error}", path.display());
    if fs::metadata(path).map_err(failed)?.len() > SOURCE_LIMIT {
        return Err(format!("`{}` is larger than {} MiB", path.display(), SOURCE_LIMIT >> 20));
    }
    fs::read_to_string(path).map_err(failed)
}
