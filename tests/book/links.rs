//! Links between pages: each leads to a file, and to a heading in it where it names one.

use std::collections::BTreeSet;

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use crate::pages::Book;

/// Complaints of links that lead nowhere.
pub(crate) fn broken(book: &Book) -> Vec<String> {
    let mut complaints = Vec::new();
    for (path, text) in book.pages() {
        for link in links(text) {
            if link.contains("://") {
                continue;
            }
            let (file, anchor) = link.split_once('#').map_or((link.as_str(), None), |(file, id)| (file, Some(id)));
            let target = if file.is_empty() { path.to_owned() } else { join(path, file) };
            if !book.has(&target) {
                complaints.push(format!("{path}: `{link}` leads to no file"));
            } else if let Some(id) = anchor
                && !book.file(&target).is_some_and(|text| headings(text).contains(id))
            {
                complaints.push(format!("{path}: `{link}` leads to no heading of {target}"));
            }
        }
    }
    complaints
}

/// Complaints of pages that `SUMMARY.md` does not list exactly once.
pub(crate) fn unlisted(book: &Book) -> Vec<String> {
    let listed = links(book.file("SUMMARY.md").expect("the book has a summary"));
    let pages = book.pages().map(|(path, _)| path).filter(|path| *path != "SUMMARY.md");
    let wrong = pages.filter(|path| listed.iter().filter(|link| link == path).count() != 1);
    wrong.map(|path| format!("{path}: SUMMARY.md does not list it exactly once")).collect()
}

/// The path that a link in a page leads to.
fn join(page: &str, link: &str) -> String {
    let mut parts: Vec<_> = page.split('/').collect();
    parts.pop();
    for part in link.split('/') {
        match part {
            ".." => drop(parts.pop()),
            part => parts.push(part),
        }
    }
    parts.join("/")
}

fn links(text: &str) -> Vec<String> {
    let events = Parser::new_ext(text, Options::ENABLE_TABLES);
    let address = |event| match event {
        Event::Start(Tag::Link { dest_url, .. } | Tag::Image { dest_url, .. }) => Some(dest_url.into_string()),
        _ => None,
    };
    events.filter_map(address).collect()
}

/// What mdBook calls the headings of a page: lower case, blanks as `-`, other signs left out.
fn headings(text: &str) -> BTreeSet<String> {
    let (mut ids, mut open) = (BTreeSet::new(), None);
    for event in Parser::new_ext(text, Options::ENABLE_TABLES) {
        match (event, &mut open) {
            (Event::Start(Tag::Heading { .. }), _) => open = Some(String::new()),
            (Event::End(TagEnd::Heading(_)), _) => ids.extend(open.take().map(|text| id(&text))),
            (Event::Text(text) | Event::Code(text), Some(heading)) => heading.push_str(&text),
            _ => {}
        }
    }
    ids
}

fn id(heading: &str) -> String {
    let signs = heading.chars().filter_map(|c| match c {
        c if c.is_alphanumeric() || c == '_' || c == '-' => Some(c.to_ascii_lowercase()),
        c if c.is_whitespace() => Some('-'),
        _ => None,
    });
    signs.collect()
}

#[test]
fn a_broken_link_is_seen() {
    assert_eq!(join("guide/a.md", "../rules/b.md"), "rules/b.md");
    assert_eq!(links("[a](b.md#c) `[d](e.md)`\n\n```text\n[f](g.md)\n```\n"), ["b.md#c"]);
    assert_eq!(headings("# One *thing*\n\n## `a` in `b`\n"), BTreeSet::from(["one-thing".into(), "a-in-b".into()]));
}
