//! Does a green check mean anything? Defects of every kind are put into the shipped corpus one at a time, by a seeded choice of places: each has
//! to be found by its rule, at its line, and nothing else may be reported.
//!
//! `cargo test --release --test mutants -- --nocapture` ends with a table, which is a page of the book; `MUTANTS=all` tries every place instead
//! of a few of each kind.

#[path = "../support/mod.rs"]
mod support;

mod corpus;
mod kinds;

use std::fmt::Write;

use normc::project::{self, Session, Workspace};
use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};
use sha2::{Digest, Sha256};

use corpus::{Corpus, Found, Mutant};
use kinds::{KINDS, Kind};

/// How many places of each kind are tried.
const PLACES: usize = 3;

/// What the page of the book says before the table.
const HEAD: &str = "# Mutants

Is what is wrong found?

Defects of the kinds below are put into the corpus that comes with normc, one at a time. *Places* says how many declarations can be damaged so, *tried* for how many of them it was done here, by
a choice that is the same every time. *Found* says how often the rule reported the defect at its line; *unexpected* counts whatever else was reported.

```sh
cargo test --release --test mutants -- --nocapture               # the table of this page
MUTANTS=all cargo test --release --test mutants -- --nocapture   # every place of every kind
```

";

/// What became of the mutants of one kind.
struct Row {
    kind: &'static Kind,
    places: usize,
    tried: usize,
    found: usize,
    unexpected: usize,
    /// What went wrong, for a person.
    log: String,
}

fn row(kind: &'static Kind, corpus: &Corpus<'_>, session: &mut Session) -> Row {
    let mutants = (kind.mutants)(corpus);
    let mut row = Row { kind, places: mutants.len(), tried: 0, found: 0, unexpected: 0, log: String::new() };
    for mutant in chosen(kind.name, &mutants) {
        row.tried += 1;
        let workspace = mutant.applied_to(corpus);
        let mut found = findings(&workspace, session);
        let missing: Vec<_> =
            mutant.expected(&workspace).into_iter().filter(|expected| !take(&mut found, expected)).collect();
        row.found += usize::from(missing.is_empty());
        row.unexpected += found.len();
        if !missing.is_empty() || !found.is_empty() {
            let _ = writeln!(row.log, "{}\n{}", kind.name, mutant.shown(corpus));
            let lines = missing.iter().map(|it| format!("  missed     {it}\n"));
            row.log.extend(lines.chain(found.iter().map(|it| format!("  unexpected {it}\n"))));
        }
    }
    row
}

/// Whether every place is tried.
fn exhaustive() -> bool {
    std::env::var("MUTANTS").is_ok_and(|value| value == "all")
}

/// Some of the mutants, by the hash of the kind's name and their place in the list.
fn chosen<'m>(name: &str, mutants: &'m [Mutant]) -> Vec<&'m Mutant> {
    let mut order: Vec<_> = mutants.iter().enumerate().collect();
    order.sort_by_key(|(at, _)| Sha256::digest(format!("normc {name} {at}")));
    let count = if exhaustive() { order.len() } else { PLACES };
    order.into_iter().take(count).map(|(_, mutant)| mutant).collect()
}

fn findings(workspace: &Workspace, session: &mut Session) -> Vec<Found> {
    let checked = session.check(workspace);
    checked.diagnostics.iter().map(|finding| Found::of(workspace, finding)).collect()
}

fn take(found: &mut Vec<Found>, expected: &Found) -> bool {
    let at = found.iter().position(|found| found.is(expected));
    at.map(|at| found.remove(at)).is_some()
}

fn table(rows: &[Row]) -> String {
    let mut table =
        "| defect | rule | places | tried | found | unexpected |\n| :-- | :-- | --: | --: | --: | --: |\n".to_owned();
    for row in rows {
        let Row { kind, places, tried, found, unexpected, .. } = row;
        let rule = kind.rule;
        let _ = writeln!(
            table,
            "| {} | [`{rule}`](rules/{rule}.md) | {places} | {tried} | {found} | {unexpected} |",
            kind.name
        );
    }
    table
}

#[test]
fn every_defect_is_found_and_nothing_else() {
    let workspace = corpus::shipped();
    let checked = project::check(&workspace);
    assert!(checked.diagnostics.is_empty(), "the clean corpus has findings: {:?}", checked.diagnostics);
    let corpus = Corpus::new(&workspace, &checked);
    let rows: Vec<_> =
        KINDS.par_iter().map_init(Session::default, |session, kind| row(kind, &corpus, session)).collect();

    let sum = |of: fn(&Row) -> usize| rows.iter().map(of).sum::<usize>();
    let (tried, found, unexpected) = (sum(|row| row.tried), sum(|row| row.found), sum(|row| row.unexpected));
    let last = format!("mutants: {found} of {tried} found, {unexpected} unexpected findings");
    let log: String = rows.iter().map(|row| row.log.as_str()).collect();
    let table = table(&rows);
    println!("{log}\n{table}\n{last}");
    for row in &rows {
        assert!(row.tried > 0, "the corpus has no place for `{}`", row.kind.name);
    }
    assert!(found == tried && unexpected == 0, "{last}");
    if !exhaustive() {
        let mut wrong = String::new();
        let page = format!("{HEAD}{table}\n`{last}`\n");
        support::expect(&support::root().join("book/src/mutants.md"), &page, &mut wrong);
        assert!(wrong.is_empty(), "{wrong}");
    }
}
