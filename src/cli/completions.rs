//! `normc completions`: a script for a shell, from the same table of arguments.

use clap::CommandFactory;

use super::{Arguments, Outcome};

/// Print a completion script for a shell.
#[derive(Debug, clap::Args)]
pub(super) struct Completions {
    /// The shell.
    shell: clap_complete::Shell,
}

impl Completions {
    pub(super) fn run(&self) -> Result<Outcome, String> {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut Arguments::command(), "normc", &mut script);
        super::print(&String::from_utf8_lossy(&script))?;
        Ok(Outcome::Clean)
    }
}
