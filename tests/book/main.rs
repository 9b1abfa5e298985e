//! Holds the book: generated pages are what the code says, examples in the guide run, and links lead somewhere.
//!
//! `UPDATE=1 cargo test --test book` writes the generated pages and refreshes the output that the guide shows.

mod commands;
#[path = "../rules/fixture.rs"]
mod fixture;
mod formats;
mod guide;
mod language;
mod links;
mod pages;
mod rules;
mod summary;

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use pages::Book;

/// Under `UPDATE=1` the tests write what others read, so they take turns.
static TURN: Mutex<()> = Mutex::new(());

fn turn() -> MutexGuard<'static, ()> {
    TURN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Every generated page but the summary, by its path below `book/src`.
fn generated() -> BTreeMap<String, String> {
    let mut pages = BTreeMap::new();
    pages.extend(language::pages());
    pages.extend(rules::pages());
    pages.extend(formats::pages());
    pages.extend(commands::pages());
    pages
}

#[test]
fn generated_pages_are_what_the_code_says() {
    let _turn = turn();
    let mut book = Book::read();
    book.settle(&generated(), &["language/", "rules/", "formats/"], &["language/words.md"]);
    let summary = summary::summary(&book);
    book.settle(&BTreeMap::from([("SUMMARY.md".to_owned(), summary)]), &[], &[]);
}

#[test]
fn the_guide_runs() {
    let _turn = turn();
    for (path, text) in Book::read().examples() {
        guide::run(&path, &text);
    }
}

#[test]
fn links_lead_somewhere_and_every_page_is_listed() {
    let _turn = turn();
    let book = Book::read();
    let mut complaints = links::broken(&book);
    complaints.extend(links::unlisted(&book));
    assert!(complaints.is_empty(), "\n{}", complaints.join("\n"));
}
