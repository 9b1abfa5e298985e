//! Accounts for a terminal: a heading a package, and for each obligation its state, source and text, in lines that a narrow window holds. What
//! does not bind a package is told in short, unless all of it is wanted.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::{Account, Entry, State};

/// How wide a line may be, in characters.
const WIDTH: usize = 100;
/// Where the second column begins.
const INDENT: usize = 10;

/// The accounts as text; with `all`, also obligations that do not bind are shown with source and text.
pub fn table(accounts: &[Account], all: bool) -> String {
    let mut text = String::new();
    for (at, account) in accounts.iter().enumerate() {
        if at > 0 {
            text.push('\n');
        }
        heading(account, &mut text);
        let binding = account.obligations.iter().filter(|entry| all || entry.state.binds());
        binding.for_each(|entry| obligation(entry, &mut text));
        if !all {
            rest(account, &mut text);
        }
    }
    text
}

fn heading(account: &Account, text: &mut String) {
    let package = account.package.as_deref().unwrap_or("(no programme)");
    wrap(&format!("{package} – {}", account.title), 0, text);
    let items = match account.items.len() {
        0 => String::new(),
        1 => format!(", item {}", account.items[0]),
        _ => format!(", items {}", account.items.join(", ")),
    };
    wrap(&format!("answers {} ({}){items}", account.request, account.official), 0, text);
    let counts: Vec<_> = account.counts().iter().map(|(word, count)| format!("{count} {word}")).collect();
    wrap(&counts.join(", "), 0, text);
    if let Some(hint) = &account.hint {
        wrap(&format!("hint: {hint}"), 0, text);
    }
    text.push('\n');
}

fn obligation(entry: &Entry, text: &mut String) {
    let _ = writeln!(text, "{:<INDENT$}{:<10}{:<16}{}", entry.id, entry.strength, entry.state.word(), entry.official);
    wrap(&entry.text, INDENT, text);
    entry.state.details().iter().for_each(|detail| wrap(&format!("- {detail}"), INDENT, text));
}

/// What does not bind, by reason.
fn rest(account: &Account, text: &mut String) {
    let mut reasons: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for entry in account.obligations.iter().filter(|entry| !entry.state.binds()) {
        let reason = match &entry.state {
            State::NotApplicable(why) => format!("not applicable, because {}", why.because),
            state => state.word().to_owned(),
        };
        reasons.entry(reason).or_default().push(&entry.id);
    }
    for (reason, ids) in reasons {
        wrap(&format!("{reason}: {}", ids.join(", ")), 0, text);
    }
}

/// Adds a text in lines of at most [`WIDTH`] characters; a longer word has a line of its own.
fn wrap(words: &str, indent: usize, text: &mut String) {
    let mut line = String::new();
    for word in words.split_whitespace() {
        if !line.is_empty() && indent + line.chars().count() + 1 + word.chars().count() > WIDTH {
            let _ = writeln!(text, "{:indent$}{line}", "");
            line.clear();
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    let _ = writeln!(text, "{:indent$}{line}", "");
}

#[cfg(test)]
mod tests {
    #[test]
    fn lines_are_no_wider_than_a_terminal() {
        let mut text = String::new();
        super::wrap(&"obligation ".repeat(40), 10, &mut text);
        assert!(text.lines().count() > 3 && text.lines().all(|line| line.chars().count() <= super::WIDTH));
        assert_eq!(text.split_whitespace().count(), 40);
    }
}
