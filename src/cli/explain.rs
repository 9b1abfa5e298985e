//! `normc explain`: a rule's page, from the head of its file.

use std::collections::BTreeSet;

use super::{Outcome, print};
use crate::check::plain;
use crate::check::rules::{Entry, RULES, rule};
use crate::diagnostic::{Diagnostic, terminal};
use crate::nearest::nearest;
use crate::source::Sources;

/// Say what a rule checks, why, and how to mend what it finds.
#[derive(Debug, clap::Args)]
pub(super) struct Explain {
    /// The rule; all of them are listed where nothing is said.
    rule: Option<String>,
}

impl Explain {
    pub(super) fn run(&self) -> Result<Outcome, String> {
        let Some(name) = &self.rule else {
            let lines = RULES.iter().map(|entry| format!("{:28} {}\n", entry.rule.name, entry.page().summary));
            print(&lines.collect::<String>())?;
            return Ok(Outcome::Clean);
        };
        let Some(entry) = rule(name) else {
            let near = nearest(name, RULES.iter().map(|entry| entry.rule.name));
            let help = near.map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
            return Err(format!("no rule is called `{name}`{help}"));
        };
        let page = entry.page();
        let mut text = format!("{} ({})\n\n{}\n", entry.rule.name, entry.rule.severity.name(), page.summary);
        for (heading, section) in &page.sections {
            let shown = page.example(heading).map_or_else(|| section.clone(), |example| indented(&plain(&example)));
            text += &format!("\n{heading}\n{}\n{shown}", "-".repeat(heading.len()));
        }
        print(&text)?;
        Ok(Outcome::Clean)
    }
}

/// Findings for people, each with what its rule is there for where it is the first of that rule.
pub(super) fn beside(sources: &Sources, diagnostics: &[Diagnostic], colour: bool) -> String {
    let mut told = BTreeSet::new();
    let mut text = String::new();
    for diagnostic in diagnostics {
        text += &terminal(sources, std::slice::from_ref(diagnostic), colour);
        if let Some(entry) = rule(diagnostic.rule).filter(|_| told.insert(diagnostic.rule)) {
            text += &in_short(entry);
        }
    }
    text
}

/// A rule's page without its examples.
fn in_short(entry: &Entry) -> String {
    let page = entry.page();
    let sections = page.sections.iter().filter(|(heading, _)| page.example(heading).is_none());
    let line = |(heading, section): &(String, String)| format!("  {heading}: {}\n", section.trim().replace('\n', " "));
    format!("about `{}`: {}\n{}\n", entry.rule.name, page.summary, sections.map(line).collect::<String>())
}

fn indented(text: &str) -> String {
    if text.is_empty() {
        return "The same without the example below.\n".to_owned();
    }
    text.lines().map(|line| format!("    {line}").trim_end().to_owned() + "\n").collect()
}
