//! Running text of a draft, with its cross-references resolved.

use serde::Serialize;

use super::block::Mark;
use crate::formula::Math;

/// A piece of running text.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub enum Inline {
    /// Plain text.
    Text {
        /// The text.
        text: String,
    },
    /// Emphasised text.
    Emphasis {
        /// What is emphasised.
        content: Vec<Inline>,
    },
    /// Strong text.
    Strong {
        /// What is strong.
        content: Vec<Inline>,
    },
    /// Code in running text.
    Code {
        /// The text.
        text: String,
    },
    /// A cross-reference to an anchor of this document.
    Reference {
        /// The anchor.
        target: String,
        /// What is printed, such as `clause 5.1` or `[1]`.
        text: String,
        /// The title of what is referred to, shown on hover.
        title: String,
    },
    /// A link out of the document: `https:`, `http:` or `mailto:` only.
    Link {
        /// The address.
        url: String,
        /// What is printed.
        content: Vec<Inline>,
    },
    /// A place that a cross-reference leads to, invisible.
    Anchor {
        /// The anchor.
        id: String,
    },
    /// A formula in running text.
    Formula {
        /// What it says.
        math: Math,
        /// The same as it was written, in the notation of LaTeX; also its text alternative.
        source: String,
    },
    /// A footnote, called here.
    Footnote {
        /// The anchor, unique in the document.
        id: String,
        /// Its number, counted through the draft, such as `3`.
        number: String,
        /// What it says.
        text: Vec<Inline>,
    },
    /// Running text that was inserted, deleted or moved since the draft before.
    Marked {
        /// What became of it.
        mark: Mark,
        /// The text.
        content: Vec<Inline>,
    },
    /// A line break.
    Break,
}

impl Inline {
    /// Plain text.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text { text: text.into() }
    }

    /// The words it prints, without their looks.
    pub fn words(&self) -> String {
        match self {
            Self::Text { text } | Self::Code { text } | Self::Reference { text, .. } => text.clone(),
            Self::Formula { source, .. } => source.clone(),
            Self::Emphasis { content }
            | Self::Strong { content }
            | Self::Link { content, .. }
            | Self::Marked { content, .. } => content.iter().map(Self::words).collect(),
            Self::Break => " ".to_owned(),
            Self::Anchor { .. } | Self::Footnote { .. } => String::new(),
        }
    }
}
