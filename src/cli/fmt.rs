//! `normc fmt`: sources in their canonical form; what cannot be read stays as it is.

use std::path::Path;

use super::{Context, Outcome, counted, outcome, print};
use crate::{format, project, syntax};

/// Rewrite sources in the canonical form.
#[derive(Debug, clap::Args)]
pub(super) struct Fmt {
    /// Change nothing; name the files that would change, and exit with 1 where there are any.
    #[arg(long)]
    check: bool,
}

impl Fmt {
    pub(super) fn run(&self, context: &Context) -> Result<Outcome, String> {
        let workspace = context.load()?;
        let mut diagnostics = workspace.diagnostics.clone();
        let mut changed = Vec::new();
        for (id, file) in workspace.sources.iter() {
            let (tree, found) = syntax::parse(id, file.text());
            // What cannot be read cannot be rewritten without loss.
            if found.is_empty() && !diagnostics.iter().any(|diagnostic| diagnostic.primary.span.file == id) {
                let text = format::format(file.text(), &tree);
                if text != file.text() {
                    changed.push((file.path(), text));
                }
            }
            diagnostics.extend(found);
        }
        context.report(&workspace.sources, &diagnostics)?;
        for (path, text) in &changed {
            if self.check {
                print(&format!("{path}\n"))?;
            } else {
                project::write(&workspace.root, Path::new(path), text.as_bytes())?;
            }
        }
        let verb = if self.check { "would change" } else { "changed" };
        eprintln!("{verb} {}", counted(changed.len(), "file"));
        Ok(if self.check && !changed.is_empty() { Outcome::Findings } else { outcome(&diagnostics) })
    }
}
