//! What a rule is, and the page that its file's head is.

use crate::diagnostic::Severity;

use super::Context;

/// A rule: one file, one name.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// Its name, as in `error[NAME]`, `normc explain NAME`, `allow NAME because "…"`.
    pub name: &'static str,
    /// How serious its findings are where `norm.yaml` says nothing else.
    pub severity: Severity,
    /// The kinds of declarations it looks at, for `normc why`.
    pub kinds: &'static [&'static str],
    /// Looks and reports; `None` where an earlier stage reports it.
    pub check: Option<fn(&mut Context<'_, '_>)>,
}

/// A rule's page, read from the head of its file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// What it is, in a sentence.
    pub summary: String,
    /// Its sections in order: heading and Markdown.
    pub sections: Vec<(String, String)>,
}

impl Page {
    /// A section's Markdown.
    pub fn section(&self, heading: &str) -> Option<&str> {
        self.sections.iter().find(|(name, _)| name == heading).map(|(_, text)| text.as_str())
    }

    /// The whole page in Markdown, as a reader sees it: without the marks of its examples.
    pub fn markdown(&self) -> String {
        let mut text = self.summary.clone() + "\n";
        for (heading, section) in &self.sections {
            text += &format!("\n## {heading}\n\n{}", plain(section));
        }
        text
    }

    /// The Norm source, or the outline, in a section's code block.
    pub fn example(&self, heading: &str) -> Option<String> {
        let section = self.section(heading)?;
        let (_, after) = section.split_once("```norm\n").or_else(|| section.split_once("```yaml\n"))?;
        after.split_once("```").map(|(example, _)| example.to_owned())
    }
}

/// An example as a reader sees it: without the marks by which the tests know where it stands and what is found in it.
pub fn plain(example: &str) -> String {
    let is_mark = |line: &str| {
        let marks = ["// alone", "// in: ", "// without: ", "// asked: ", "// locked", "// outline", "//~"];
        marks.iter().any(|mark| line.trim_start().starts_with(mark))
    };
    let lines = example.lines().filter(|line| !is_mark(line));
    let plain = lines.map(|line| line.split_once("//~").map_or(line, |(before, _)| before).trim_end());
    plain.flat_map(|line| [line, "\n"]).collect()
}

/// Reads the page in the `//!` lines at the head of a rule's file.
pub fn page(source: &str) -> Page {
    let head = source.lines().map_while(|line| line.strip_prefix("//!"));
    let mut page = Page { summary: String::new(), sections: Vec::new() };
    for line in head.map(|line| line.strip_prefix(' ').unwrap_or(line)) {
        match (line.strip_prefix("# "), page.sections.last_mut()) {
            (Some(heading), _) => page.sections.push((heading.to_owned(), String::new())),
            (None, Some((_, text))) => {
                text.push_str(line);
                text.push('\n');
            }
            (None, None) if line.is_empty() => {}
            (None, None) => {
                if !page.summary.is_empty() {
                    page.summary.push(' ');
                }
                page.summary.push_str(line);
            }
        }
    }
    for (_, text) in &mut page.sections {
        *text = text.trim().to_owned() + "\n";
    }
    page
}
