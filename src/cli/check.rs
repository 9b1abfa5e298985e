//! `normc check`: the findings of the whole workspace, and a line that counts them.

use std::mem::ManuallyDrop;
use std::path::PathBuf;

use super::baseline::{self, Sifted};
use super::{Context, MessageFormat, Outcome, count, counted, outcome, print};
use super::{mend, watch};
use crate::diagnostic::Severity;
use crate::project::{self, Checked, Workspace};

/// Check every package of the workspace.
#[derive(Debug, clap::Args)]
pub(super) struct Check {
    /// List the findings that the sources accept with `allow`, and the reasons.
    #[arg(long)]
    allowed: bool,
    /// Do not report the findings that this file records.
    #[arg(long, value_name = "FILE", conflicts_with = "allowed")]
    baseline: Option<PathBuf>,
    /// Record the findings in this file, for `--baseline`, and report none.
    #[arg(long, value_name = "FILE", conflicts_with_all = ["allowed", "baseline"])]
    write_baseline: Option<PathBuf>,
    /// Make the fixes that are safe, and show the others.
    #[arg(long, conflicts_with_all = ["allowed", "baseline", "write_baseline", "watch"])]
    fix: bool,
    /// With `--fix`: change nothing, and print what would change as a unified diff.
    #[arg(long, requires = "fix")]
    dry_run: bool,
    /// Say with the first finding of each rule what the rule is there for.
    #[arg(long)]
    pub(super) explain: bool,
    /// Check again whenever a file changes, until Ctrl-C.
    #[arg(long, conflicts_with_all = ["allowed", "write_baseline"])]
    watch: bool,
}

impl Check {
    pub(super) fn run(&self, context: &Context) -> Result<Outcome, String> {
        if self.fix {
            return mend::run(context, self.dry_run);
        }
        if self.watch {
            return watch::run(context, self);
        }
        let workspace = context.load()?;
        // The process ends with the check: the system frees all of it at once.
        let mut checked = ManuallyDrop::new(project::check(&workspace));
        if self.allowed {
            return allowed(&workspace, &checked);
        }
        if let Some(file) = &self.write_baseline {
            return baseline::record(file, &workspace, &checked);
        }
        self.tell(context, &workspace, &mut checked)?;
        Ok(outcome(&checked.diagnostics))
    }

    /// Prints what was found, without what is known.
    pub(super) fn tell(
        &self,
        context: &Context,
        workspace: &Workspace,
        checked: &mut Checked<'_>,
    ) -> Result<(), String> {
        let known = self.baseline.as_deref().map(|file| baseline::sift(file, workspace, checked)).transpose()?;
        context.report(&workspace.sources, &checked.diagnostics)?;
        if context.format == MessageFormat::Human {
            eprintln!("{}", summary(checked));
            known.iter().for_each(Sifted::tell);
        }
        Ok(())
    }
}

fn allowed(workspace: &Workspace, checked: &Checked<'_>) -> Result<Outcome, String> {
    let mut text = String::new();
    for accepted in &checked.accepted {
        let file = workspace.sources.file(accepted.diagnostic.primary.span.file);
        let place = file.position(accepted.diagnostic.primary.span.start);
        let finding = &accepted.diagnostic;
        text += &format!("{}:{}:{}: {}: {}\n", file.path(), place.line, place.column, finding.rule, finding.message);
        text += &format!("    because {}\n", accepted.because);
    }
    print(&text)?;
    eprintln!("{} accepted", counted(checked.accepted.len(), "finding"));
    Ok(Outcome::Clean)
}

/// What was checked and found, in a line.
pub(super) fn summary(checked: &Checked<'_>) -> String {
    let model = &checked.model;
    let mut parts = vec![
        counted(model.packages().len(), "package"),
        counted(model.declarations().len(), "declaration"),
        counted(count(&checked.diagnostics, Severity::Error), "error"),
        counted(count(&checked.diagnostics, Severity::Warning), "warning"),
    ];
    if !checked.accepted.is_empty() {
        parts.push(format!("{} accepted", checked.accepted.len()));
    }
    format!("checked {}", parts.join(", "))
}
