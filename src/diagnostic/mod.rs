//! What normc says about a source: one type for every finding, whichever stage found it. Knows no rule.

mod baseline;
mod fix;
mod gitlab;
mod identity;
mod json;
mod junit;
mod sarif;
mod short;
mod terminal;
mod ties;

use crate::source::Span;

pub use baseline::Baseline;
pub use fix::{Applicability, Edit, Fix};
pub use gitlab::gitlab;
pub use identity::{Identity, identities};
pub use json::{json, schema};
pub use junit::junit;
pub use sarif::{RuleHelp, sarif};
pub use short::short;
pub use terminal::{printable, terminal};
pub use ties::{Lack, Ties};

/// How serious a finding is. Ordered: `Note < Warning < Error`.
#[derive(
    Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, serde::Serialize, serde::Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// Worth knowing; never fails a check.
    Note,
    /// Worth mending before the draft goes out.
    Warning,
    /// The source is wrong; `check` ends with exit code 1 and `build` writes nothing.
    Error,
}

impl Severity {
    /// The word that messages print.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// Another place that a finding involves, with what it has to do with it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Label {
    /// The place.
    pub span: Span,
    /// What it has to do with the finding, such as "first declared here".
    pub text: String,
}

/// One finding.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Diagnostic {
    /// The rule's name, as in `normc explain NAME`.
    pub rule: &'static str,
    /// How serious it is, after the manifest's severities.
    pub severity: Severity,
    /// The fact: lower case, names in backticks, no full stop.
    pub message: String,
    /// Where it is, and a few words on that place (may be empty).
    pub primary: Label,
    /// Every other place involved.
    pub labels: Vec<Label>,
    /// What to do about it, as an imperative.
    pub help: Option<String>,
    /// Edits that mend it, each by itself; the best first.
    pub fixes: Vec<Fix>,
    /// Other places that have the same cause and of which the same is said.
    pub also: Vec<Span>,
    /// Findings that may only follow from this one.
    pub consequences: Vec<Diagnostic>,
    /// What ties it to other findings.
    pub ties: Ties,
}

impl Diagnostic {
    /// A finding of severity error, to be refined by the chained methods below.
    pub fn error(rule: &'static str, span: Span, message: impl Into<String>) -> Self {
        Self {
            rule,
            severity: Severity::Error,
            message: message.into(),
            primary: Label { span, text: String::new() },
            labels: Vec::new(),
            help: None,
            fixes: Vec::new(),
            also: Vec::new(),
            consequences: Vec::new(),
            ties: Ties::default(),
        }
    }

    /// The same with another severity.
    #[must_use]
    pub fn severity(mut self, severity: Severity) -> Self {
        self.severity = severity;
        self
    }

    /// A few words under the primary place.
    #[must_use]
    pub fn here(mut self, text: impl Into<String>) -> Self {
        self.primary.text = text.into();
        self
    }

    /// Another place involved.
    #[must_use]
    pub fn label(mut self, span: Span, text: impl Into<String>) -> Self {
        self.labels.push(Label { span, text: text.into() });
        self
    }

    /// What to do about it.
    #[must_use]
    pub fn help(mut self, text: impl Into<String>) -> Self {
        self.help = Some(text.into());
        self
    }

    /// The name that was meant by what stands at `span`; `certain` where nothing else can have been meant.
    #[must_use]
    pub fn did_you_mean(self, span: Span, name: &str, certain: bool) -> Self {
        self.help(format!("did you mean `{name}`?")).fix(Fix::rename(span, name, certain))
    }

    /// A way to mend it, or another.
    #[must_use]
    pub fn fix(mut self, fix: Fix) -> Self {
        self.fixes.push(fix);
        self
    }

    /// Misses what a declaration of these kinds, or another line of its own, would say.
    #[must_use]
    pub fn misses(mut self, kinds: &'static [&'static str]) -> Self {
        self.ties.misses = Some(kinds);
        self
    }

    /// A way to mend it, where there is one.
    #[must_use]
    pub fn fixed(mut self, fix: Option<Fix>) -> Self {
        self.fixes.extend(fix);
        self
    }

    /// What is referred to and is not there.
    #[must_use]
    pub fn lacks(mut self, lack: Lack) -> Self {
        self.ties.lack = Some(lack);
        self
    }

    /// Itself and everything that is folded under it.
    pub fn all(&self) -> impl Iterator<Item = &Self> {
        std::iter::once(self).chain(&self.consequences)
    }

    /// Its own place, and the others of which the same is said.
    pub fn places(&self) -> impl Iterator<Item = Span> {
        std::iter::once(self.primary.span).chain(self.also.iter().copied())
    }

    /// The order in which findings are shown: file, offset, rule, message.
    pub fn order(&self, other: &Self) -> std::cmp::Ordering {
        (self.primary.span, self.rule, &self.message).cmp(&(other.primary.span, other.rule, &other.message))
    }
}
