//! `normc schema`: the JSON Schema of what normc writes as JSON, and of an outline.

use super::{Outcome, print};
use crate::document::outline;
use crate::{coverage, diagnostic, diff, export, nearest, obligations};

/// Print the JSON Schema of what normc writes as JSON.
#[derive(Debug, clap::Args)]
pub(super) struct Schema {
    /// What: `catalogue`, `coverage`, `diff`, `finding`, `obligations` or `outline`.
    #[arg(value_name = "WHAT", default_value = "catalogue")]
    what: String,
}

type Make = fn() -> schemars::Schema;

const SCHEMAS: &[(&str, Make)] = &[
    ("catalogue", export::schema),
    ("coverage", coverage::schema),
    ("diff", diff::schema),
    ("finding", diagnostic::schema),
    ("obligations", obligations::schema),
    ("outline", outline::schema),
];

impl Schema {
    pub(super) fn run(&self) -> Result<Outcome, String> {
        let Some((_, make)) = SCHEMAS.iter().find(|(name, _)| *name == self.what) else {
            let names = SCHEMAS.iter().map(|(name, _)| *name);
            let near = nearest::nearest(&self.what, names.clone());
            let near = near.map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
            let all: Vec<_> = names.map(|name| format!("`{name}`")).collect();
            return Err(format!("there is no schema of `{}`, but of {}{near}", self.what, all.join(", ")));
        };
        print(&format!("{:#}\n", make().as_value()))?;
        Ok(Outcome::Clean)
    }
}
