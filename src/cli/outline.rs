//! `normc outline`: lists the outlines there are, writes one to be changed, and checks what a committee made of it.

use std::path::{Path, PathBuf};

use clap::{Subcommand, ValueEnum};

use super::{Context, MessageFormat, Outcome, counted, outcome, print};
use crate::diagnostic::Diagnostic;
use crate::document::outline::{self, OUTLINE_FILE, Organisation, WORDS_FILE, Words, slots_of};
use crate::model::standard::Eso;
use crate::project;
use crate::source::Sources;

/// List, copy or check outlines: the order, headings, labels and words of drafts.
#[derive(Debug, clap::Args)]
pub(super) struct Outline {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, Subcommand)]
enum What {
    /// List the outlines that come with normc, and the slots that take official text.
    List,
    /// Write an outline with its words to a folder, to be changed; `templates: DIR` in norm.yaml then takes it.
    Copy(Copy),
    /// Say what is wrong with the outlines and words in a folder, or with one file.
    Check(Check),
}

#[derive(Debug, clap::Args)]
struct Copy {
    /// Whose.
    #[arg(value_enum, value_name = "ESO")]
    eso: Whose,
    /// The folder; what stands in it already is left alone.
    #[arg(value_name = "DIR")]
    dir: PathBuf,
}

#[derive(Clone, std::marker::Copy, Debug, ValueEnum)]
enum Whose {
    /// ETSI.
    Etsi,
    /// CEN and CENELEC.
    Cen,
}

#[derive(Debug, clap::Args)]
struct Check {
    /// A folder as `outline copy` writes it, or one file; the folder that norm.yaml names where nothing is said.
    #[arg(value_name = "DIR|FILE")]
    path: Option<PathBuf>,
}

impl Outline {
    pub(super) fn run(&self, context: &Context) -> Result<Outcome, String> {
        match &self.what {
            What::List => list(),
            What::Copy(copy) => copy.run(),
            What::Check(check) => check.run(context),
        }
    }
}

fn list() -> Result<Outcome, String> {
    let mut text = String::new();
    for organisation in Organisation::ALL {
        let outline = outline::Outline::built_in(eso(organisation))?;
        let slots = slots_of(&outline).into_iter().map(|slot| format!("  {slot}\n")).collect::<String>();
        text += &format!("{:8} {}; its slots:\n{slots}", organisation.word(), outline.publisher);
    }
    print(&text)?;
    Ok(Outcome::Clean)
}

const fn eso(organisation: Organisation) -> Eso {
    match organisation {
        Organisation::Etsi => Eso::Etsi,
        Organisation::Cen => Eso::Cen,
    }
}

impl Copy {
    fn run(&self) -> Result<Outcome, String> {
        let organisation = match self.eso {
            Whose::Etsi => Organisation::Etsi,
            Whose::Cen => Organisation::Cen,
        };
        let path = Path::new(organisation.word()).join(OUTLINE_FILE);
        if self.dir.join(&path).exists() {
            return Err(format!(
                "`{}` is there already; remove it, or name another folder",
                self.dir.join(path).display()
            ));
        }
        project::write(&self.dir, &path, organisation.outline().as_bytes())?;
        // The other organisation's outline has the same words.
        if !self.dir.join(WORDS_FILE).exists() {
            project::write(&self.dir, Path::new(WORDS_FILE), Words::BUILT_IN.as_bytes())?;
        }
        eprintln!(
            "wrote `{}` and `{WORDS_FILE}`; `templates: {}` in norm.yaml takes them",
            path.display(),
            self.dir.display()
        );
        Ok(Outcome::Clean)
    }
}

impl Check {
    fn run(&self, context: &Context) -> Result<Outcome, String> {
        let (sources, found, files) = self.found(context)?;
        if files == 0 {
            return Err(
                "there is neither an outline nor a file of words here; `normc outline copy ESO DIR` writes them"
                    .to_owned(),
            );
        }
        context.report(&sources, &found)?;
        if context.format == MessageFormat::Human {
            eprintln!("checked {}, {}", counted(files, "file"), counted(found.len(), "error"));
        }
        Ok(outcome(&found))
    }

    fn found(&self, context: &Context) -> Result<(Sources, Vec<Diagnostic>, usize), String> {
        let Some(path) = &self.path else {
            let root = context.root()?;
            let folder = project::templates(&root)?;
            return project::examined(&root, &folder);
        };
        let (parent, name) = (path.parent().unwrap_or(Path::new("")), path.file_name().unwrap_or_default());
        let parent = if parent.as_os_str().is_empty() { Path::new(".") } else { parent };
        let name = name.to_str().ok_or_else(|| format!("`{}` is no name in UTF-8", path.display()))?;
        if path.is_dir() {
            return project::examined(parent, name);
        }
        let (sources, found) = project::examined_file(parent, name)?;
        Ok((sources, found, 1))
    }
}
