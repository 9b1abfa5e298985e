//! `normc check --fix`: makes the fixes that are safe, tells each in a line, and reports what is left with the edits that a person may choose.

use similar::TextDiff;

use super::check::summary;
use super::{Context, MessageFormat, Outcome, counted, outcome, print};
use crate::diagnostic::printable;
use crate::project::{self, Mending, Workspace};

/// Mends the workspace, or with `dry` prints what that would change.
pub(super) fn run(context: &Context, dry: bool) -> Result<Outcome, String> {
    let mut workspace = context.load()?;
    let mending = project::mend(&mut workspace);
    if dry {
        print(&difference(&workspace, &mending))?;
    } else {
        project::write_mended(&workspace, &mending)?;
    }
    let checked = project::check(&workspace);
    // Standard output is the difference, and nothing else.
    if !dry || context.format == MessageFormat::Human {
        context.report(&workspace.sources, &checked.diagnostics)?;
    }
    if context.format == MessageFormat::Human {
        tell(&mending, if dry { "would mend" } else { "mended" });
        eprintln!("{}", summary(&checked));
    }
    Ok(outcome(&checked.diagnostics))
}

fn tell(mending: &Mending, verb: &str) {
    for made in &mending.made {
        let others = if made.places > 1 { format!(", in {} places", made.places) } else { String::new() };
        let line = format!("{}:{}: {} ({}){others}", made.path, made.line, made.title, made.rule);
        eprintln!("{verb} {}", printable(&line));
    }
    let (findings, files) = (counted(mending.made.len(), "finding"), counted(mending.before.len(), "file"));
    eprintln!("{verb} {findings} in {files}");
}

/// What changes, as a unified diff.
fn difference(workspace: &Workspace, mending: &Mending) -> String {
    let mut text = String::new();
    for (file, before) in &mending.before {
        let after = workspace.sources.file(*file);
        let diff = TextDiff::from_lines(before.as_str(), after.text());
        let (old, new) = (format!("a/{}", after.path()), format!("b/{}", after.path()));
        text += &diff.unified_diff().context_radius(3).header(&old, &new).to_string();
    }
    text
}
