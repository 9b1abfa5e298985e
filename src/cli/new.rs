//! `normc new`: a small workspace that checks without a finding.

use std::path::{Path, PathBuf};

use super::{Outcome, counted};
use crate::project;

/// Begin a workspace in an empty folder.
#[derive(Debug, clap::Args)]
pub(super) struct New {
    /// The folder; it is made where there is none.
    dir: PathBuf,
}

/// The files of a new workspace, which checks without a finding.
const FILES: &[(&str, &str)] = &[
    ("norm.yaml", include_str!("../../templates/new/norm.yaml")),
    ("standards/act/act.norm", include_str!("../../templates/new/act.norm")),
    ("standards/request/request.norm", include_str!("../../templates/new/request.norm")),
    ("standards/library/library.norm", include_str!("../../templates/new/library.norm")),
    ("standards/my-standard/my-standard.norm", include_str!("../../templates/new/my-standard.norm")),
];

impl New {
    pub(super) fn run(&self) -> Result<Outcome, String> {
        let occupied = std::fs::read_dir(&self.dir).is_ok_and(|mut entries| entries.next().is_some());
        if occupied {
            return Err(format!("`{}` is not empty; name a new folder", self.dir.display()));
        }
        std::fs::create_dir_all(&self.dir).map_err(|error| format!("cannot make `{}`: {error}", self.dir.display()))?;
        for (path, text) in FILES {
            project::write(&self.dir, Path::new(path), text.as_bytes())?;
        }
        eprintln!("wrote {} to `{}`; `normc check` checks them", counted(FILES.len(), "file"), self.dir.display());
        Ok(Outcome::Clean)
    }
}
