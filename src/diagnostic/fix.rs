//! What mends a finding: edits of the sources, in words, and whether a program may make them by itself.

use crate::source::Span;

/// Whether a program may make the edits of a fix by itself. Ordered: `Safe < Proposed`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, serde::Serialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Applicability {
    /// What the author meant is plain, and the edits say it: `normc check --fix` makes them.
    Safe,
    /// A person has to look: a text is to be filled in, or one of several ways to be chosen. `normc check --fix` shows the edits.
    Proposed,
}

/// One edit: replace the bytes of `span` by `replacement`. Nothing is deleted where the span is empty.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Edit {
    /// The bytes to replace.
    pub span: Span,
    /// What takes their place.
    pub replacement: String,
}

impl Edit {
    /// Replaces the bytes of `span` by `replacement`.
    pub fn new(span: Span, replacement: impl Into<String>) -> Self {
        Self { span, replacement: replacement.into() }
    }
}

/// Edits that together mend a finding, in one file or in several.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fix {
    /// What the edits do, as an imperative: "write `O-SECRET`".
    pub title: String,
    /// Whether a program may make them by itself.
    pub applicability: Applicability,
    /// The edits, which do not overlap.
    pub edits: Vec<Edit>,
}

impl Fix {
    /// A fix that a program may make by itself, to be given its edits by the chained methods below.
    pub fn safe(title: impl Into<String>) -> Self {
        Self { title: title.into(), applicability: Applicability::Safe, edits: Vec::new() }
    }

    /// A fix that a person has to look at.
    pub fn proposed(title: impl Into<String>) -> Self {
        Self { applicability: Applicability::Proposed, ..Self::safe(title) }
    }

    /// Writes a name where another stands; safe where it is certain that it was meant.
    pub fn rename(span: Span, name: &str, certain: bool) -> Self {
        let title = format!("write `{name}`");
        if certain { Self::safe(title) } else { Self::proposed(title) }.replace(span, name)
    }

    /// Another edit; `edit` makes those that come out in canonical form.
    #[must_use]
    pub fn edit(mut self, edit: Edit) -> Self {
        self.edits.push(edit);
        self
    }

    /// Another edit: replace the bytes of `span`.
    #[must_use]
    pub fn replace(self, span: Span, replacement: impl Into<String>) -> Self {
        self.edit(Edit::new(span, replacement))
    }

    /// Whether a program may make the edits by itself.
    pub fn is_safe(&self) -> bool {
        self.applicability == Applicability::Safe
    }
}
