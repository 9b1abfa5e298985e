//! `normc build`: checks, composes and emits; its progress and its sums go to standard error.

use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use indicatif::{ProgressBar, ProgressStyle};

use super::date::date;
use super::{Context, MessageFormat, Outcome, check, count, counted, outcome};
use crate::diagnostic::Severity;
use crate::document::Document;
use crate::model::standard::Eso;
use crate::nearest::nearest;
use crate::project::{self, Order};
use crate::{export, publish, render};

/// How large a template may be, in bytes.
const TEMPLATE_LIMIT: u64 = 64 << 20;

/// Check, then build drafts and catalogues.
#[derive(Debug, clap::Args)]
pub(super) struct Build {
    /// Formats, with commas between; the manifest's where nothing is said.
    #[arg(long, value_delimiter = ',', value_name = "FORMAT")]
    to: Vec<String>,
    /// Packages to build; all where nothing is said.
    #[arg(long, num_args = 1.., value_delimiter = ',', value_name = "PACKAGE")]
    only: Vec<String>,
    /// The folder that output goes to; the manifest's where nothing is said.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// The date of the output, YYYY-MM-DD; SOURCE_DATE_EPOCH or each package's own date where nothing is said.
    #[arg(long, value_name = "DATE")]
    date: Option<String>,
    /// Say with the first finding of each rule what the rule is there for.
    #[arg(long)]
    pub(super) explain: bool,
    /// Build in spite of errors; each page then says so.
    #[arg(long)]
    draft: bool,
    /// Attach the catalogue to each PDF, which is then a PDF/A-3a.
    #[arg(long)]
    attach: bool,
    /// Number the lines of drafts, so that comments can name them.
    #[arg(long)]
    line_numbers: bool,
    /// The release of NISO STS that STS files follow; 1.2 where nothing is said.
    #[arg(long, value_name = "VERSION", value_parser = ["1.0", "1.2"])]
    sts_version: Option<String>,
    /// The publisher's own template for DOCX: its styles, numbering, headers, footers and cover are used; the manifest's where nothing is said.
    #[arg(long, value_name = "FILE")]
    template: Option<PathBuf>,
    /// Who is named as the author of tracked changes.
    #[arg(long, value_name = "NAME")]
    author: Option<String>,
    /// For the secretariat: leaves out remarks of the editor and what stands across pages, and needs every official text.
    #[arg(long, conflicts_with = "draft")]
    submission: bool,
    /// Whose format drafts have; they stand beside those in the deliverable's own, as PACKAGE.ESO.FORMAT.
    #[arg(long, value_name = "ESO", value_parser = eso)]
    outline: Option<Eso>,
    /// Show in drafts what changed since a revision that git knows, or since a folder with a workspace.
    #[arg(long, value_name = "REV")]
    since: Option<String>,
}

impl Build {
    pub(super) fn run(&self, context: &Context) -> Result<Outcome, String> {
        self.refuse_parts_of_a_whole()?;
        let workspace = context.load()?;
        let order = Order {
            formats: formats(if self.to.is_empty() { &workspace.manifest.formats } else { &self.to })?,
            only: self.only.clone(),
            out: self.out.clone().map_or_else(|| workspace.output(), Ok)?,
            date: date(self.date.as_deref())?,
            draft: self.draft,
            line_numbers: self.line_numbers,
            attach: self.attach,
            releases: self.sts_version.iter().map(|version| ("sts", version.clone())).collect(),
            template: self.template(&workspace)?,
            author: self.author.clone(),
            submission: self.submission,
            format: self.outline,
            before: self.since.as_deref().map_or(Ok(Vec::new()), |since| before(context, since))?,
        };
        let checked = project::check(&workspace);
        let progress = bar(checked.model.packages().len());
        let built = project::build(&workspace, &checked, &order, &|package| {
            progress.inc(1);
            progress.set_message(package.to_owned());
        })?;
        progress.finish_and_clear();

        let mut diagnostics = checked.diagnostics.clone();
        diagnostics.extend(built.diagnostics);
        diagnostics.sort_by(crate::diagnostic::Diagnostic::order);
        context.report(&workspace.sources, &diagnostics)?;
        built.remarks.iter().for_each(|remark| eprintln!("warning: {remark}"));
        if context.format == MessageFormat::Human {
            eprintln!("{}", check::summary(&checked));
            if built.written.is_empty() && count(&diagnostics, Severity::Error) > 0 {
                eprintln!("nothing was built; `--draft` builds in spite of errors");
            } else {
                let bytes: usize = built.written.iter().map(|file| file.bytes).sum();
                let files = counted(built.written.len(), "file");
                eprintln!("built {files} in `{}`, {} KiB", from_here(&order.out).display(), bytes / 1024);
            }
        }
        Ok(outcome(&diagnostics))
    }

    /// An error where a format of the whole corpus is asked for, and not the whole corpus.
    fn refuse_parts_of_a_whole(&self) -> Result<(), String> {
        let whole = publish::BACKENDS.iter().find(|backend| self.to.iter().any(|name| name == backend.name));
        match whole {
            Some(backend) if !self.only.is_empty() => {
                Err(format!("`{}` is made of the whole corpus; ask for it without `--only`", backend.name))
            }
            _ => Ok(()),
        }
    }
}

impl Build {
    /// The template that the command names, or the manifest.
    fn template(&self, workspace: &project::Workspace) -> Result<Option<Arc<[u8]>>, String> {
        let named = self.template.clone();
        let path = named.or_else(|| workspace.manifest.docx_template.as_ref().map(|name| workspace.root.join(name)));
        let Some(path) = path else { return Ok(None) };
        let failed = |error: &dyn std::fmt::Display| format!("cannot read the template `{}`: {error}", path.display());
        let length = std::fs::metadata(&path).map_err(|error| failed(&error))?.len();
        if length > TEMPLATE_LIMIT {
            return Err(failed(&format!("it is larger than {} MiB", TEMPLATE_LIMIT >> 20)));
        }
        std::fs::read(&path).map(|bytes| Some(bytes.into())).map_err(|error| failed(&error))
    }
}

/// The drafts of a state before.
fn before(context: &Context, since: &str) -> Result<Vec<Document>, String> {
    let state = context.state(since)?;
    let linked = project::linked(&state.workspace);
    let errors = count(&linked.diagnostics, Severity::Error);
    if errors > 0 {
        eprintln!("{since} has {}; what could not be read is missing from what was", counted(errors, "error"));
    }
    project::drafts(&state, &linked)
}

/// The path as the person would write it: relative where it leads down from the current folder.
pub(super) fn from_here(path: &Path) -> &Path {
    let here = std::env::current_dir().and_then(std::fs::canonicalize).unwrap_or_default();
    path.strip_prefix(here).unwrap_or(path)
}

/// The organisation of a word.
fn eso(word: &str) -> Result<Eso, String> {
    Eso::of(word).ok_or_else(|| "no organisation is called so; write `etsi`, `cen` or `cenelec`".to_owned())
}

fn formats(wanted: &[String]) -> Result<Vec<String>, String> {
    let known: Vec<&str> = render::BACKENDS
        .iter()
        .map(|backend| backend.name)
        .chain(export::BACKENDS.iter().map(|backend| backend.name))
        .chain(publish::BACKENDS.iter().map(|backend| backend.name))
        .collect();
    for name in wanted {
        if !known.contains(&name.as_str()) {
            let help = match nearest(name, known.iter().copied()) {
                _ if name == "pdf" => "; this program was built without the feature `pdf`".to_owned(),
                Some(near) => format!("; did you mean `{near}`?"),
                None => String::new(),
            };
            return Err(format!("no format is called `{name}`{help}; these are: {}", known.join(", ")));
        }
    }
    Ok(wanted.to_vec())
}

fn bar(packages: usize) -> ProgressBar {
    if !std::io::stderr().is_terminal() {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new(u64::try_from(packages).unwrap_or(0));
    if let Ok(style) = ProgressStyle::with_template("{bar:30} {pos}/{len} {msg}") {
        bar.set_style(style);
    }
    bar
}
