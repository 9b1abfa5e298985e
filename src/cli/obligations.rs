//! `normc obligations`: what the request asks of each deliverable and of the work programme, and how each of it stands.

use clap::ValueEnum;

use super::{Context, Outcome, print};
use crate::check::Config;
use crate::model::{Model, PackageId, request};
use crate::nearest::nearest;
use crate::obligations::{self, Evidence};
use crate::project;

/// Show what the request asks of each deliverable and of the work programme, and how each of it stands.
#[derive(Debug, clap::Args)]
pub(super) struct Obligations {
    /// The deliverable or work programme; all of them where nothing is said.
    package: Option<String>,
    /// The edition of the request; the one that the package answers where nothing is said.
    #[arg(long, value_enum)]
    edition: Option<Edition>,
    /// Show those too that do not bind the package, with their text.
    #[arg(long)]
    all: bool,
    /// How they are printed.
    #[arg(long, value_enum, default_value_t = Form::Table)]
    format: Form,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Edition {
    Draft,
    Adopted,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Form {
    /// For a terminal.
    Table,
    /// For programs.
    Json,
    /// A web page.
    Html,
}

impl Obligations {
    pub(super) fn run(&self, context: &Context) -> Result<Outcome, String> {
        let workspace = context.load()?;
        let edition = self.edition.map(|edition| match edition {
            Edition::Draft => request::Edition::Draft,
            Edition::Adopted => request::Edition::Adopted,
        });
        let config = Config { edition, ..workspace.config() };
        let checked = project::check_with(&workspace, &config);
        let evidence = Evidence { diagnostics: &checked.diagnostics, accepted: &checked.accepted, config: &config };
        let only = self.package.as_deref().map(|name| package(&checked.model, name)).transpose()?;
        let accounts = obligations::accounts(&checked.model, evidence, only, edition);
        if accounts.is_empty() {
            return Err(nothing(self.package.as_deref(), edition));
        }
        print(&match self.format {
            Form::Table => obligations::table(&accounts, self.all),
            Form::Json => obligations::json(&accounts),
            Form::Html => obligations::html(&accounts, concat!("normc ", env!("CARGO_PKG_VERSION")))?,
        })?;
        let breach = accounts.iter().any(obligations::Account::is_in_breach);
        Ok(if breach { Outcome::Findings } else { Outcome::Clean })
    }
}

fn package(model: &Model<'_>, name: &str) -> Result<PackageId, String> {
    model.package_named(name).map(|package| package.id).ok_or_else(|| {
        let near = nearest(name, model.packages().iter().map(|package| package.name));
        format!(
            "no package is called `{name}`{}",
            near.map_or_else(String::new, |near| format!("; did you mean `{near}`?"))
        )
    })
}

fn nothing(package: Option<&str>, edition: Option<request::Edition>) -> String {
    let package =
        package.map_or_else(|| "no package of the workspace".to_owned(), |name| format!("`{name}` is no package that"));
    match edition {
        Some(edition) => format!("{package} answers a request that has an edition `{}`", edition.word()),
        None => format!("{package} answers a request"),
    }
}
