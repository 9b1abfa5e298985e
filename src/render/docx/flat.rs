//! A draft as a word processor has it: paragraphs, tables and sections one after the other, each with its style. Stands between the document
//! and XML, so that two drafts can be compared in it and what became of each part be marked. Knows no XML.

use std::sync::Arc;

use crate::formula::Math;

use super::role::Role;

/// What became of something since the draft before.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) enum Mark {
    /// Nothing.
    #[default]
    Same,
    /// It was not there.
    Inserted,
    /// It is not there any more.
    Deleted,
    /// It stands elsewhere now; the number is that of the move.
    MovedFrom(u32),
    /// It stood elsewhere; the number is that of the move.
    MovedTo(u32),
}

/// Something in the order of reading.
#[derive(Clone, Debug)]
pub(super) enum Item {
    /// A paragraph.
    Paragraph(Paragraph),
    /// A table.
    Table(Table),
    /// The end of a section, which has this shape.
    Section(Shape, Mark),
    /// The beginning of a field whose result are the paragraphs that follow, with its instruction; or its end.
    Field(Option<String>, Mark),
}

/// How the pages of a section look.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Shape {
    /// The cover: no header, no footer.
    Cover,
    /// Upright pages.
    Upright,
    /// Pages on their side, for what is too wide.
    Wide,
}

/// A paragraph.
#[derive(Clone, Debug)]
pub(super) struct Paragraph {
    /// What it is for.
    pub(super) role: Role,
    /// Where it is numbered by the word processor: how.
    pub(super) numbered: Option<Numbered>,
    /// The list that it was an item of in the draft before, where it is in one still.
    pub(super) was: Option<usize>,
    /// What stands in it.
    pub(super) pieces: Vec<Piece>,
    /// What became of its end, which joins it with the next where it goes.
    pub(super) mark: Mark,
}

/// How the word processor numbers a paragraph.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Numbered {
    /// It is an item of this list, the first of which has this number; the lists count through the draft.
    List(usize, u64),
    /// It has a typed number, although its style has one of its own.
    Typed,
    /// It is a heading at a depth, from 0, in the annex of this letter; among the clauses where there is none.
    Heading(String, u8),
}

/// A piece of a paragraph.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Piece {
    /// What it is.
    pub(super) what: What,
    /// The role of its character style.
    pub(super) look: Option<Role>,
    /// Where it leads.
    pub(super) link: Option<Link>,
    /// What became of it.
    pub(super) mark: Mark,
}

/// Where a piece leads.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Link {
    /// To a bookmark of the draft.
    Inside(String),
    /// Out of the draft.
    Outside(String),
}

/// What a piece is.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum What {
    /// Text.
    Text(String),
    /// A tab.
    Tab,
    /// A line break.
    Break,
    /// A page break.
    PageBreak,
    /// The beginning of the place of this name.
    Start(String),
    /// Its end.
    End(String),
    /// A field and its result.
    Field {
        /// What the word processor makes it from.
        instruction: String,
        /// What it has made.
        result: String,
    },
    /// A footnote: its text, and its number where it does not follow the one before.
    Footnote(Vec<Piece>, Option<String>),
    /// A formula, and how it was written.
    Formula(Math, String),
    /// A picture.
    Picture(Picture),
}

/// A picture in the text.
#[derive(Clone, PartialEq, Debug)]
pub(super) struct Picture {
    /// The anchor of the figure.
    pub(super) id: String,
    /// `png` or `svg`.
    pub(super) format: String,
    /// What it shows, in words.
    pub(super) alt: String,
    /// The file.
    pub(super) bytes: Arc<[u8]>,
}

/// A table.
#[derive(Clone, Debug)]
pub(super) struct Table {
    /// What makes it the same table in two drafts.
    pub(super) key: String,
    /// What it is for.
    pub(super) role: Role,
    /// What it is called, for those who do not see it.
    pub(super) alt: String,
    /// The widths of its columns, in twentieths of a point.
    pub(super) widths: Vec<u32>,
    /// Whether the first cell of each row heads it.
    pub(super) row_headers: bool,
    /// The rows.
    pub(super) rows: Vec<Row>,
}

/// A row of a table.
#[derive(Clone, Debug)]
pub(super) struct Row {
    /// Whether it is repeated on each page.
    pub(super) head: bool,
    /// The cells; one alone spans all columns.
    pub(super) cells: Vec<Vec<Item>>,
    /// What became of it.
    pub(super) mark: Mark,
}

impl Paragraph {
    /// A paragraph of these pieces.
    pub(super) fn new(role: Role, pieces: Vec<Piece>) -> Self {
        Self { role, numbered: None, was: None, pieces, mark: Mark::Same }
    }
}

impl Piece {
    /// A piece without a look.
    pub(super) fn new(what: What) -> Self {
        Self { what, look: None, link: None, mark: Mark::Same }
    }

    /// A text.
    pub(super) fn text(text: &str) -> Self {
        Self::new(What::Text(text.to_owned()))
    }

    /// A text with a look.
    pub(super) fn looking(text: &str, look: Role) -> Self {
        Self { look: Some(look), ..Self::text(text) }
    }

    /// A tab.
    pub(super) fn tab() -> Self {
        Self::new(What::Tab)
    }

    /// These pieces as the place of a name.
    pub(super) fn place(bookmark: &str, pieces: Vec<Piece>) -> Vec<Piece> {
        let mut out = vec![Self::new(What::Start(bookmark.to_owned()))];
        out.extend(pieces);
        out.push(Self::new(What::End(bookmark.to_owned())));
        out
    }
}
