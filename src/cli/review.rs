//! `normc review`: what changed in the horizontals since deliverables were compared with them, the old beside the new; and the record of it.

use std::collections::BTreeSet;
use std::path::Path;

use super::date::date;
use super::trace::named;
use super::{Context, Outcome, count, counted, print};
use crate::diagnostic::{Severity, printable};
use crate::lock::{self, Change, Lock, Review as Compared, State};
use crate::model::{Id, Model, Treatment};
use crate::project::{self, Checked, Workspace};

/// Show what changed in the horizontals since deliverables were compared with them, and record what was compared.
///
/// Without a name, what was never compared before is recorded as it stands, and what changed is shown. Ends with 1 where something is left.
#[derive(Debug, clap::Args)]
pub(super) struct Review {
    /// Record that these were compared: requirements of a horizontal, requirements that refine them, or packages.
    #[arg(value_name = "NAME", conflicts_with = "all")]
    names: Vec<String>,
    /// Record that all were compared.
    #[arg(long)]
    all: bool,
    /// Only show; record nothing.
    #[arg(long)]
    list: bool,
    /// Who compared.
    #[arg(long, value_name = "WHO")]
    by: Option<String>,
    /// The day of the comparison, YYYY-MM-DD; SOURCE_DATE_EPOCH or each deliverable's own date where nothing is said.
    #[arg(long, value_name = "DATE")]
    date: Option<String>,
}

impl Review {
    pub(super) fn run(&self, context: &Context) -> Result<Outcome, String> {
        let workspace = context.load()?;
        let faulty = |path: &str| path == lock::FILE;
        if workspace.diagnostics.iter().any(|it| faulty(workspace.sources.file(it.primary.span.file).path())) {
            return Err(format!("`{}` cannot be read, and would be lost; `normc check` says why", lock::FILE));
        }
        let checked = project::check(&workspace);
        let (model, graph) = (&checked.model, &checked.graph);
        let reviews = lock::reviews(model, graph, &workspace.lock);
        let chosen = self.chosen(model, &reviews)?;
        let shown = |review: &&Compared<'_>| self.names.is_empty() || chosen.contains(&review.key(model));
        let stale: Vec<_> = reviews.iter().filter(|review| review.state == State::Stale).collect();
        print(&stale.iter().copied().filter(shown).map(|review| comparison(model, review)).collect::<String>())?;
        if !self.list {
            self.record(&workspace, &checked, &reviews, &chosen)?;
        }
        let left = stale.iter().filter(|review| self.list || !chosen.contains(&review.key(model))).count();
        if left > 0 {
            eprintln!("{} left to review; `normc review NAME` records one, `--all` all", counted(left, "requirement"));
        }
        Ok(if left > 0 { Outcome::Findings } else { Outcome::Clean })
    }

    /// What the names, or `--all`, mean.
    fn chosen(&self, model: &Model<'_>, reviews: &[Compared<'_>]) -> Result<BTreeSet<(String, String)>, String> {
        let mut chosen = BTreeSet::new();
        for name in &self.names {
            let ids = named(model, name)?;
            let before = chosen.len();
            chosen
                .extend(reviews.iter().filter(|review| concerns(model, review, &ids)).map(|review| review.key(model)));
            if chosen.len() == before {
                return Err(format!(
                    "`{name}` neither treats a requirement of a horizontal nor is treated; there is nothing to review"
                ));
            }
        }
        if self.all {
            chosen.extend(reviews.iter().map(|review| review.key(model)));
        }
        Ok(chosen)
    }

    fn record(
        &self,
        workspace: &Workspace,
        checked: &Checked<'_>,
        reviews: &[Compared<'_>],
        chosen: &BTreeSet<(String, String)>,
    ) -> Result<(), String> {
        let date = date(self.date.as_deref())?;
        // While something cannot be read, what seems to be gone may only be misspelt.
        let keep = count(&checked.diagnostics, Severity::Error) > 0;
        let mut lock = if keep { (*workspace.lock).clone() } else { Lock::default() };
        for review in reviews {
            let key = review.key(&checked.model);
            let fresh = match (review.state, review.record) {
                (State::Stale, Some(old)) if !chosen.contains(&key) => Some(old.clone()),
                (State::Current | State::Editorial, Some(old)) => {
                    review.to_record(&checked.model, Some(&old.date), old.by.as_deref()).or_else(|| Some(old.clone()))
                }
                _ => review.to_record(&checked.model, date.as_deref(), self.by.as_deref()),
            };
            lock.records.extend(fresh.map(|record| (key, record)));
        }
        if lock != *workspace.lock {
            project::write(&workspace.root, Path::new(lock::FILE), lock.write().as_bytes())?;
        }
        eprintln!("{}", summary(reviews, chosen, &checked.model, &lock));
        Ok(())
    }
}

/// Whether a review is about one of these: the requirement, one that refines it, or the package of either.
fn concerns(model: &Model<'_>, review: &Compared<'_>, ids: &[Id]) -> bool {
    let packages = [review.package, model.get(review.requirement).package];
    let heads = packages.into_iter().filter_map(|package| model.package(package).head);
    let refining = review.treatments.iter().filter_map(|treatment| match treatment {
        Treatment::Refined(by, _) => Some(*by),
        Treatment::Adopted(_) | Treatment::Deviated(_) => None,
    });
    heads.chain(refining).chain([review.requirement]).any(|id| ids.contains(&id))
}

/// What was recorded beside what stands there now.
fn comparison(model: &Model<'_>, review: &Compared<'_>) -> String {
    let (package, requirement) = review.key(model);
    let how: Vec<_> = review.treatments.iter().map(|treatment| how(model, *treatment)).collect();
    let mut text = format!("{requirement}, {} in {package}\n", how.join(", "));
    if let Some(record) = review.record {
        let by = record.by.as_ref().map_or_else(String::new, |by| format!(" by {by}"));
        text += &printable(&format!("  reviewed at version {} on {}{by}", record.version, record.date));
        text.push('\n');
    }
    if review.changes.is_empty() {
        text += "  the lock does not say what changed\n";
    }
    text.extend(review.changes.iter().map(beside));
    text + "\n"
}

/// A part, the old beside the new.
fn beside(change: &Change<'_>) -> String {
    let title = printable(&change.title());
    if change.is_digest() {
        return format!("  {title}\n    changed; the lock keeps no copy of it\n");
    }
    let (was, now) = (change.was.unwrap_or("\u{2013}"), change.now.as_ref().map_or("\u{2013}", |now| &*now.words));
    format!("  {title}\n    was  {}\n    now  {}\n", printable(was), printable(now))
}

fn how(model: &Model<'_>, treatment: Treatment) -> String {
    match treatment {
        Treatment::Refined(by, _) => format!("{} by {}", treatment.word(), model.get(by).name),
        Treatment::Adopted(_) | Treatment::Deviated(_) => treatment.word().to_owned(),
    }
}

/// What was recorded, in a line.
fn summary(reviews: &[Compared<'_>], chosen: &BTreeSet<(String, String)>, model: &Model<'_>, lock: &Lock) -> String {
    let are = |state: State| reviews.iter().filter(move |review| review.state == state);
    let compared = are(State::Stale).filter(|review| chosen.contains(&review.key(model))).count();
    let mut parts = vec![format!("{} in `{}`", counted(lock.records.len(), "requirement"), lock::FILE)];
    for (number, what) in [
        (are(State::New).count(), "new"),
        (compared, "reviewed"),
        (are(State::Editorial).count(), "with editorial changes"),
    ] {
        if number > 0 {
            parts.push(format!("{number} {what}"));
        }
    }
    parts.join(", ")
}
