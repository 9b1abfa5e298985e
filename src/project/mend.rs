//! Mending: makes the safe fixes of what is found, again and again until there are none left, and writes the files that changed.

use std::collections::BTreeMap;
use std::path::Path;

use crate::diagnostic::Diagnostic;
use crate::edit;
use crate::source::FileId;

use super::{Session, Workspace, write};

/// How often the safe fixes are made at most: each time more may be read than before.
const ROUNDS: usize = 10;

/// A fix that was made.
#[derive(Clone, Debug)]
pub struct Mended {
    /// The rule of the finding.
    pub rule: &'static str,
    /// What was done, as an imperative.
    pub title: String,
    /// The file in which it was found.
    pub path: String,
    /// The line, from 1, of the text as it then was.
    pub line: u32,
    /// In how many places.
    pub places: usize,
}

/// What was mended.
#[derive(Clone, Debug, Default)]
pub struct Mending {
    /// The fixes, in the order in which they were made.
    pub made: Vec<Mended>,
    /// The text that each changed file had before.
    pub before: BTreeMap<FileId, String>,
}

/// Makes every safe fix in the workspace's sources, on no disk yet.
pub fn mend(workspace: &mut Workspace) -> Mending {
    let (mut session, mut mending) = (Session::default(), Mending::default());
    for _ in 0..ROUNDS {
        let (made, texts) = round(workspace, &mut session);
        if texts.is_empty() {
            break;
        }
        mending.made.extend(made);
        for (file, text) in texts {
            let before = workspace.sources.file(file).text().to_owned();
            mending.before.entry(file).or_insert(before);
            workspace.sources.replace(file, text);
        }
    }
    mending
}

/// The safe fixes that can be made at once, and the texts that they leave.
fn round(workspace: &Workspace, session: &mut Session) -> (Vec<Mended>, BTreeMap<FileId, String>) {
    let found = session.check(workspace).diagnostics;
    // A file that could not be read whole would lose what could not be read.
    let is_whole = |file: FileId| !workspace.diagnostics.iter().any(|fault| fault.primary.span.file == file);
    let safe: Vec<_> = found
        .iter()
        .filter_map(|finding| Some((finding, finding.fixes.iter().find(|fix| fix.is_safe())?)))
        .filter(|(_, fix)| fix.edits.iter().all(|edit| is_whole(edit.span.file)))
        .collect();
    let chosen: Vec<_> = edit::together(safe.iter().map(|(_, fix)| *fix)).into_iter().map(|at| safe[at]).collect();
    let made = chosen.iter().map(|(finding, fix)| mended(workspace, finding, &fix.title)).collect();
    (made, edit::applied(&workspace.sources, chosen.iter().map(|(_, fix)| *fix)))
}

fn mended(workspace: &Workspace, finding: &Diagnostic, title: &str) -> Mended {
    let file = workspace.sources.file(finding.primary.span.file);
    Mended {
        rule: finding.rule,
        title: title.to_owned(),
        path: file.path().to_owned(),
        line: file.position(finding.primary.span.start).line,
        places: finding.places().count(),
    }
}

/// Writes the files that changed, each whole. A file that another hand changed in the meantime stays as it is, and none is written then.
pub fn write_mended(workspace: &Workspace, mending: &Mending) -> Result<(), String> {
    for (file, before) in &mending.before {
        let path = workspace.sources.file(*file).path();
        let now = std::fs::read(workspace.root.join(path)).map_err(|error| format!("cannot read `{path}`: {error}"))?;
        if now != before.as_bytes() {
            return Err(format!("`{path}` has changed since it was read; nothing was mended, check again"));
        }
    }
    for file in mending.before.keys() {
        let source = workspace.sources.file(*file);
        write(&workspace.root, Path::new(source.path()), source.text().as_bytes())?;
    }
    Ok(())
}
