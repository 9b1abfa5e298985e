//! Comments on disk: `comments/PACKAGE/ROUND.yaml` below the root, and the forms on which they come and go.

use std::path::Path;
use std::sync::Arc;

use crate::comments::{self, Comment, Fault, Filled, Kept, Merged, Places, Round, Rounds, Tie};
use crate::diagnostic::Diagnostic;
use crate::document;
use crate::source::Span;

use super::compile::{Checked, draft};
use super::place::{Disk, Place};
use super::workspace::{Read, Workspace, read};
use super::write;

/// How large a form may be, in bytes.
const FORM: u64 = 64 << 20;
/// How a record of lines is called beside its round.
const LINES: &str = ".lines.yaml";

/// What came of bringing in a form.
#[derive(Debug)]
pub struct Brought {
    /// What became of its rows.
    pub merged: Merged,
    /// What the person should know of the file.
    pub notices: Vec<String>,
}

/// The files below the folder of comments, by path.
pub(super) fn paths(place: &dyn Place) -> Result<Vec<String>, String> {
    let mut paths = Vec::new();
    if !place.is_folder(comments::FOLDER) {
        return Ok(paths);
    }
    for package in place.names(comments::FOLDER)? {
        let folder = format!("{}/{package}", comments::FOLDER);
        if place.is_folder(&folder) {
            let files = place.names(&folder)?.into_iter().filter(|name| name.ends_with(".yaml"));
            paths.extend(files.map(|name| format!("{folder}/{name}")));
        }
    }
    paths.sort();
    Ok(paths)
}

/// Reads the rounds. What is wrong with a file is a finding in it.
pub(super) fn load(workspace: &mut Workspace, place: &dyn Place) -> Result<(), String> {
    let mut rounds = Rounds::new();
    for path in paths(place)?.into_iter().filter(|path| !path.ends_with(LINES)) {
        let Read { text, fault } = read(place, &path)?;
        let found = match fault {
            Some((at, message, help)) => Err((at as usize, message, help)),
            None => Round::read(&text).map_err(|Fault { at, message, help }| (at, message, help)).and_then(|round| {
                let stands = format!("{}/{}/{}.yaml", comments::FOLDER, round.package, round.round);
                let message = format!("the comments say that they stand in `{stands}`");
                let help = "write the names of its folder and its file behind `package` and `round`";
                if stands == path { Ok(round) } else { Err((0, message, help)) }
            }),
        };
        let places = Round::places(&text);
        let file = workspace.sources.attach(path, text);
        match found {
            Ok(round) => rounds.push(Kept { file, places, round }),
            Err((at, message, help)) => {
                let at = u32::try_from(at).unwrap_or(u32::MAX);
                let finding = Diagnostic::error("syntax-error", Span::new(file, at, at), message).help(help);
                workspace.diagnostics.push(finding);
            }
        }
    }
    workspace.comments = Arc::new(rounds);
    Ok(())
}

/// The places of a deliverable's draft as it stands, and of its lines where the round has a record of them.
///
/// # Errors
/// Where the draft cannot be composed or the record cannot be read; in words.
pub fn places(workspace: &Workspace, checked: &Checked<'_>, package: &str, round: &str) -> Result<Places, String> {
    let known = checked.model.package_named(package).ok_or_else(|| format!("no package is called `{package}`"))?;
    let document = draft(workspace, checked, known.id)?;
    let document = document.ok_or_else(|| format!("`{package}` is no deliverable with a draft"))?;
    let mut places = document::places(&document, &checked.model, known.id);
    let path = format!("{}/{package}/{round}{LINES}", comments::FOLDER);
    let disk = Disk::at(&workspace.root);
    if disk.is_file(&path) {
        let Read { text, fault } = read(&disk, &path)?;
        if let Some((_, message, _)) = fault {
            return Err(format!("`{path}`: {message}"));
        }
        let lines = Round::read_lines(&text).map_err(|fault| format!("`{path}`: {}", fault.message))?;
        places.lines(lines.iter().map(|(line, what)| (*line, what.as_str())));
    }
    Ok(places)
}

/// Brings a form into a round, and ties what is not tied yet. Writes nothing.
///
/// # Errors
/// What is no form, or cannot be read; in words, with the name of the file.
pub fn bring_in(workspace: &Workspace, places: &Places, round: &mut Round, form: &Path) -> Result<Brought, String> {
    let (name, bytes) = form_at(form)?;
    let table = comments::import(&name, &bytes).map_err(|error| format!("`{name}`: {error}"))?;
    let merged = comments::merge(round, &others(workspace, round), &table);
    for comment in round.comments.iter_mut().filter(|comment| comment.on.is_none() && comment.at.is_none()) {
        tie(places, comment);
    }
    let notices = table.notices.iter().map(|notice| format!("`{name}`: {notice}")).collect();
    Ok(Brought { merged, notices })
}

fn tie(places: &Places, comment: &mut Comment) {
    if let Tie::To(place) = places.tie(comment) {
        let place = place.clone();
        match place.name {
            Some(name) => comment.on = Some(name),
            None => comment.at = Some(place.anchor),
        }
    }
}

/// The other rounds on the same deliverable.
fn others<'w>(workspace: &'w Workspace, round: &Round) -> Vec<&'w Round> {
    let same = |kept: &&Kept| kept.round.package == round.package && kept.round.round != round.round;
    workspace.comments.iter().filter(same).map(|kept| &kept.round).collect()
}

/// Fills the decisions of a round into column 8 of a form. The second value are the names of those comments that the form does not have.
///
/// # Errors
/// What is no form in DOCX, in words, with the name of the file.
pub fn fill_in(round: &Round, form: &Path) -> Result<(Filled, Vec<String>), String> {
    let (name, bytes) = form_at(form)?;
    let told = |error: String| format!("`{name}`: {error}");
    let table = comments::import(&name, &bytes).map_err(told)?;
    let mut copy = round.clone();
    let merged = comments::merge(&mut copy, &[], &table);
    let answer = |at: usize| round.comment(merged.ids.get(at)?).map(comments::written);
    let filled = comments::fill(&bytes, &|at, _| answer(at)).map_err(told)?;
    let left = round.comments.iter().filter(|comment| !merged.ids.contains(&comment.id));
    Ok((filled, left.map(|comment| comment.id.clone()).collect()))
}

/// The name and the bytes of a form, wherever it stands.
fn form_at(path: &Path) -> Result<(String, Vec<u8>), String> {
    let failed = |error: std::io::Error| format!("cannot read `{}`: {error}", path.display());
    let file = std::fs::metadata(path).map_err(failed)?;
    if !file.is_file() {
        return Err(format!("`{}` is no file", path.display()));
    }
    if file.len() > FORM {
        return Err(format!("`{}` is larger than {} MiB", path.display(), FORM >> 20));
    }
    let name = path.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    Ok((name, std::fs::read(path).map_err(failed)?))
}

/// Writes a round where it belongs; gives the path below the root.
///
/// # Errors
/// Where the disk cannot be written.
pub fn keep(workspace: &Workspace, round: &Round) -> Result<String, String> {
    let path = format!("{}/{}/{}.yaml", comments::FOLDER, round.package, round.round);
    let text = round.write()?;
    if text.len() as u64 > comments::LIMIT {
        return Err(format!("`{path}` would be larger than {} MiB; part the round", comments::LIMIT >> 20));
    }
    write(&workspace.root, Path::new(&path), text.as_bytes())?;
    Ok(path)
}
