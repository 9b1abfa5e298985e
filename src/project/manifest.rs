//! `norm.yaml`: which folders hold packages, where output goes, which formats are built, how serious rules are.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::check::{Config, rules};
use crate::diagnostic::Severity;
use crate::document::outline::Texts;
use crate::nearest::nearest;

/// The name of the manifest's file.
pub(super) const FILE: &str = "norm.yaml";
/// How large a manifest may be, in bytes.
pub(super) const LIMIT: u64 = 1 << 20;

/// The manifest of a workspace.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// Folders of packages below the root; a last part `*` stands for every folder there.
    pub packages: Vec<String>,
    /// The folder that output goes to, below the root.
    #[serde(default = "default_output")]
    pub output: String,
    /// The formats that `build` makes where `--to` names none; all of them where this is empty.
    #[serde(default)]
    pub formats: Vec<String>,
    /// The publisher's own template for DOCX, below the root.
    #[serde(default, rename = "docx-template")]
    pub docx_template: Option<String>,
    /// The folder, below the root, of a committee's own outlines and words.
    #[serde(default)]
    pub templates: Option<String>,
    /// Official texts for the slots of outlines, or the file that has them.
    #[serde(default)]
    pub slots: Option<Slots>,
    /// Rules whose severity differs: `error`, `warning`, `note` or `off`.
    #[serde(default)]
    severities: BTreeMap<String, Level>,
}

/// Official texts for the slots of outlines.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub enum Slots {
    /// The file that has them, below the root.
    File(String),
    /// The texts, by organisation and slot.
    Texts(Texts),
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Level {
    Error,
    Warning,
    Note,
    Off,
}

fn default_output() -> String {
    "build".to_owned()
}

impl Manifest {
    /// Reads a manifest. The error says what is wrong, with line and column where YAML knows them.
    pub fn read(text: &str) -> Result<Self, String> {
        if let Some(line) = (1..).zip(text.lines()).find(|(_, line)| has_alias(line)).map(|(number, _)| number) {
            return Err(format!(
                "{FILE}:{line}: anchors and aliases (`&`, `*`) are not allowed; quote the value, or write it out"
            ));
        }
        let manifest: Self =
            serde_yaml::from_str(text).map_err(|error| format!("{FILE}: {}", in_words(&error.to_string())))?;
        for name in manifest.severities.keys() {
            if rules::rule(name).is_none() {
                let near = nearest(name, rules::RULES.iter().map(|entry| entry.rule.name));
                let help = near.map_or_else(String::new, |near| format!("; did you mean `{near}`?"));
                return Err(format!("{FILE}: no rule is called `{name}`{help}"));
            }
        }
        let more = manifest.docx_template.iter().chain(&manifest.templates);
        for folder in manifest.packages.iter().chain([&manifest.output]).chain(more) {
            if folder.starts_with('/')
                || folder.contains('\\')
                || folder.contains(':')
                || folder.split('/').any(|part| part == "..")
            {
                return Err(format!(
                    "{FILE}: `{folder}` is no folder below the workspace; write a relative path with `/`"
                ));
            }
        }
        Ok(manifest)
    }

    /// What the checker is told of the rules.
    pub fn config(&self) -> Config {
        let severity = |level: &Level| match level {
            Level::Error => Some(Severity::Error),
            Level::Warning => Some(Severity::Warning),
            Level::Note => Some(Severity::Note),
            Level::Off => None,
        };
        let severities = self.severities.iter().map(|(rule, level)| (rule.clone(), severity(level))).collect();
        Config { severities, ..Config::default() }
    }
}

/// What the reader of YAML says, in words for those who write a manifest.
fn in_words(error: &str) -> String {
    let words = [
        (
            "data did not match any variant of untagged enum Slots",
            "`slots` has to name a file, or say texts by organisation and slot, such as `etsi: { publisher: \"…\" }`: ",
        ),
        ("unknown field", "there is no setting"),
        ("unknown variant", "there is no value"),
        ("missing field", "there has to be a setting"),
        ("expected one of", "these are:"),
        ("invalid type: string", "found the text"),
        ("expected a sequence", "where a list belongs, such as `[standards/*]`,"),
    ];
    words.iter().fold(error.to_owned(), |text, (from, to)| text.replace(from, to))
}

/// Whether a value of this line is a YAML anchor or alias: unquoted, beginning with `&` or `*`.
fn has_alias(line: &str) -> bool {
    let value = line.split_once('#').map_or(line, |(before, _)| before);
    value.split([' ', '[', ',', '{']).any(|part| {
        let mut chars = part.chars();
        matches!(chars.next(), Some('&' | '*')) && chars.next().is_some_and(char::is_alphanumeric)
    })
}

#[cfg(test)]
mod tests {
    use super::Manifest;

    #[test]
    fn mistakes_are_named() {
        let error = |text: &str| Manifest::read(text).unwrap_err();
        assert!(error("packages: [a]\nseverity: {}\n").contains("there is no setting `severity`, these are:"));
        assert!(error("packages: a\n").contains("where a list belongs"));
        assert!(error("output: a\n").contains("there has to be a setting `packages`"));
        assert!(error("packages: [a]\nseverities: { uncoverd-threat: off }\n").contains("uncovered-threat"));
        assert!(error("packages: [../a]\n").contains("below the workspace"));
        assert!(error("a: &x [1]\npackages: *x\n").contains("norm.yaml:1"));
        assert!(Manifest::read("packages: [standards/*]\n").is_ok());
    }
}
