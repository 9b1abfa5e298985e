//! `normc man`: the manual page, from the same table of arguments.

use clap::CommandFactory;

use super::{Arguments, Outcome};

/// Print the manual page.
#[derive(Debug, clap::Args)]
pub(super) struct Man;

impl Man {
    #[expect(clippy::unused_self, reason = "every subcommand runs alike")]
    pub(super) fn run(&self) -> Result<Outcome, String> {
        let mut page = Vec::new();
        clap_mangen::Man::new(Arguments::command())
            .render(&mut page)
            .map_err(|error| format!("cannot make the manual page: {error}"))?;
        super::print(&String::from_utf8_lossy(&page))?;
        Ok(Outcome::Clean)
    }
}
