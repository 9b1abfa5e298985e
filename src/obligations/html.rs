//! Accounts as one web page that needs nothing else and prints well. minijinja escapes every text.

use minijinja::value::Serde;
use minijinja::{Environment, context};
use serde::Serialize;

use super::{Account, Entry};

/// An account as the template shows it.
#[derive(Serialize)]
struct Shown<'a> {
    account: &'a Account,
    counts: Vec<(&'static str, usize)>,
    rows: Vec<Row<'a>>,
}

#[derive(Serialize)]
struct Row<'a> {
    entry: &'a Entry,
    word: &'static str,
    details: Vec<String>,
}

/// The accounts as a web page.
pub fn html(accounts: &[Account], generator: &str) -> Result<String, String> {
    let told = |error: minijinja::Error| format!("{error:#}");
    let mut environment = Environment::new();
    let template = include_str!("../../templates/html/obligations.html");
    environment.add_template("obligations.html", template).map_err(told)?;
    let page = environment.get_template("obligations.html").map_err(told)?;
    let accounts: Vec<_> = accounts.iter().map(shown).collect();
    page.render(context! { accounts => Serde(accounts), generator => generator }).map_err(told)
}

fn shown(account: &Account) -> Shown<'_> {
    Shown { account, counts: account.counts(), rows: account.obligations.iter().map(row).collect() }
}

fn row(entry: &Entry) -> Row<'_> {
    Row { entry, word: entry.state.word(), details: entry.state.details() }
}
