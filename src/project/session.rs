//! Checking again after an edit: only the files whose text changed are parsed again.

use rayon::prelude::{IndexedParallelIterator, IntoParallelRefMutIterator, ParallelIterator};

use crate::diagnostic::Diagnostic;
use crate::model;
use crate::source::{FileId, SourceFile};
use crate::syntax::{self, SyntaxTree};

use super::Workspace;
use super::compile::{Checked, check_resolved};

/// The syntax trees of a workspace, kept from one check to the next. What is found never depends on what was checked before.
#[derive(Debug, Default)]
pub struct Session {
    trees: Vec<SyntaxTree>,
    /// For each tree the text that it was made of, and what parsing found wrong with it.
    read: Vec<(String, Vec<Diagnostic>)>,
}

impl Session {
    /// From sources to findings, as [`super::check`].
    pub fn check<'w>(&mut self, workspace: &'w Workspace) -> Checked<'w> {
        let files: Vec<_> = workspace.sources.iter().collect();
        let empty = |(id, _): &(FileId, &SourceFile)| SyntaxTree { file: *id, items: Vec::new(), comments: Vec::new() };
        self.trees.truncate(files.len());
        self.trees.extend(files[self.trees.len()..].iter().map(empty));
        self.read.resize_with(files.len(), Default::default);
        let kept = self.trees.par_iter_mut().zip(&mut self.read);
        kept.zip(&files).for_each(|((tree, (text, found)), (id, file))| {
            if text != file.text() {
                (*tree, *found) = syntax::parse(*id, file.text());
                file.text().clone_into(text);
            }
        });
        let found = self.read.iter().flat_map(|(_, found)| found).cloned().collect();
        let resolved = model::resolve(&workspace.sources, &self.trees);
        check_resolved(workspace, &workspace.config(), resolved, found)
    }
}
