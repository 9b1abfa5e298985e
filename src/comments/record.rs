//! The records: a round of comments on one deliverable, and what was decided on each.

use std::collections::BTreeMap;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::source::FileId;

/// Every round that the workspace keeps, in the order of their files.
pub type Rounds = Vec<Kept>;

/// A round with the file that keeps it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Kept {
    /// The file, among those that are attached to the sources.
    pub file: FileId,
    /// The bytes of the line that names each comment, in order.
    pub places: Vec<std::ops::Range<usize>>,
    /// The round.
    pub round: Round,
}

/// A round of comments on a deliverable.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Round {
    /// The deliverable.
    pub package: String,
    /// What the round is called, such as `enquiry`.
    pub round: String,
    /// The forms on which the comments came.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sources: Vec<Source>,
    /// The comments, in the order in which they came.
    #[serde(default)]
    pub comments: Vec<Comment>,
}

/// A form on which comments came, and what stood at its head.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Source {
    /// The name of its file.
    pub file: String,
    /// The date at its head.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub date: String,
    /// The document at its head.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub document: String,
    /// The project at its head.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub project: String,
}

/// A comment: what its row says, what it is on, and what was decided.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Comment {
    /// Its name, unique in the round, such as `FR-003`.
    pub id: String,
    /// Who made it, such as `FR`.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub body: String,
    /// What the first column said, where neither `id` nor `body` says the same.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub written: Option<String>,
    /// The declaration that it is on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<String>,
    /// The other place in the draft that it is on: the anchor of a clause, a table or a figure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<String>,
    /// The lines of the draft that was commented on.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub line: String,
    /// The clause.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub clause: String,
    /// The paragraph, figure or table.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub element: String,
    /// `ge`, `te` or `ed`, as it was written.
    #[serde(default, rename = "type", skip_serializing_if = "String::is_empty")]
    pub kind: String,
    /// The comment itself.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub comment: String,
    /// The change that is proposed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub proposed: String,
    /// What the secretariat had observed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub observations: String,
    /// Columns that the form does not have, by their headings.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub more: BTreeMap<String, String>,
    /// What stands in the form and no text can hold, such as `a picture in the comment`.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub left_out: Vec<String>,
    /// The same comment in the round before, such as `enquiry/FR-003`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<String>,
    /// What was decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resolution: Option<Resolution>,
}

/// What was decided on a comment, and why.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Resolution {
    /// What was decided.
    pub outcome: Outcome,
    /// Why.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub because: String,
}

/// What was decided on a comment.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Outcome {
    /// The change is made as it is proposed.
    Accept,
    /// A change is made, but another than the one that is proposed.
    AcceptModified,
    /// No change is made.
    Reject,
    /// The comment asks for no change.
    Noted,
}

impl Outcome {
    /// Every outcome.
    pub const ALL: [Self; 4] = [Self::Accept, Self::AcceptModified, Self::Reject, Self::Noted];

    /// Its word, on the command line and in the file.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Accept => "accept",
            Self::AcceptModified => "accept-modified",
            Self::Reject => "reject",
            Self::Noted => "noted",
        }
    }

    /// Whether it says nothing to the commenter without a reason. What is accepted as proposed is its own reason.
    pub const fn needs_reason(self) -> bool {
        !matches!(self, Self::Accept)
    }
}

impl FromStr for Outcome {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, String> {
        let known = Self::ALL.into_iter().find(|outcome| outcome.word() == word);
        known.ok_or_else(|| format!("`{word}` is no outcome; these are: accept, accept-modified, reject, noted"))
    }
}

impl Comment {
    /// Whether nothing is decided yet.
    pub fn is_open(&self) -> bool {
        self.resolution.is_none()
    }
}
