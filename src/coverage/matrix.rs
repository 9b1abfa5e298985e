//! What a matrix of coverage says, as it is printed for programs.

use schemars::JsonSchema;
use serde::Serialize;

/// The matrices of a deliverable.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Coverage {
    /// The package.
    pub package: String,
    /// Its title.
    pub title: String,
    /// The matrices.
    pub matrices: Vec<Matrix>,
}

/// Which matrix.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Name {
    /// Threats, and the objectives against them.
    Threats,
    /// Objectives, and the requirements that serve them.
    Objectives,
    /// Requirements, and how far they cover essential requirements.
    Essentials,
    /// Requirements, and the assessments of them by level and module.
    Assessments,
}

impl Name {
    /// The word on the command line.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Threats => "threats",
            Self::Objectives => "objectives",
            Self::Essentials => "essentials",
            Self::Assessments => "assessments",
        }
    }
}

/// One matrix.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Matrix {
    /// Which.
    pub name: Name,
    /// What its rows and columns are.
    pub title: String,
    /// The columns.
    pub columns: Vec<Head>,
    /// The rows.
    pub rows: Vec<Row>,
}

/// The head of a row or a column.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Head {
    /// Its name.
    pub name: String,
    /// Its title.
    pub title: String,
    /// What several heads have in common.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    /// How far it is met by all of its row or column together.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub degree: Option<Degree>,
    /// What is left out, or why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// One row.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Row {
    /// Its head.
    pub head: Head,
    /// Its cells, by column; those that are missing have nothing to do with each other.
    pub cells: Vec<Cell>,
}

/// One cell.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, JsonSchema)]
pub struct Cell {
    /// Its column, counted from 0.
    pub column: usize,
    /// How far the one meets the other.
    pub degree: Degree,
    /// For which products and levels, with which parts, by what.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub details: Vec<String>,
}

/// How far something is met.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Degree {
    /// For every product, whole and from the lowest level on.
    Full,
    /// For some products, in part, or from a higher level.
    Partial,
    /// Not at all.
    None,
    /// Left uncovered, with a reason.
    Left,
    /// Nothing is asked.
    NotAsked,
}

impl Degree {
    /// In a word.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Full => "full",
            Self::Partial => "partial",
            Self::None => "none",
            Self::Left => "left",
            Self::NotAsked => "not asked",
        }
    }

    /// In one letter, for a narrow cell.
    pub const fn letter(self) -> &'static str {
        match self {
            Self::Full => "F",
            Self::Partial => "P",
            Self::None => "!",
            Self::Left => "L",
            Self::NotAsked => "-",
        }
    }
}

/// The matrices as JSON.
pub fn json(coverages: &[Coverage]) -> String {
    // A value of plain structs and strings has a JSON form.
    serde_json::to_string_pretty(coverages).unwrap_or_default() + "\n"
}

/// The JSON Schema of [`json`].
pub fn schema() -> schemars::Schema {
    crate::schema::of::<Vec<Coverage>>("urn:normc:coverage:1.0.0")
}
