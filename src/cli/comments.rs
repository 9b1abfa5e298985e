//! `normc comments`: comments on drafts come in on forms, are decided on, and go back on the same forms.

use std::path::{Path, PathBuf};
use std::str::FromStr;

use clap::Subcommand;

use super::listing::{self, Form};
use super::{Context, Outcome, counted, print};
use crate::comments::{self, Comment, Resolution, Round, To};
use crate::diagnostic::printable;
use crate::nearest::nearest;
use crate::project::{self, Checked, Workspace};

/// Bring in comments on a draft, decide on them, and send the decisions back.
#[derive(Debug, clap::Args)]
pub(super) struct Comments {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// Read comments from forms (DOCX), workbooks (XLSX) or tables (CSV), and tie each to what it is on.
    Import(Import),
    /// Show comments, what each is on, and what was decided.
    List(List),
    /// Record what was decided on a comment.
    Resolve(Resolve),
    /// Write comments with the decisions in column 8, as a form, a workbook or a table.
    Export(Export),
}

#[derive(Debug, clap::Args)]
struct Import {
    /// The files, whatever their endings.
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// The deliverable that the comments are on; not needed where the workspace has one.
    #[arg(long, value_name = "PACKAGE")]
    package: Option<String>,
    /// What the round is called, such as `enquiry`; each file is a round of its name where nothing is said.
    #[arg(long, value_name = "ROUND")]
    round: Option<String>,
}

#[derive(Debug, clap::Args)]
struct List {
    /// The deliverable; all of them where nothing is said.
    package: Option<String>,
    /// The round; all of them where nothing is said.
    #[arg(long, value_name = "ROUND")]
    round: Option<String>,
    /// Only those on which nothing is decided.
    #[arg(long)]
    open: bool,
    /// How they are printed.
    #[arg(long, value_enum, default_value_t = Form::Table)]
    format: Form,
}

#[derive(Debug, clap::Args)]
struct Resolve {
    /// The comment: `FR-003`, or `enquiry/FR-003` and `my-standard/enquiry/FR-003` where several have that name.
    #[arg(value_name = "ID")]
    id: String,
    /// What was decided: accept, accept-modified, reject or noted.
    #[arg(value_name = "OUTCOME", value_parser = comments::Outcome::from_str)]
    outcome: comments::Outcome,
    /// Why; needed for everything but `accept`.
    #[arg(long, value_name = "REASON")]
    because: Option<String>,
}

#[derive(Debug, clap::Args)]
struct Export {
    /// The deliverable; not needed where only one has comments.
    package: Option<String>,
    /// The round; not needed where there is one.
    #[arg(long, value_name = "ROUND")]
    round: Option<String>,
    /// A fresh form (docx), a workbook (xlsx) or a table (csv).
    #[arg(long, value_name = "FORMAT", value_parser = To::from_str, default_value = "docx")]
    to: To,
    /// Fill in this form (DOCX) instead: a copy of it, with nothing but column 8 changed.
    #[arg(long, value_name = "FILE")]
    into: Option<PathBuf>,
    /// The file to write; one in the folder for output where nothing is said.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

impl Comments {
    pub(super) fn run(&self, context: &Context) -> Result<Outcome, String> {
        let workspace = context.load()?;
        let broken = workspace.diagnostics.iter().map(|it| workspace.sources.file(it.primary.span.file).path());
        let folder = format!("{}/", comments::FOLDER);
        if let Some(path) = broken.into_iter().find(|path| path.starts_with(&folder)) {
            return Err(format!("`{path}` cannot be read, and would be lost; `normc check` says why"));
        }
        match &self.what {
            What::Import(import) => import.run(&workspace),
            What::List(list) => list.run(&workspace),
            What::Resolve(resolve) => resolve.run(&workspace),
            What::Export(export) => export.run(&workspace),
        }
    }
}

impl Import {
    fn run(&self, workspace: &Workspace) -> Result<Outcome, String> {
        let checked = project::check(workspace);
        let package = deliverable(&checked, self.package.as_deref())?;
        let mut rounds: Vec<Round> = Vec::new();
        for file in &self.files {
            let name = round_name(self.round.as_deref(), file)?;
            let places = project::places(workspace, &checked, &package, &name)?;
            let at = rounds.iter().position(|round| round.round == name).unwrap_or_else(|| {
                rounds.push(kept(workspace, &package, &name));
                rounds.len() - 1
            });
            let brought = project::bring_in(workspace, &places, &mut rounds[at], file)?;
            brought.notices.iter().chain(&brought.merged.notices).for_each(|notice| eprintln!("{}", printable(notice)));
            eprintln!("{}", printable(&summary(file, &brought.merged)));
        }
        // Nothing is written unless every file could be read.
        for round in &rounds {
            let path = project::keep(workspace, round)?;
            eprintln!("{} in `{path}`", counted(round.comments.len(), "comment"));
            let places = project::places(workspace, &checked, &package, &round.round)?;
            print(&listing::untied(round, &places))?;
        }
        Ok(Outcome::Clean)
    }
}

/// What a round is called: what is said, or what its file is called.
fn round_name(given: Option<&str>, file: &Path) -> Result<String, String> {
    let stem = || file.file_stem().map(|stem| stem.to_string_lossy().to_lowercase()).unwrap_or_default();
    let wanted = given.map_or_else(stem, str::to_owned);
    let letters = wanted.chars().map(|c| if c.is_ascii_alphanumeric() || c == '.' || c == '_' { c } else { '-' });
    let letters: String = letters.collect();
    let name = letters.split('-').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-");
    let sound = !name.is_empty() && !name.starts_with('.') && !name.ends_with(".lines") && name.len() <= 100;
    match given {
        Some(given) if given != name || !sound => {
            Err(format!("`{given}` is no name of a round; use letters, digits, `-`, `_` and `.`"))
        }
        None if !sound => Err("name the round with `--round`".to_owned()),
        _ => Ok(name),
    }
}

fn kept(workspace: &Workspace, package: &str, name: &str) -> Round {
    let known = workspace.comments.iter().map(|kept| &kept.round);
    let mut known = known.filter(|round| round.package == package && round.round == name);
    let fresh = || Round { package: package.to_owned(), round: name.to_owned(), ..Round::default() };
    known.next().cloned().unwrap_or_else(fresh)
}

fn summary(file: &Path, merged: &comments::Merged) -> String {
    let name = file.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let mut parts = vec![format!("{} new", merged.new)];
    let again = merged.ids.len() - merged.new;
    for (number, what) in
        [(again, "there already"), (merged.known, "known from another round"), (merged.decided, "with a decision")]
    {
        if number > 0 {
            parts.push(format!("{number} {what}"));
        }
    }
    format!("{name}: {}, {}", counted(merged.ids.len(), "comment"), parts.join(", "))
}

/// The deliverable of a name, or the only one.
fn deliverable(checked: &Checked<'_>, name: Option<&str>) -> Result<String, String> {
    let names: Vec<_> = checked.model.standards().map(|(package, _)| package.name).collect();
    match (name, names.as_slice()) {
        (None, [only]) => Ok((*only).to_owned()),
        (None, []) => Err("the workspace has no deliverable".to_owned()),
        (None, _) => Err(format!("say with `--package` on which deliverable; these are: {}", names.join(", "))),
        (Some(name), _) if names.contains(&name) => Ok(name.to_owned()),
        (Some(name), _) => {
            let near = nearest(name, names);
            let near = near.map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
            Err(format!("no deliverable is called `{name}`{near}"))
        }
    }
}

/// The rounds that are asked for.
fn chosen<'w>(workspace: &'w Workspace, package: Option<&str>, round: Option<&str>) -> Result<Vec<&'w Round>, String> {
    let all = || workspace.comments.iter().map(|kept| &kept.round);
    let asked = |round_: &&Round| {
        package.is_none_or(|package| package == round_.package) && round.is_none_or(|round| round == round_.round)
    };
    let found: Vec<_> = all().filter(asked).collect();
    if !found.is_empty() {
        return Ok(found);
    }
    let names: Vec<_> = all().map(|round| format!("{}/{}", round.package, round.round)).collect();
    Err(if names.is_empty() {
        "the workspace has no comments; `normc comments import FILE` brings them in".to_owned()
    } else {
        format!("there are no such comments; these rounds are there: {}", names.join(", "))
    })
}

impl List {
    fn run(&self, workspace: &Workspace) -> Result<Outcome, String> {
        let checked = project::check(workspace);
        let mut lists = Vec::new();
        for round in chosen(workspace, self.package.as_deref(), self.round.as_deref())? {
            let places = project::places(workspace, &checked, &round.package, &round.round)?;
            let shown = round.comments.iter().filter(|comment| !self.open || comment.is_open()).collect();
            lists.push(listing::Listed { round, shown, places });
        }
        print(&listing::list(&lists, self.format))?;
        Ok(Outcome::Clean)
    }
}

impl Resolve {
    fn run(&self, workspace: &Workspace) -> Result<Outcome, String> {
        let because = comments::reason(self.because.as_deref().unwrap_or_default());
        if because.is_empty() && self.outcome.needs_reason() {
            return Err(format!("the commenter has to know why; add `--because \"…\"` to `{}`", self.outcome.word()));
        }
        let mut round = self.found(workspace)?.clone();
        let name = self.id.rsplit('/').next().unwrap_or(&self.id);
        let named = |comment: &&mut Comment| comment.id == name;
        for comment in round.comments.iter_mut().filter(named) {
            comment.resolution = Some(Resolution { outcome: self.outcome, because: because.clone() });
        }
        project::keep(workspace, &round)?;
        let open = round.comments.iter().filter(|comment| comment.is_open()).count();
        let left = if open == 0 { "none is left".to_owned() } else { format!("{open} left") };
        eprintln!("{}/{name}: {}; {left}", round.round, self.outcome.word());
        Ok(Outcome::Clean)
    }

    /// The round that has the comment.
    fn found<'w>(&self, workspace: &'w Workspace) -> Result<&'w Round, String> {
        let parts: Vec<_> = self.id.split('/').collect();
        let (package, round, id) = match parts.as_slice() {
            [id] => (None, None, *id),
            [round, id] => (None, Some(*round), *id),
            [package, round, id] => (Some(*package), Some(*round), *id),
            _ => return Err(format!("`{}` is no name of a comment, such as `FR-003` or `enquiry/FR-003`", self.id)),
        };
        let rounds = chosen(workspace, package, round)?;
        let having: Vec<_> = rounds.iter().filter(|round| round.comment(id).is_some()).collect();
        match having.as_slice() {
            [only] => Ok(only),
            [] => {
                let ids = rounds.iter().flat_map(|round| &round.comments).map(|comment| comment.id.as_str());
                let near = nearest(id, ids).map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
                Err(format!("no comment is called `{id}`{near}"))
            }
            several => {
                let names: Vec<_> =
                    several.iter().map(|round| format!("{}/{}/{id}", round.package, round.round)).collect();
                Err(format!("several comments are called `{id}`; these are: {}", names.join(", ")))
            }
        }
    }
}

impl Export {
    fn run(&self, workspace: &Workspace) -> Result<Outcome, String> {
        let rounds = chosen(workspace, self.package.as_deref(), self.round.as_deref())?;
        let [round] = rounds.as_slice() else {
            let names: Vec<_> = rounds.iter().map(|round| format!("{}/{}", round.package, round.round)).collect();
            return Err(format!(
                "say which round, with the package and `--round`; these are there: {}",
                names.join(", ")
            ));
        };
        let (bytes, name, notices) = match &self.into {
            Some(form) => filled(round, form)?,
            None => {
                let generator = concat!("normc ", env!("CARGO_PKG_VERSION"));
                let (bytes, notices) = comments::export(round, self.to, generator)?;
                (bytes, format!("{}.comments.{}", round.round, self.to.word()), notices)
            }
        };
        notices.iter().for_each(|notice| eprintln!("{}", printable(notice)));
        let (folder, path) = match &self.out {
            Some(out) => {
                let folder = out.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
                let name = out.file_name().ok_or_else(|| format!("`{}` is no file", out.display()))?;
                (folder.to_owned(), PathBuf::from(name))
            }
            None => (workspace.output()?, Path::new(&round.package).join(name)),
        };
        project::write(&folder, &path, &bytes)?;
        let open = round.comments.iter().filter(|comment| comment.is_open()).count();
        let shown = super::build::from_here(&folder.join(&path)).display().to_string();
        eprintln!("wrote `{shown}`; {open} of {} open", counted(round.comments.len(), "comment"));
        Ok(Outcome::Clean)
    }
}

/// A copy of a form with the decisions of a round, what it is called, and what the person should know.
fn filled(round: &Round, form: &Path) -> Result<(Vec<u8>, String, Vec<String>), String> {
    let (filled, left) = project::fill_in(round, form)?;
    let name = form.file_name().map_or_else(String::new, |name| name.to_string_lossy().into_owned());
    let mut notices = vec![format!("{name}: {} filled in", counted(filled.filled, "row"))];
    if filled.without > 0 {
        notices.push(format!("{name}: {} without a column for observations", counted(filled.without, "row")));
    }
    if !left.is_empty() {
        notices.push(format!("{name} does not have {}", left.join(", ")));
    }
    Ok((filled.bytes, name, notices))
}
