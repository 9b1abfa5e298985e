//! `SUMMARY.md`: the book's table of contents, from the headings of its pages.

use std::fmt::Write;

use normc::check::rules::RULES;
use normc::language::GROUPS;

use crate::pages::Book;

/// The guide, in the order in which it is read.
const GUIDE: &[&str] = &[
    "first-draft",
    "findings",
    "green",
    "workspace",
    "requirements",
    "wording",
    "assessments",
    "conditions",
    "risk",
    "horizontal",
    "refining",
    "newer-horizontal",
    "essentials",
    "contents",
    "coverage",
    "prose",
    "drafting",
    "elements",
    "allow",
    "ci",
    "graph",
    "drafts",
    "word-file",
    "sts",
    "house-style",
    "comments",
    "site",
    "changes",
    "catalogues",
    "formatting",
    "obligations",
    "review",
    "corpus",
    "planning",
];

/// The text of `SUMMARY.md`.
pub(crate) fn summary(book: &Book) -> String {
    let mut out = String::from("# Summary\n\n");
    let _ = writeln!(out, "[{}](introduction.md)", book.title("introduction.md"));
    out += "\n# Guide\n\n";
    for name in GUIDE {
        entry(book, 0, &format!("guide/{name}.md"), &mut out);
    }
    out += "\n# Reference\n\n";
    entry(book, 0, "language/index.md", &mut out);
    entry(book, 1, "language/words.md", &mut out);
    for group in GROUPS {
        entry(book, 1, &format!("language/{}.md", group.name), &mut out);
    }
    entry(book, 1, "language/units.md", &mut out);
    entry(book, 0, "rules/index.md", &mut out);
    for rule in RULES {
        entry(book, 1, &format!("rules/{}.md", rule.rule.name), &mut out);
    }
    entry(book, 1, "rules/examples.md", &mut out);
    entry(book, 1, "rules/drafting.md", &mut out);
    entry(book, 0, "formats/index.md", &mut out);
    entry(book, 0, "commands.md", &mut out);
    entry(book, 0, "mutants.md", &mut out);
    entry(book, 0, "measured.md", &mut out);
    out
}

fn entry(book: &Book, depth: usize, path: &str, out: &mut String) {
    let _ = writeln!(out, "{}- [{}]({path})", "  ".repeat(depth), book.title(path));
}
