//! `normc explain`: a rule's page, from the head of its file.

use super::{Outcome, print};
use crate::check::plain;
use crate::check::rules::{RULES, rule};
use crate::nearest::nearest;

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

fn indented(text: &str) -> String {
    if text.is_empty() {
        return "The same without the example below.\n".to_owned();
    }
    text.lines().map(|line| format!("    {line}").trim_end().to_owned() + "\n").collect()
}
