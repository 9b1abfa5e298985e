//! The house of a workspace on disk: a committee's own outlines and words below the folder that the manifest names, and official texts.

use std::sync::Arc;

use serde_json::Value;

use crate::diagnostic::Diagnostic;
use crate::document::House;
use crate::document::outline::{
    OUTLINE_FILE, Organisation, Outline, Texts, WORDS_FILE, built_in_words, examine, examine_words,
};
use crate::source::{Sources, Span};

use super::Workspace;
use super::manifest::{FILE, Slots};
use super::place::{Disk, Place};
use super::workspace::read;

/// Reads what the manifest names, and adds what is wrong with it to the findings. Nothing where it names nothing.
pub(super) fn load(workspace: &mut Workspace, place: &dyn Place) -> Result<(), String> {
    if workspace.manifest.templates.is_none() && workspace.manifest.slots.is_none() {
        return Ok(());
    }
    let texts = texts(workspace, place)?;
    let mut files = Files { place, sources: &mut workspace.sources, found: &mut workspace.diagnostics };
    let mut house = match &workspace.manifest.templates {
        Some(folder) => files.house(folder)?,
        None => House::built_in()?.clone(),
    };
    house.fill(texts).map_err(|error| format!("{FILE}: {error}"))?;
    workspace.house = Some(Arc::new(house));
    Ok(())
}

/// What is wrong with the outlines and words in a folder, below a root, with the texts to show it in; `None` where there are none.
pub fn examined(root: &std::path::Path, folder: &str) -> Result<(Sources, Vec<Diagnostic>, usize), String> {
    let (mut sources, mut found) = (Sources::default(), Vec::new());
    let mut files = Files { place: &Disk::at(root), sources: &mut sources, found: &mut found };
    files.house(folder)?;
    let count =
        Organisation::ALL.iter().filter(|it| files.has(&format!("{folder}/{}/{OUTLINE_FILE}", it.word()))).count();
    let count = count + usize::from(files.has(&format!("{folder}/{WORDS_FILE}")));
    found.sort_by(Diagnostic::order);
    Ok((sources, found, count))
}

/// What is wrong with one file: an outline, or words where that is its name.
pub fn examined_file(root: &std::path::Path, path: &str) -> Result<(Sources, Vec<Diagnostic>), String> {
    let (mut sources, mut found) = (Sources::default(), Vec::new());
    let mut files = Files { place: &Disk::at(root), sources: &mut sources, found: &mut found };
    if path.ends_with(WORDS_FILE) {
        files.words(path)?;
    } else {
        files.outline(path, &built_in_words()?, Organisation::Etsi)?;
    }
    found.sort_by(Diagnostic::order);
    Ok((sources, found))
}

fn texts(workspace: &Workspace, place: &dyn Place) -> Result<Texts, String> {
    match &workspace.manifest.slots {
        None => Ok(Texts::new()),
        Some(Slots::Texts(texts)) => Ok(texts.clone()),
        Some(Slots::File(path)) => {
            let text = read(place, path)?.text;
            serde_yaml::from_str(&text)
                .map_err(|error| format!("{path}: {error}; write texts by organisation and slot"))
        }
    }
}

struct Files<'f> {
    place: &'f dyn Place,
    sources: &'f mut Sources,
    found: &'f mut Vec<Diagnostic>,
}

impl Files<'_> {
    fn has(&self, path: &str) -> bool {
        self.place.is_file(path)
    }

    fn house(&mut self, folder: &str) -> Result<House, String> {
        let path = format!("{folder}/{WORDS_FILE}");
        let words = if self.has(&path) { self.words(&path)? } else { built_in_words()? };
        let mut house = House::with_words(&words)?;
        for organisation in Organisation::ALL {
            let path = format!("{folder}/{}/{OUTLINE_FILE}", organisation.word());
            if self.has(&path) {
                house.set(organisation, self.outline(&path, &words, organisation)?);
            }
        }
        Ok(house)
    }

    fn words(&mut self, path: &str) -> Result<Value, String> {
        let (file, text) = self.read(path)?;
        let (words, found) = examine_words(file, &text)?;
        self.found.extend(found);
        Ok(words)
    }

    fn outline(&mut self, path: &str, words: &Value, organisation: Organisation) -> Result<Outline, String> {
        let (file, text) = self.read(path)?;
        let (outline, found) = examine(file, &text, words, organisation)?;
        self.found.extend(found);
        Ok(outline)
    }

    /// Reads a file and adds it to what findings can point at.
    fn read(&mut self, path: &str) -> Result<(crate::source::FileId, String), String> {
        let read = read(self.place, path)?;
        let file = self.sources.attach(path, read.text.clone());
        let fault = read
            .fault
            .map(|(at, message, help)| Diagnostic::error("syntax-error", Span::new(file, at, at), message).help(help));
        self.found.extend(fault);
        Ok((file, read.text))
    }
}
