//! `normc check --baseline`: findings that a file records are not reported again, and what is mended is told, so that the file can shrink.

use std::path::Path;

use super::{Outcome, counted};
use crate::diagnostic::{Baseline, Identity, printable};
use crate::project::{self, Checked, Workspace};

/// How many mended findings are named.
const NAMED: usize = 10;

/// What a baseline took out of a check.
pub(super) struct Sifted {
    file: String,
    known: usize,
    mended: Vec<Identity>,
}

/// Records what was found.
pub(super) fn record(file: &Path, workspace: &Workspace, checked: &Checked<'_>) -> Result<Outcome, String> {
    let baseline = Baseline::of(&workspace.sources, &checked.diagnostics);
    let name = file.file_name().ok_or_else(|| format!("`{}` names no file", file.display()))?;
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    project::write(folder, Path::new(name), baseline.write().as_bytes())?;
    eprintln!("recorded {} in `{}`", counted(baseline.len(), "finding"), file.display());
    Ok(Outcome::Clean)
}

/// Takes the findings that the file records out of what was found.
pub(super) fn sift(file: &Path, workspace: &Workspace, checked: &mut Checked<'_>) -> Result<Sifted, String> {
    let shown = file.display().to_string();
    let text = project::read_baseline(file)?;
    let baseline = Baseline::read(&text).map_err(|error| format!("`{shown}` is no baseline: {error}"))?;
    let found = std::mem::take(&mut checked.diagnostics);
    let before = found.len();
    let mended;
    (checked.diagnostics, mended) = baseline.sift(&workspace.sources, found);
    Ok(Sifted { file: shown, known: before - checked.diagnostics.len(), mended })
}

impl Sifted {
    /// Says how many findings are known, and which of the known ones are mended.
    pub(super) fn tell(&self) {
        eprintln!("{} known from `{}`", counted(self.known, "finding"), self.file);
        if self.mended.is_empty() {
            return;
        }
        eprintln!("mended, and no longer needed there; `normc check --write-baseline {}` takes them out:", self.file);
        for Identity { rule, package, item, message } in self.mended.iter().take(NAMED) {
            let place = if item.is_empty() { package.clone() } else { format!("{package}, {item}") };
            eprintln!("  {}", printable(&format!("{rule}: {message} ({place})")));
        }
        if self.mended.len() > NAMED {
            eprintln!("  and {} more", self.mended.len() - NAMED);
        }
    }
}
