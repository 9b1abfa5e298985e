//! The tree of one file: items, their arguments and blocks, all as spans into the source.

use crate::source::{FileId, Span};

/// What `parse` makes of one file. Holds every sound item, also of a file with errors.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct SyntaxTree {
    /// The file.
    pub file: FileId,
    /// The top-level items, in order.
    pub items: Vec<Item>,
    /// Every comment (`//` up to the line's end, without the line break), in order.
    pub comments: Vec<Span>,
}

/// `keyword argument* [ { item* } ]`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Item {
    /// From the keyword to the last argument or the closing brace.
    pub span: Span,
    /// The keyword.
    pub keyword: Span,
    /// The arguments, in order.
    pub arguments: Vec<Argument>,
    /// The braces and what they hold.
    pub block: Option<Box<Block>>,
    /// Whether its line was reported as broken: arguments may be missing, and nobody should complain of that again.
    pub broken: bool,
}

/// `{ item* }`.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Block {
    /// From brace to brace.
    pub span: Span,
    /// The items inside.
    pub items: Vec<Item>,
    /// Whether an item inside could not be read and is missing from `items`; it was reported.
    pub broken: bool,
}

/// One argument of an item.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Argument {
    /// The whole argument, quotes and parentheses included.
    pub span: Span,
    /// What it is.
    pub value: Value,
    /// Whether a comma follows it, so that the list goes on.
    pub comma: bool,
}

/// One end of a range.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Bound {
    /// The digits, with a decimal point where there is one.
    pub number: Span,
    /// The unit that stands after the digits.
    pub unit: Option<Span>,
}

/// The forms an argument takes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Value {
    /// `R-KDF`, `crypto:R-KDF`, and bare words such as `high`, `when`, `not`: the package before the colon, the name after it.
    Name {
        /// The part before the colon.
        package: Option<Span>,
        /// The rest.
        name: Span,
    },
    /// `"…"` on one line.
    String,
    /// `"""…"""`: Markdown, the common indent removed when it is read.
    Text,
    /// `12`, `64 MiB`, `12.5 %`.
    Quantity {
        /// The digits, with a decimal point where there is one.
        number: Span,
        /// The unit.
        unit: Option<Span>,
    },
    /// `3..10`, `64..256 MiB`, `1 hour..30 days`: two numbers, and one unit for both or one for each.
    Range(Box<(Bound, Bound)>),
    /// `2026-10-30`.
    Date,
    /// `( … )`: a set such as `(aes-gcm, chacha20)`, or a bracketed part of a condition.
    Group(Vec<Argument>),
    /// `<=`, `>=`, `<`, `>`, `=`.
    Operator,
}
