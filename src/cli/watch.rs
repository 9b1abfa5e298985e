//! `normc check --watch`: checks again when a file changes; only what changed is parsed again. Ctrl-C ends it, as it ends any program.
#![allow(clippy::disallowed_types, reason = "how long a check takes is told")]

use std::path::Path;
use std::thread::sleep;
use std::time::{Duration, Instant};

use console::Term;

use super::check::Check;
use super::{Context, MessageFormat, Outcome};
use crate::project::{self, Session, Stamp};

/// How often the files are looked at.
const LOOK: Duration = Duration::from_millis(150);
/// How many looks a save in many steps may take.
const STEPS: usize = 20;

/// Checks, waits for a change, and begins again. Ends only with an error that no change of a file can mend.
pub(super) fn run(context: &Context, check: &Check) -> Result<Outcome, String> {
    if matches!(context.format, MessageFormat::Sarif | MessageFormat::Junit | MessageFormat::Gitlab) {
        return Err("`--watch` tells findings as they come; this format is a report of one check".to_owned());
    }
    let root = context.root()?;
    let mut session = Session::default();
    loop {
        let stamp = Stamp::of(&root);
        clear(context);
        let start = Instant::now();
        if let Err(error) = once(context, check, &root, &mut session) {
            eprintln!("normc: {error}");
        }
        eprintln!("took {} ms; waiting for a change, Ctrl-C ends", start.elapsed().as_millis());
        wait(&root, stamp);
    }
}

fn once(context: &Context, check: &Check, root: &Path, session: &mut Session) -> Result<(), String> {
    let workspace = project::load(root)?;
    let mut checked = session.check(&workspace);
    check.tell(context, &workspace, &mut checked)
}

/// An empty screen where there is a screen; a reader of a stream wants to keep what was said before.
fn clear(context: &Context) {
    let terminal = Term::stderr();
    if context.format == MessageFormat::Human && terminal.is_term() {
        let _ = terminal.clear_screen();
    }
}

/// Waits until a file was written and, for a save in several steps, until nothing is written any more.
fn wait(root: &Path, mut stamp: Stamp) {
    let changed = |stamp: &mut Stamp| {
        sleep(LOOK);
        let now = Stamp::of(root);
        let changed = now != *stamp;
        *stamp = now;
        changed
    };
    while !changed(&mut stamp) {}
    for _ in 0..STEPS {
        if !changed(&mut stamp) {
            return;
        }
    }
}
