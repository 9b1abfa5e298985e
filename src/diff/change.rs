//! What a comparison comes to, as it is printed for programs.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Serialize;

use crate::redline::Piece;

use super::strictness::Judgement;

/// What changed between two states of a workspace.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Diff {
    /// The old state.
    pub old: Revision,
    /// The new state.
    pub new: Revision,
    /// What became of declarations, by package.
    pub changes: Vec<Change>,
    /// Numbers of clauses, tables, figures, terms and references that are others though nothing is said of them above.
    pub numbers: Vec<Number>,
}

/// A state of a workspace.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Revision {
    /// What it is called: a revision as it was given, or a folder.
    pub name: String,
}

/// What became of a declaration.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum What {
    /// It was not there.
    Added,
    /// It is not there any more.
    Removed,
    /// It has another name.
    Renamed,
    /// It stands in another package, file, family or clause.
    Moved,
    /// It says something else.
    Changed,
    /// It has another number in the draft.
    Renumbered,
}

impl What {
    /// The word.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Removed => "removed",
            Self::Renamed => "renamed",
            Self::Moved => "moved",
            Self::Changed => "changed",
            Self::Renumbered => "renumbered",
        }
    }
}

/// A declaration, as it is now; as it was where it was removed.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Of {
    /// Its package.
    pub package: String,
    /// Its kind.
    pub kind: String,
    /// Its name; empty where it has none.
    pub name: String,
    /// Its title; of what has no name, what it is about.
    pub title: String,
    /// The file that it stands in, below the root of the workspace.
    pub file: String,
    /// The line of that file, from 1.
    pub line: u32,
    /// Package and anchor in the draft.
    #[serde(skip)]
    pub anchor: Option<String>,
}

/// What became of a declaration, in every respect.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub struct Change {
    /// The declaration.
    #[serde(flatten)]
    pub of: Of,
    /// What became of it.
    pub what: BTreeSet<What>,
    /// Its number in the draft, of requirements and of what was renumbered.
    pub number: Option<String>,
    /// The name that it had, where that was another.
    pub renamed_from: Option<String>,
    /// The number that it had in the draft, where that was another.
    pub renumbered_from: Option<String>,
    /// Where it stood, where that was elsewhere.
    pub moves: Vec<Move>,
    /// What it says otherwise, property by property; all that it says where it was added or removed.
    pub properties: Vec<Property>,
    /// Of a requirement that changed: whether it asks for more or for less.
    pub strictness: Option<Judgement>,
}

/// Where a declaration stood and stands.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Move {
    /// `package`, `file`, `family` or `clause`.
    pub of: String,
    /// Where it stood.
    pub was: String,
    /// Where it stands.
    pub now: String,
}

/// A property that differs.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Property {
    /// The property: `statement`, `param memory`, `verdict pass`.
    pub name: String,
    /// What it said.
    pub was: Option<String>,
    /// What it says.
    pub now: Option<String>,
    /// Both as one, word by word.
    pub pieces: Vec<Piece>,
}

/// A number in a draft that is another.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Number {
    /// The package.
    pub package: String,
    /// `clause`, `annex`, `table`, `figure`, `term`, `reference` or `requirement`.
    pub what: String,
    /// Its heading.
    pub title: String,
    /// The number that it had.
    pub was: String,
    /// The number that it has.
    pub now: String,
}

impl Change {
    /// A change of which nothing is known yet.
    pub(super) fn of(of: Of) -> Self {
        Self {
            of,
            what: BTreeSet::new(),
            number: None,
            renamed_from: None,
            renumbered_from: None,
            moves: Vec::new(),
            properties: Vec::new(),
            strictness: None,
        }
    }

    /// Says what became of it.
    pub(super) fn judge_what(&mut self) {
        let found = [
            (What::Renamed, self.renamed_from.is_some()),
            (What::Moved, !self.moves.is_empty()),
            (What::Changed, !self.properties.is_empty() || self.strictness.is_some()),
            (What::Renumbered, self.renumbered_from.is_some()),
        ];
        self.what = found.into_iter().filter(|(_, is)| *is).map(|(what, _)| what).collect();
    }

    /// What became of it, in words.
    pub fn in_words(&self) -> String {
        self.what.iter().map(|what| what.word()).collect::<Vec<_>>().join(", ")
    }
}
