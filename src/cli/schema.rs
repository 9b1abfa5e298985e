//! `normc schema`: the JSON Schema of the catalogue.

use super::{Outcome, print};
use crate::export;

/// Print the JSON Schema of the catalogue.
#[derive(Debug, clap::Args)]
pub(super) struct Schema;

impl Schema {
    #[expect(clippy::unused_self, reason = "every subcommand runs alike")]
    pub(super) fn run(&self) -> Result<Outcome, String> {
        print(&export::schema())?;
        Ok(Outcome::Clean)
    }
}
