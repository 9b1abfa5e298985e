//! `normc coverage`: what meets what in a deliverable, for which products and from which level, as matrices.

use clap::ValueEnum;

use super::{Context, Outcome, print};
use crate::coverage::{self, Name};
use crate::nearest::nearest;
use crate::project;

/// Show what meets what in each deliverable: threats and objectives, objectives and requirements, requirements and essential requirements, and
/// assessments by level and module.
#[derive(Debug, clap::Args)]
pub(super) struct Coverage {
    /// The deliverable; all of them where nothing is said.
    package: Option<String>,
    /// How the matrices are printed.
    #[arg(long, value_enum, default_value_t = Form::Table)]
    format: Form,
    /// The matrix; all of them where nothing is said.
    #[arg(long, value_enum, value_name = "NAME")]
    matrix: Option<Which>,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Form {
    /// For a terminal.
    Table,
    /// For a spreadsheet.
    Csv,
    /// For programs.
    Json,
    /// A web page with heat maps.
    Html,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Which {
    /// Threats, and the objectives that counter them.
    Threats,
    /// Objectives, and the requirements that serve them.
    Objectives,
    /// Requirements, and how far each covers essential requirements.
    Essentials,
    /// Requirements, and what assesses them at each level in each module.
    Assessments,
}

impl Which {
    const fn name(self) -> Name {
        match self {
            Self::Threats => Name::Threats,
            Self::Objectives => Name::Objectives,
            Self::Essentials => Name::Essentials,
            Self::Assessments => Name::Assessments,
        }
    }
}

impl Coverage {
    pub(super) fn run(&self, context: &Context) -> Result<Outcome, String> {
        let workspace = context.load()?;
        let checked = project::check(&workspace);
        let model = &checked.model;
        let asked = |name: &str| self.package.as_deref().is_none_or(|package| package == name);
        let standards = model.standards().filter(|(package, _)| asked(package.name));
        let mut coverages: Vec<_> = standards
            .map(|(package, standard)| coverage::coverage(model, &checked.graph, package.id, standard))
            .collect();
        if coverages.is_empty() {
            return Err(self.nothing(model.standards().map(|(package, _)| package.name)));
        }
        if let Some(which) = self.matrix {
            coverages.iter_mut().for_each(|coverage| coverage.matrices.retain(|matrix| matrix.name == which.name()));
        }
        print(&match self.format {
            Form::Table => coverage::table(&coverages),
            Form::Csv => coverage::csv(&coverages),
            Form::Json => coverage::json(&coverages),
            Form::Html => coverage::html(&coverages, concat!("normc ", env!("CARGO_PKG_VERSION")))?,
        })?;
        Ok(Outcome::Clean)
    }

    fn nothing<'n>(&self, names: impl Iterator<Item = &'n str>) -> String {
        let Some(name) = &self.package else { return "the workspace has no deliverable".to_owned() };
        let near = nearest(name, names);
        let near = near.map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
        format!("no deliverable is called `{name}`{near}")
    }
}
