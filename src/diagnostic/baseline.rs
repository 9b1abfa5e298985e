//! Findings that are known: a file that records them, so that a check of a corpus in the making reports only what is new.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::identity::{Identity, identities};
use super::{Diagnostic, printable};
use crate::source::Sources;

const HEAD: &str = "# Findings that were known when this file was written. `normc check --baseline FILE` does not report them again.\n\n";

/// Known findings, and how often each occurs.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Baseline {
    known: BTreeMap<Identity, usize>,
}

/// The file's form.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Document {
    #[serde(default, rename = "finding")]
    findings: Vec<Known>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Known {
    rule: String,
    package: String,
    item: String,
    message: String,
    #[serde(default = "once", skip_serializing_if = "is_once")]
    count: usize,
}

const fn once() -> usize {
    1
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde asks for a reference")]
const fn is_once(count: &usize) -> bool {
    *count == 1
}

impl Baseline {
    /// The baseline of these findings.
    pub fn of(sources: &Sources, diagnostics: &[Diagnostic]) -> Self {
        let mut known = BTreeMap::new();
        for (identity, _) in identities(sources, diagnostics) {
            *known.entry(identity).or_default() += 1;
        }
        Self { known }
    }

    /// Reads a baseline. The error says what is wrong, with line and column.
    pub fn read(text: &str) -> Result<Self, String> {
        let document: Document = toml::from_str(text).map_err(|error| in_words(text, &error))?;
        let mut known = BTreeMap::new();
        for Known { rule, package, item, message, count } in document.findings {
            *known.entry(Identity { rule, package, item, message }).or_default() += count;
        }
        Ok(Self { known })
    }

    /// The file's text: one table a finding, in order.
    pub fn write(&self) -> String {
        let known = |(identity, count): (&Identity, &usize)| {
            let Identity { rule, package, item, message } = identity.clone();
            Known { rule, package, item, message, count: *count }
        };
        let document = Document { findings: self.known.iter().map(known).collect() };
        // Strings and numbers always serialise.
        HEAD.to_owned() + &toml::to_string(&document).unwrap_or_default()
    }

    /// The findings that are not known, and how many of the known ones do not occur any more.
    pub fn sift(&self, sources: &Sources, diagnostics: Vec<Diagnostic>) -> (Vec<Diagnostic>, Vec<Identity>) {
        let mut left = self.known.clone();
        let identities = identities(sources, &diagnostics);
        let fresh = diagnostics.into_iter().zip(identities).filter_map(|(diagnostic, (identity, _))| {
            match left.get_mut(&identity).filter(|left| **left > 0) {
                Some(left) => {
                    *left -= 1;
                    None
                }
                None => Some(diagnostic),
            }
        });
        let fresh = fresh.collect();
        (fresh, left.into_iter().filter(|(_, left)| *left > 0).map(|(identity, _)| identity).collect())
    }

    /// How many findings are known.
    pub fn len(&self) -> usize {
        self.known.values().sum()
    }

    /// Whether none is known.
    pub fn is_empty(&self) -> bool {
        self.known.is_empty()
    }
}

/// The error without the piece of the file that the library shows with it, which a terminal might obey.
fn in_words(text: &str, error: &toml::de::Error) -> String {
    let at = error.span().map_or(0, |span| span.start);
    let before = text.get(..at).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    format!("line {line}, column {column}: {}", printable(error.message()))
}
