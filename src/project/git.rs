//! A revision of a git repository, read by the installed `git` into memory: nothing is checked out, nothing fetched, no link followed. Sources are
//! read at once; other files when they are asked for.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::lock;
use crate::nearest::nearest;

use super::manifest;
use super::place::{Held, Place};
use super::workspace::SOURCE_LIMIT;

/// How much a listing, or all sources together, may come to, in bytes.
const LIMIT: u64 = 1 << 29;

/// The files of a revision below the workspace's root.
pub(super) struct Revision {
    root: PathBuf,
    /// As it was given.
    name: String,
    files: BTreeMap<String, Entry>,
    folders: BTreeSet<String>,
    sources: BTreeMap<String, Vec<u8>>,
}

/// A file of a revision.
struct Entry {
    kind: Kind,
    id: String,
    size: u64,
}

#[derive(PartialEq, Eq)]
enum Kind {
    File,
    Link,
    Submodule,
}

impl Revision {
    /// Reads a revision of the repository that a workspace stands in.
    pub(super) fn read(root: &Path, name: &str) -> Result<Self, String> {
        let prefix = prefix(root)?;
        let commit = commit(root, name)?;
        let tree = format!("{commit}:{}", prefix.trim_end_matches('/'));
        let listed = git(root, &["ls-tree", "-r", "-z", "-l", "--full-tree", &tree])
            .map_err(|_| format!("the workspace's folder `{prefix}` is not there at `{name}`"))?;
        let mut files = BTreeMap::new();
        for line in listed.split(|byte| *byte == 0) {
            files.extend(std::str::from_utf8(line).ok().and_then(entry));
        }
        let mut folders = BTreeSet::from([String::new()]);
        for path in files.keys() {
            let ends = path.match_indices('/').map(|(at, _)| at);
            folders.extend(ends.map(|at| path[..at].to_owned()));
        }
        let mut revision =
            Self { root: root.to_owned(), name: name.to_owned(), files, folders, sources: BTreeMap::new() };
        revision.sources = revision.read_sources()?;
        Ok(revision)
    }

    /// Every source, and what stands at the root, in one go.
    fn read_sources(&self) -> Result<BTreeMap<String, Vec<u8>>, String> {
        let is_source = |path: &str| path.ends_with(".norm") || [manifest::FILE, lock::FILE].contains(&path);
        let is_read = |entry: &Entry| entry.kind == Kind::File && entry.size <= SOURCE_LIMIT;
        let wanted: Vec<_> = self.files.iter().filter(|(path, entry)| is_source(path) && is_read(entry)).collect();
        if wanted.iter().map(|(_, entry)| entry.size).sum::<u64>() > LIMIT {
            return Err(format!("the sources at `{}` come to more than {} MiB", self.name, LIMIT >> 20));
        }
        let ids: Vec<_> = wanted.iter().map(|(_, entry)| entry.id.clone()).collect();
        let blobs = blobs(&self.root, ids)?;
        Ok(wanted.into_iter().map(|(path, _)| path.clone()).zip(blobs).collect())
    }
}

impl Place for Revision {
    fn is_folder(&self, path: &str) -> bool {
        self.folders.contains(path.trim_end_matches('/'))
    }

    fn is_file(&self, path: &str) -> bool {
        self.files.get(path).is_some_and(|entry| entry.kind != Kind::Submodule)
    }

    fn names(&self, folder: &str) -> Result<Vec<String>, String> {
        let folder = folder.trim_end_matches('/');
        let start = if folder.is_empty() { String::new() } else { format!("{folder}/") };
        let inside = |path: &String| Some(path.strip_prefix(&start)?.split('/').next()?.to_owned());
        let below = self.files.range(start.clone()..).map(|(path, _)| path).take_while(|path| path.starts_with(&start));
        let mut names: Vec<_> = below.filter_map(inside).collect();
        names.dedup();
        Ok(names)
    }

    fn read(&self, path: &str, limit: u64) -> Result<Held, String> {
        if let Some(bytes) = self.sources.get(path) {
            let fits = u64::try_from(bytes.len()).is_ok_and(|length| length <= limit);
            return Ok(if fits { Held::Bytes(bytes.clone()) } else { Held::TooLarge });
        }
        match self.files.get(path) {
            None => Err(format!("there is no `{path}` at `{}`", self.name)),
            Some(entry) if entry.kind == Kind::Link => Ok(Held::Link),
            Some(entry) if entry.kind == Kind::Submodule => {
                Err(format!("`{path}` is a submodule at `{}`; normc reads none", self.name))
            }
            Some(entry) if entry.size > limit => Ok(Held::TooLarge),
            Some(entry) => Ok(blobs(&self.root, vec![entry.id.clone()])?.pop().map_or(Held::TooLarge, Held::Bytes)),
        }
    }

    fn name(&self) -> String {
        self.name.clone()
    }
}

/// A line of `ls-tree`: mode, type, name, size; a tab; the path.
fn entry(line: &str) -> Option<(String, Entry)> {
    let (head, path) = line.split_once('\t')?;
    let mut words = head.split_ascii_whitespace();
    let (mode, _, id, size) = (words.next()?, words.next()?, words.next()?, words.next()?);
    let kind = match mode {
        "120000" => Kind::Link,
        "160000" => Kind::Submodule,
        _ => Kind::File,
    };
    Some((path.to_owned(), Entry { kind, id: id.to_owned(), size: size.parse().unwrap_or(0) }))
}

/// The folder of the workspace below the top of its repository, with `/` at its end; empty at the top.
fn prefix(root: &Path) -> Result<String, String> {
    let told = |error: Failed| match error {
        Failed::Said(said) if said.contains("not a git repository") => {
            format!(
                "`{}` stands in no git repository, so it has no revisions; give two folders instead",
                root.display()
            )
        }
        other => other.in_words(),
    };
    let bytes = git(root, &["rev-parse", "--show-prefix"]).map_err(told)?;
    Ok(String::from_utf8_lossy(&bytes).trim_end_matches(['\n', '\r']).to_owned())
}

/// The commit that a revision means.
fn commit(root: &Path, name: &str) -> Result<String, String> {
    let is_plain = !name.is_empty() && !name.starts_with('-') && !name.contains(char::is_control);
    let asked = format!("{name}^{{commit}}");
    let found = is_plain.then(|| git(root, &["rev-parse", "--verify", "--quiet", &asked]));
    match found {
        Some(Ok(bytes)) => Ok(String::from_utf8_lossy(&bytes).trim().to_owned()),
        _ if Path::new(name).is_dir() => {
            Err(format!("the folder `{name}` holds no `{}`, and no revision is called so", manifest::FILE))
        }
        _ if name.contains("..") => Err(format!("`{name}` is a range; write its two ends as two revisions")),
        _ => Err(unknown(root, name)),
    }
}

fn unknown(root: &Path, name: &str) -> String {
    let names = git(root, &["for-each-ref", "--format=%(refname:short)"]).unwrap_or_default();
    let names = String::from_utf8_lossy(&names).into_owned();
    let near = nearest(name, names.lines().chain(["HEAD"]));
    let help = near.map_or_else(
        || "; `git log` shows the revisions, and a folder with a `norm.yaml` will do too".to_owned(),
        |near| format!("; did you mean `{near}`?"),
    );
    format!("the repository has no revision `{name}`{help}")
}

/// Why git did not answer.
enum Failed {
    /// It could not be started.
    Missing(std::io::Error),
    /// What it said.
    Said(String),
    /// It had too much to say.
    TooMuch,
}

impl Failed {
    fn in_words(self) -> String {
        match self {
            Self::Missing(error) if error.kind() == std::io::ErrorKind::NotFound => {
                "revisions are read by the program `git`, which is not installed here; give two folders instead"
                    .to_owned()
            }
            Self::Missing(error) => format!("cannot start `git`: {error}"),
            Self::Said(said) => format!("git says: {}", said.trim().lines().next().unwrap_or("nothing")),
            Self::TooMuch => format!("git has more to say than {} MiB", LIMIT >> 20),
        }
    }
}

/// `git` in a folder, in plain English, with nothing that asks, fetches or pages.
fn command(root: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new("git");
    command.arg("--no-pager").args(arguments).current_dir(root);
    for (name, value) in [
        ("LC_ALL", "C"),
        ("GIT_TERMINAL_PROMPT", "0"),
        ("GIT_NO_LAZY_FETCH", "1"),
        ("GIT_OPTIONAL_LOCKS", "0"),
        ("GIT_NO_REPLACE_OBJECTS", "1"),
    ] {
        command.env(name, value);
    }
    command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    command
}

/// What git says, where it says it without a fault.
fn git(root: &Path, arguments: &[&str]) -> Result<Vec<u8>, Failed> {
    let mut child = command(root, arguments).spawn().map_err(Failed::Missing)?;
    let mut bytes = Vec::new();
    let read = child.stdout.take().map(|out| out.take(LIMIT + 1).read_to_end(&mut bytes));
    if bytes.len() as u64 > LIMIT {
        let _ = child.kill();
        let _ = child.wait();
        return Err(Failed::TooMuch);
    }
    let ended = child.wait_with_output().map_err(Failed::Missing)?;
    match read {
        Some(Err(error)) => Err(Failed::Missing(error)),
        _ if ended.status.success() => Ok(bytes),
        _ => Err(Failed::Said(String::from_utf8_lossy(&ended.stderr).into_owned())),
    }
}

/// The bytes of these blobs, in order.
fn blobs(root: &Path, ids: Vec<String>) -> Result<Vec<Vec<u8>>, String> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let count = ids.len();
    let mut batch = command(root, &["cat-file", "--batch"]);
    let mut child =
        batch.stdin(Stdio::piped()).stderr(Stdio::null()).spawn().map_err(|error| Failed::Missing(error).in_words())?;
    let (Some(mut asked), Some(answers)) = (child.stdin.take(), child.stdout.take()) else {
        return Err("cannot talk to `git`".to_owned());
    };
    // Asked from beside, so that neither of the two waits for the other.
    let asking = std::thread::spawn(move || ids.iter().try_for_each(|id| writeln!(asked, "{id}")));
    let mut answers = BufReader::new(answers);
    let read: Result<Vec<_>, _> = (0..count).map(|_| blob(&mut answers)).collect();
    drop(answers);
    let _ = asking.join();
    let _ = child.wait();
    read
}

/// One answer: name, type and size; the bytes; a line break.
fn blob(answers: &mut impl BufRead) -> Result<Vec<u8>, String> {
    let failed = |error: std::io::Error| format!("cannot read what `git` says: {error}");
    let mut head = String::new();
    answers.read_line(&mut head).map_err(failed)?;
    let size = head.trim_end().rsplit(' ').next().and_then(|size| size.parse::<usize>().ok());
    let Some(size) = size.filter(|size| *size as u64 <= LIMIT) else {
        return Err(
            "the repository lacks an object of that revision; `git fetch` it first, where the clone is a partial one"
                .to_owned(),
        );
    };
    let mut bytes = vec![0; size + 1];
    answers.read_exact(&mut bytes).map_err(failed)?;
    bytes.pop();
    Ok(bytes)
}
