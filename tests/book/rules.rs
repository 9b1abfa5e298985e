//! `rules/`: a page for each rule, from the head of its file, with what normc really says of its Bad example.

use std::fmt::Write;

use normc::check::rules::{Entry, RULES};
use normc::check::{Organisation, drafting_rules};
use normc::diagnostic;

use crate::fixture::{self, Example};

/// The pages.
pub(crate) fn pages() -> Vec<(String, String)> {
    let mut pages: Vec<_> = RULES.iter().map(|entry| (format!("rules/{}.md", entry.rule.name), page(entry))).collect();
    pages.push(("rules/index.md".to_owned(), index()));
    pages.push(("rules/examples.md".to_owned(), examples()));
    pages.push(("rules/drafting.md".to_owned(), drafting()));
    pages
}

fn index() -> String {
    let mut text = String::from(
        "# Rules\n\n\
         What does normc look at, and how serious is each finding? Each rule has a page with the reason for it, an example that breaks it, what\n\
         normc then says, and an example that keeps it. `normc explain RULE` prints the same page.\n\n\
         An *error* makes `normc check` fail and keeps `normc build` from writing anything. A *warning* and a *note* do neither. `norm.yaml` can\n\
         give a rule another severity: see [Packages and the workspace](../guide/workspace.md). One finding can be accepted with a reason: see\n\
         [Accepting a finding](../guide/allow.md).\n",
    );
    let mut group = "";
    for entry in RULES {
        if entry.group != group {
            group = entry.group;
            let _ = write!(text, "\n## {group}\n\n| rule | severity | what it finds |\n| --- | --- | --- |\n");
        }
        let name = entry.rule.name;
        let _ = writeln!(text, "| [`{name}`]({name}.md) | {} | {} |", entry.rule.severity.name(), entry.page().summary);
    }
    text
}

fn examples() -> String {
    let mut text = String::from(
        "# The workspace of the examples\n\n\
         Which workspace do the examples of the rules belong to? To this one: a made-up act, the request that follows from it, a horizontal\n\
         deliverable `base` and a vertical one `demo` that builds on it. An example is added to the package `demo` where nothing else is said.\n",
    );
    for (path, source) in fixture::files() {
        let _ = write!(text, "\n## {path}\n\n```norm\n{source}```\n");
    }
    text
}

/// The drafting rules of the organisations, and what enforces each.
fn drafting() -> String {
    let mut text = String::from(
        "# The drafting rules\n\n\
         Which of the drafting rules of ETSI, CEN and CENELEC does normc hold, and how? EDR are the ETSI Drafting Rules, IR-3 the CEN-CENELEC\n\
         Internal Regulations, Part 3, which adapt the ISO/IEC Directives, Part 2 (DIR 2). What a draft keeps *by construction* is proved by tests\n\
         on the draft of every deliverable in the corpus, in the format of each organisation. [Drafting rules](../guide/drafting.md) shows them at work.\n\n\
         | rule | of | severity | what it asks | where | enforced by |\n| --- | --- | --- | --- | --- | --- |\n",
    );
    for rule in drafting_rules().unwrap() {
        let of = match rule.eso {
            Organisation::Etsi => "ETSI",
            Organisation::Cen => "CEN, CENELEC",
            Organisation::Both => "all",
        };
        let mut by: Vec<_> = rule.rules.iter().map(|name| format!("[`{name}`]({name}.md)")).collect();
        by.extend((!rule.construction.is_empty()).then(|| "by construction".to_owned()));
        by.extend(rule.later.map(|later| format!("nothing yet: {later}")));
        let (id, severity, about, clause) = (rule.id, rule.severity.name(), rule.about, rule.clause);
        let _ = writeln!(text, "| {id} | {of} | {severity} | {about} | {clause} | {} |", by.join(", "));
    }
    text
}

fn page(entry: &Entry) -> String {
    let (rule, page) = (entry.rule, entry.page());
    let group = entry.group;
    let mut text = format!(
        "# {}\n\n{}\n\nSeverity: {}. Group: [{group}](index.md#{group}).\n",
        rule.name,
        page.summary,
        rule.severity.name()
    );
    for (heading, section) in &page.sections {
        let _ = write!(text, "\n## {heading}\n\n");
        match page.example(heading).map(|source| Example::read(&source)) {
            Some(example) => shown(&example, heading == "Bad", &mut text),
            None => text += section,
        }
    }
    text
}

/// An example without its marks, where it stands, and, where it breaks a rule, what normc says of it.
fn shown(example: &Example, bad: bool, out: &mut String) {
    let place = if example.outline {
        "An outline".to_owned()
    } else if example.alone {
        "A package of its own".to_owned()
    } else {
        format!("In the package [`{}`](examples.md)", example.folder)
    };
    let without = example.without.as_ref().map_or_else(String::new, |file| format!(", without the file `{file}`"));
    let source = example.plain();
    if source.is_empty() {
        let _ = writeln!(out, "{place}{without}.");
    } else {
        let _ = write!(out, "{place}{without}:\n\n```{}\n{source}```\n", if example.outline { "yaml" } else { "norm" });
    }
    if bad {
        let (sources, found) = example.check(&source);
        let said = diagnostic::terminal(&sources, &found, false);
        let _ = write!(out, "\nnormc says:\n\n```text\n{}\n```\n", trimmed(&said));
    }
}

fn trimmed(text: &str) -> String {
    let lines: Vec<_> = text.trim_end().lines().map(str::trim_end).collect();
    lines.join("\n")
}
