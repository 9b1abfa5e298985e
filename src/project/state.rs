//! A state of a workspace: as it stands on disk, or as it stood at a revision; and the drafts that it comes to.

use std::path::Path;

use crate::diagnostic::Diagnostic;
use crate::document::Document;
use crate::graph::{self, Graph};
use crate::model::Model;

use super::compile::{plain_draft, resolved};
use super::git::Revision;
use super::manifest;
use super::place::{Disk, Place};
use super::workspace::{Workspace, load_from};

/// How large a picture of another revision may be, in bytes.
pub(super) const PICTURE_LIMIT: u64 = 64 << 20;

/// A workspace as it is or was somewhere.
pub struct State {
    /// What it is called.
    pub name: String,
    /// The workspace.
    pub workspace: Workspace,
    /// Where its files are read from.
    place: Box<dyn Place>,
}

impl State {
    /// The workspace in a folder; nothing where the path leads to no workspace.
    pub fn folder(path: &Path) -> Option<Result<Self, String>> {
        path.join(manifest::FILE)
            .is_file()
            .then(|| Self::read(path, path.display().to_string(), Box::new(Disk::at(path))))
    }

    /// The workspace at this root as it stands.
    pub fn now(root: &Path) -> Result<Self, String> {
        Self::read(root, "the workspace".to_owned(), Box::new(Disk::at(root)))
    }

    /// The workspace at this root as it stood at a revision of its repository.
    pub fn revision(root: &Path, name: &str) -> Result<Self, String> {
        Self::read(root, name.to_owned(), Box::new(Revision::read(root, name)?))
    }

    fn read(root: &Path, name: String, place: Box<dyn Place>) -> Result<Self, String> {
        let workspace = load_from(root, &*place)?;
        Ok(Self { name, workspace, place })
    }
}

/// A workspace whose names lead somewhere; no rule was asked.
pub struct Linked<'s> {
    /// The model.
    pub model: Model<'s>,
    /// The graph.
    pub graph: Graph,
    /// What could not be read or understood.
    pub diagnostics: Vec<Diagnostic>,
}

/// From sources to graph: parse, resolve, link.
pub fn linked(workspace: &Workspace) -> Linked<'_> {
    let ((model, unresolved), found) = resolved(workspace);
    let graph = graph::link(&model);
    let diagnostics = workspace.diagnostics.iter().cloned().chain(found).chain(unresolved).collect();
    Linked { model, graph, diagnostics }
}

/// The drafts of every deliverable of a state.
pub fn drafts(state: &State, linked: &Linked<'_>) -> Result<Vec<Document>, String> {
    let all = (&linked.model, &linked.graph, state.workspace.house()?);
    let drafts = linked.model.standards().map(|(package, _)| plain_draft(&*state.place, all, package.id));
    drafts.filter_map(Result::transpose).collect()
}
