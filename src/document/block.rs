//! What a draft is made of once everything is decided: clauses with their final numbers, and blocks. Has no format, no markup and no
//! raw node; every renderer reads this and nothing else. Serialised as it stands for the templates.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::source::Span;

use super::cover::Cover;
use super::inline::Inline;
use crate::formula::Math;

/// A whole draft, in reading order, with final numbers and resolved cross-references.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Document {
    /// The package it was composed from.
    pub package: String,
    /// BCP 47 language tag, such as `en-GB`.
    pub language: String,
    /// What the cover and the running header say.
    pub cover: Cover,
    /// Document properties for the file's metadata.
    pub metadata: Metadata,
    /// What each page says across it, where the draft is not fit to leave the house.
    pub watermark: Option<String>,
    /// Every clause of the first level, front matter, numbered clauses, annexes and history, in order.
    pub clauses: Vec<Clause>,
    /// Where the contents list stands: before this index of `clauses`.
    pub contents_before: usize,
    /// Whether lines are numbered, for comments.
    pub line_numbers: bool,
    /// What the draft before is called, where this one shows with marks what changed since.
    pub since: Option<String>,
    /// The draft as it was, where this one is to show what changed since.
    #[serde(skip)]
    pub before: Option<Box<Document>>,
}

/// What became of a part of a draft since the one before.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mark {
    /// It was not there.
    Inserted,
    /// It is not there any more.
    Deleted,
    /// It stood elsewhere; what it says may have changed besides.
    Moved,
}

/// Document properties.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Metadata {
    /// The title in one line.
    pub title: String,
    /// Who publishes it.
    pub publisher: String,
    /// What it is about.
    pub description: String,
    /// Keywords, in order.
    pub keywords: Vec<String>,
    /// The date of the version, `YYYY-MM-DD`.
    pub date: String,
    /// The version, such as `0.1.0`.
    pub version: String,
    /// The program that made it.
    pub generator: String,
    /// The number without edition, such as `EN 304 618`.
    pub number: String,
    /// How others cite this edition, such as `ETSI EN 304 618 V0.1.0 (2026-11)`.
    pub dated: String,
    /// How others cite it whatever the edition, such as `prEN 40000-1-4`.
    pub undated: String,
    /// How far it has come: `draft`, `enquiry`, `vote` or `published`.
    pub stage: String,
    /// The reference of the work item; empty where there is none.
    pub work_item: String,
    /// The technical body that drafts it; empty where it is not said.
    pub committee: String,
    /// The date that the edition bears, `YYYY-MM-DD`; empty where it bears none.
    pub issued: String,
    /// The requested items that it answers, in words; empty where it answers none.
    pub answers: String,
    /// What the publisher's database calls the two sorts of annex.
    pub annex_types: AnnexTypes,
}

/// What a publisher's database calls the two sorts of annex.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct AnnexTypes {
    /// An annex that binds, such as `norm-annex` or `normative`.
    pub normative: String,
    /// An annex that informs, such as `inform-annex` or `informative`.
    pub informative: String,
}

impl Default for AnnexTypes {
    fn default() -> Self {
        Self { normative: "norm-annex".to_owned(), informative: "inform-annex".to_owned() }
    }
}

/// How a clause is headed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum ClauseKind {
    /// Unnumbered: foreword, modal verbs terminology, history.
    Unnumbered,
    /// Numbered: `4`, `5.1`, `A.1`.
    Numbered,
    /// An annex that binds.
    NormativeAnnex,
    /// An annex that informs.
    InformativeAnnex,
}

/// A clause with what it holds.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Clause {
    /// The anchor, unique in the document: letters, digits, `-`, `_`, `.`.
    pub id: String,
    /// How it is headed.
    pub kind: ClauseKind,
    /// Depth, from 1.
    pub level: u8,
    /// The number, such as `5.1` or `A.2`; the letter alone for an annex; empty where unnumbered.
    pub number: String,
    /// The heading.
    pub title: String,
    /// The part of the outline that it is, such as `scope`, `normative-references` or `terms`; empty where it is a subclause that a part made
    /// or an author wrote.
    pub role: String,
    /// What became of the whole clause since the draft before.
    pub mark: Option<Mark>,
    /// The number and heading that it had in the draft before, where they were others.
    pub was: Option<Heading>,
    /// Whether it starts a new page.
    pub page_break: bool,
    /// Whether it appears in the contents.
    pub in_contents: bool,
    /// Its blocks, before its clauses.
    pub blocks: Vec<Block>,
    /// The clauses inside it.
    pub clauses: Vec<Clause>,
    /// Where it comes from, where it comes from one place.
    #[serde(skip)]
    pub span: Option<Span>,
}

impl Clause {
    /// A numbered clause that stands in the contents; its number comes later.
    pub fn new(id: &str, title: &str, level: u8, blocks: Vec<Block>, clauses: Vec<Self>) -> Self {
        Self {
            id: id.to_owned(),
            kind: ClauseKind::Numbered,
            level,
            number: String::new(),
            title: title.to_owned(),
            role: String::new(),
            mark: None,
            was: None,
            page_break: false,
            in_contents: true,
            blocks,
            clauses,
            span: None,
        }
    }
}

/// The number and words that head a clause.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Heading {
    /// The number; empty where it has none.
    pub number: String,
    /// The words.
    pub title: String,
}

/// A block.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "type", rename_all = "kebab-case")]
pub enum Block {
    /// A paragraph.
    Paragraph {
        /// Its text.
        text: Vec<Inline>,
    },
    /// A heading inside generated prose, too small to be numbered.
    Label {
        /// Its text.
        text: Vec<Inline>,
    },
    /// A list.
    List {
        /// The number of the first item where it is ordered.
        start: Option<u64>,
        /// The items.
        items: Vec<Vec<Block>>,
    },
    /// An informative note.
    Note {
        /// `NOTE` or `NOTE 2`, with the outline's punctuation.
        label: String,
        /// What it says.
        blocks: Vec<Block>,
    },
    /// An informative example.
    Example {
        /// `EXAMPLE` or `EXAMPLE 2`, with the outline's punctuation.
        label: String,
        /// What it says.
        blocks: Vec<Block>,
    },
    /// A warning: what has to be heeded.
    Warning {
        /// `WARNING` or `WARNING 2`, with the outline's punctuation.
        label: String,
        /// What it says.
        blocks: Vec<Block>,
    },
    /// A remark of the editor, in drafts only; also normc's neutral wording where official text belongs.
    EditorsNote {
        /// Its label.
        label: String,
        /// What it says.
        blocks: Vec<Block>,
    },
    /// A table.
    Table(Table),
    /// A figure.
    Figure(Figure),
    /// A formula on a line of its own.
    Formula {
        /// The anchor; empty where nothing can refer to it.
        id: String,
        /// Its number in brackets, such as `(3)`; empty where it has none.
        label: String,
        /// What it says.
        math: Math,
        /// The same as it was written, in the notation of LaTeX; also its text alternative.
        source: String,
    },
    /// The tables, figures or requirements of the draft, with the places where they stand.
    Listing {
        /// What is listed.
        of: Listed,
        /// The entries, in order.
        entries: Vec<ListingEntry>,
    },
    /// Blocks that were all inserted, deleted or moved since the draft before.
    Marked {
        /// What became of them.
        mark: Mark,
        /// The blocks.
        blocks: Vec<Block>,
    },
    /// Code, kept as it stands.
    Code {
        /// The language that it is written in, such as `json`; empty where nothing is said.
        language: String,
        /// The text.
        text: String,
    },
    /// An entry of the terms clause.
    Term {
        /// The anchor.
        id: String,
        /// The number, where the outline numbers terms.
        number: String,
        /// The term.
        term: String,
        /// Synonyms that may be used.
        admitted: Vec<String>,
        /// Synonyms that should no longer be used.
        deprecated: Vec<String>,
        /// The definition.
        definition: Vec<Inline>,
        /// Notes to the entry.
        notes: Vec<Block>,
    },
    /// A two-column list: abbreviations, symbols.
    Definitions {
        /// Anchor, short form, what it stands for.
        entries: Vec<Definition>,
    },
    /// An entry of a list of references.
    Reference {
        /// The anchor.
        id: String,
        /// `[1]` or `[i.1]`.
        label: String,
        /// The entry.
        text: Vec<Inline>,
        /// What the entry is made of.
        citation: Citation,
    },
    /// A requirement, with its number and provision.
    Requirement {
        /// The anchor.
        id: String,
        /// The printed number, such as `REQ-PM-KDF-001`.
        number: String,
        /// The heading.
        title: String,
        /// The level and condition in words, such as `[high] if the product has: sync`; empty where it always binds.
        applicability: Vec<Inline>,
        /// The provision, notes and rationale.
        blocks: Vec<Block>,
        /// What it refines, covers and serves: label and text.
        relations: Vec<Field>,
        /// Where it is declared.
        #[serde(skip)]
        span: Option<Span>,
    },
    /// An assessment in the six-field form.
    Assessment {
        /// The anchor.
        id: String,
        /// The printed number.
        number: String,
        /// The heading.
        title: String,
        /// The fields, in the form's order: label and what it says.
        fields: Vec<Field>,
        /// Where it is declared.
        #[serde(skip)]
        span: Option<Span>,
    },
}

/// What an entry of a list of references is made of. Each part stands in the entry's text as it stands here.
#[derive(Clone, Debug, Default, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Citation {
    /// Who publishes the document and its number, with the edition that is cited, such as `IETF RFC 8446 (2018)`.
    pub document: String,
    /// The same without the edition.
    pub undated: String,
    /// Its title; empty where it has none.
    pub title: String,
    /// Whether an edition is cited.
    pub dated: bool,
    /// Whether it is an act of the law, as against a document that experts agreed on.
    pub act: bool,
}

/// What a listing lists.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Listed {
    /// Tables that have a caption.
    Tables,
    /// Figures.
    Figures,
    /// Requirements, with their numbers.
    Requirements,
}

/// An entry of a listing.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct ListingEntry {
    /// The anchor of what is listed.
    pub target: String,
    /// Its label, such as `Table A.1` or a requirement's number.
    pub label: String,
    /// Its title.
    pub title: String,
}

/// A labelled part of a requirement or an assessment.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Field {
    /// The label, such as `Preparation`.
    pub label: String,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// An entry of a two-column list.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Definition {
    /// The anchor.
    pub id: String,
    /// The short form.
    pub term: String,
    /// What it stands for.
    pub text: Vec<Inline>,
}

/// A table: a caption, one header row, rows of as many cells.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Table {
    /// The anchor.
    pub id: String,
    /// The label with its number, such as `Table A.1`.
    pub label: String,
    /// The title, which the caption has behind the label.
    pub title: String,
    /// The caption.
    pub caption: String,
    /// Relative widths of the columns; as many as cells in a row.
    pub widths: Vec<u8>,
    /// The header row.
    pub head: Vec<Cell>,
    /// The rows.
    pub rows: Vec<Row>,
    /// Whether the first cell of each row heads the row.
    pub row_headers: bool,
    /// Whether it is too wide for an upright page and stands on a page on its side.
    pub wide: bool,
    /// Notes at the table's foot.
    pub notes: Vec<Block>,
}

impl Table {
    /// Whether normc makes it from what is declared, as against one that an author wrote.
    pub fn is_made(&self) -> bool {
        self.id.starts_with("tab-")
    }
}

/// A table cell.
pub type Cell = Vec<Inline>;

/// A row of a table.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Row {
    /// Its cells.
    pub cells: Vec<Cell>,
    /// What became of the whole row since the draft before.
    pub mark: Option<Mark>,
}

impl From<Vec<Cell>> for Row {
    fn from(cells: Vec<Cell>) -> Self {
        Self { cells, mark: None }
    }
}

/// A picture.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "kebab-case")]
pub struct Figure {
    /// The anchor.
    pub id: String,
    /// The label with its number, such as `Figure 2`.
    pub label: String,
    /// The title, which the caption has behind the label.
    pub title: String,
    /// The caption.
    pub caption: String,
    /// `png` or `svg`.
    pub format: String,
    /// What it shows, in words.
    pub alt: String,
    /// The bytes of the file.
    #[serde(skip)]
    pub bytes: std::sync::Arc<[u8]>,
}

impl Figure {
    /// Whether normc draws it from what is declared, as against one that an author drew.
    pub fn is_made(&self) -> bool {
        self.id.starts_with("fig-")
    }
}
