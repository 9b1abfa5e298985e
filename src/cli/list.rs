//! `normc list`: packages, rules or formats, one a line.

use clap::ValueEnum;

use super::{Context, Outcome, print};
use crate::check::rules::RULES;
use crate::language::Header;
use crate::{export, project, publish, render};

/// List packages, rules or formats.
#[derive(Debug, clap::Args)]
pub(super) struct List {
    /// What to list.
    #[arg(value_enum, default_value_t = What::Packages)]
    what: What,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum What {
    Packages,
    Rules,
    Formats,
}

impl List {
    pub(super) fn run(&self, context: &Context) -> Result<Outcome, String> {
        let text = match self.what {
            What::Packages => packages(context)?,
            What::Rules => RULES.iter().map(|entry| format!("{}\n", entry.rule.name)).collect(),
            What::Formats => {
                let drafts = render::BACKENDS.iter().map(|backend| (backend.name, backend.follows));
                let catalogues = export::BACKENDS.iter().map(|backend| (backend.name, backend.follows));
                let collections = publish::BACKENDS.iter().map(|backend| (backend.name, backend.follows));
                drafts
                    .chain(catalogues)
                    .chain(collections)
                    .map(|(name, follows)| format!("{name:12} {follows}\n"))
                    .collect()
            }
        };
        print(&text)?;
        Ok(Outcome::Clean)
    }
}

fn packages(context: &Context) -> Result<String, String> {
    let workspace = context.load()?;
    let checked = project::check(&workspace);
    let model = &checked.model;
    let line = |package: &crate::model::Package<'_>| {
        let kind = package.header.map_or("?", Header::word);
        let title = package.head.map_or_else(String::new, |head| model.get(head).label());
        format!("{:24} {kind:12} {:5}  {title}\n", package.name, package.members.len())
    };
    Ok(model.packages().iter().map(line).collect())
}
