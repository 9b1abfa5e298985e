//! `normc diff`: what changed between two states of a workspace, and whether requirements ask for more or for less.

use std::io::IsTerminal;
use std::path::PathBuf;

use clap::ValueEnum;

use super::{Context, Outcome, count, counted, print};
use crate::diagnostic::Severity;
use crate::diff::{self, Side};
use crate::project::{self, State};

/// Show what changed between two revisions of the workspace: what was added, removed, changed, renamed, moved and renumbered, and whether each
/// requirement asks for more or for less.
#[derive(Debug, clap::Args)]
pub(super) struct Diff {
    /// The old state: a revision that git knows, such as `v0.2.0` or `HEAD~3`, or a folder with a workspace.
    #[arg(value_name = "REV")]
    old: String,
    /// The new state; the workspace as it stands where nothing is said.
    #[arg(value_name = "REV")]
    new: Option<String>,
    /// How they are printed.
    #[arg(long, value_enum, default_value_t = Form::Text)]
    format: Form,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Form {
    /// For a terminal.
    Text,
    /// For programs.
    Json,
    /// A web page, old and new side by side.
    Html,
}

impl Diff {
    pub(super) fn run(&self, context: &Context) -> Result<Outcome, String> {
        let old = context.state(&self.old)?;
        let new = match &self.new {
            Some(new) => context.state(new)?,
            None => State::now(&context.root()?)?,
        };
        let (before, after) = (project::linked(&old.workspace), project::linked(&new.workspace));
        for (state, linked) in [(&old, &before), (&new, &after)] {
            let errors = count(&linked.diagnostics, Severity::Error);
            if errors > 0 {
                let errors = counted(errors, "error");
                eprintln!("{} has {errors}; what could not be read is compared as far as it was read", state.name);
            }
        }
        let drafts = (project::drafts(&old, &before)?, project::drafts(&new, &after)?);
        let old = Side { name: old.name.clone(), model: &before.model, graph: &before.graph, drafts: &drafts.0 };
        let new = Side { name: new.name.clone(), model: &after.model, graph: &after.graph, drafts: &drafts.1 };
        let found = diff::compare(&old, &new);
        print(&match self.format {
            Form::Text => diff::table(&found, context.colour && std::io::stdout().is_terminal()),
            Form::Json => diff::json(&found),
            Form::Html => diff::html(&found, concat!("normc ", env!("CARGO_PKG_VERSION")))?,
        })?;
        Ok(Outcome::Clean)
    }
}

impl Context {
    /// A state of a workspace by its name: a folder, or a revision of the repository that the workspace stands in.
    pub(super) fn state(&self, name: &str) -> Result<State, String> {
        match State::folder(&PathBuf::from(name)) {
            Some(state) => state,
            None => State::revision(&self.root()?, name),
        }
    }
}
