//! Formulas as a tree, which every format has elements for: MathML, OMML, typst. No formula is kept as markup.

use serde::Serialize;

/// A piece of a formula.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub enum Math {
    /// Pieces that follow each other.
    Row {
        /// The pieces.
        content: Vec<Math>,
    },
    /// A variable or the name of a function: one letter is set in italics, several upright.
    Identifier {
        /// The name.
        text: String,
    },
    /// A number, with the decimal sign of the organisation.
    Number {
        /// Its figures.
        text: String,
    },
    /// An operator, a relation, a bracket or a sign of punctuation.
    Operator {
        /// The sign, one character of Unicode or a name such as `max`.
        text: String,
    },
    /// Words.
    Text {
        /// What stands there.
        text: String,
    },
    /// A space, in thousandths of the size of the type.
    Space {
        /// Its width.
        width: i32,
    },
    /// A fraction.
    Fraction {
        /// What is above the line.
        above: Box<Math>,
        /// What is below.
        below: Box<Math>,
    },
    /// A root.
    Root {
        /// Which root, where it is not the square root.
        degree: Option<Box<Math>>,
        /// What is under it.
        content: Box<Math>,
    },
    /// What has something at its lower or upper right corner.
    Script {
        /// What has it.
        base: Box<Math>,
        /// At its lower corner.
        lower: Option<Box<Math>>,
        /// At its upper corner.
        upper: Option<Box<Math>>,
    },
    /// What has something below or above it, such as a sum.
    Limits {
        /// What has it.
        base: Box<Math>,
        /// Below.
        lower: Option<Box<Math>>,
        /// Above.
        upper: Option<Box<Math>>,
    },
    /// What stands between brackets that grow with it.
    Fenced {
        /// The opening bracket; empty where there is none.
        open: String,
        /// What is between.
        content: Box<Math>,
        /// The closing bracket; empty where there is none.
        close: String,
    },
    /// A matrix, or the cases of a definition.
    Table {
        /// Its rows of cells.
        rows: Vec<Vec<Math>>,
    },
}

impl Math {
    /// The same with each of its numbers as `figures` writes it.
    pub fn with_numbers(self, figures: &dyn Fn(&str) -> String) -> Self {
        let inside = |math: Box<Self>| Box::new(math.with_numbers(figures));
        let all = |content: Vec<Self>| content.into_iter().map(|math| math.with_numbers(figures)).collect();
        match self {
            Self::Number { text } => Self::Number { text: figures(&text) },
            Self::Row { content } => Self::Row { content: all(content) },
            Self::Fraction { above, below } => Self::Fraction { above: inside(above), below: inside(below) },
            Self::Root { degree, content } => Self::Root { degree: degree.map(inside), content: inside(content) },
            Self::Script { base, lower, upper } => {
                Self::Script { base: inside(base), lower: lower.map(inside), upper: upper.map(inside) }
            }
            Self::Limits { base, lower, upper } => {
                Self::Limits { base: inside(base), lower: lower.map(inside), upper: upper.map(inside) }
            }
            Self::Fenced { open, content, close } => Self::Fenced { open, content: inside(content), close },
            Self::Table { rows } => Self::Table { rows: rows.into_iter().map(all).collect() },
            other @ (Self::Identifier { .. } | Self::Operator { .. } | Self::Text { .. } | Self::Space { .. }) => other,
        }
    }
}
