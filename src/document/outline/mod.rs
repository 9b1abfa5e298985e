//! Outlines: the order of a draft's elements, headings, labels and slots, as data.

mod demands;
mod element;
mod elements;
mod form;
mod forms;
mod house;
mod read;
mod schema;
mod shape;
mod words;

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use crate::model::standard::Eso;

use super::block::AnnexTypes;
use form::forms;

pub use element::{After, Element, Headed, Part, Sort};
pub use form::{Form, Piece, pieces};
pub(super) use form::{fill, say};
pub use house::{House, Texts, slots_of};
pub use read::{OUTLINE_FILE, WORDS_FILE, built_in_words, examine, examine_words};
pub use schema::schema;
pub use words::{Drawings, Fields, Phrases, TableWords, Tables, Words};

/// The house rules of a draft.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Outline {
    /// Whose outline that comes with normc this one changes: what is not said here is as there.
    #[serde(default)]
    pub base: Option<Organisation>,
    /// Whose drafts have it; chooses the look.
    pub eso: Organisation,
    /// The language of the draft, such as `en-GB`.
    pub language: String,
    /// Who publishes.
    pub publisher: String,
    /// What the cover says.
    pub cover: CoverRules,
    /// What stands across each page, and how wording of normc is marked.
    pub marks: Marks,
    /// How tables and figures are counted.
    pub numbering: Numbering,
    /// How entries of the terms clause are written.
    pub entries: Entries,
    /// Labels and the forms of numbers.
    pub labels: Labels,
    /// The letters of the annex on the relationship to the act, by the word of the organisation, where it is not counted like others.
    #[serde(default)]
    pub relationship: BTreeMap<String, String>,
    /// The dates by which a European standard takes the place of national ones, where the foreword has them.
    #[serde(default)]
    pub transposition: Option<Transposition>,
    /// What the publisher's database calls the two sorts of annex: the words of NISO's and CEN-CENELEC's checkers where nothing is said.
    #[serde(default)]
    pub annex_types: AnnexTypes,
    /// The blocks of page 2.
    pub page_two: Vec<Slot>,
    /// The elements, in order.
    pub elements: Vec<Element>,
    /// Words of normc that this outline has otherwise.
    pub words: Words,
}

/// An organisation whose outline, words and style come with normc.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Organisation {
    /// ETSI.
    Etsi,
    /// CEN and CENELEC.
    Cen,
}

/// What is said on drafts that are not fit to be published.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Marks {
    /// What stands across each page, by stage.
    pub stages: BTreeMap<String, String>,
    /// What stands across each page where the sources have errors.
    pub findings: String,
    /// How wording of normc is marked that stands in place of official text.
    pub neutral: Neutral,
}

/// How wording of normc is marked that stands in place of official text.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Neutral {
    /// Where the mark stands.
    pub place: NeutralPlace,
    /// What it says.
    pub text: String,
}

/// Where wording of normc is marked.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum NeutralPlace {
    /// Before each such text.
    Notice,
    /// Across each page of the draft.
    Watermark,
}

/// How tables, figures and formulas are counted.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Numbering {
    /// Through which part of the draft tables are counted.
    pub tables: Counted,
    /// Through which part of the draft figures are counted.
    pub figures: Counted,
    /// Through which part of the draft formulas are counted.
    pub formulas: Counted,
    /// The number of what is counted in each clause.
    pub in_clause: String,
    /// The number of what stands in an annex and is counted there.
    pub in_annex: String,
}

/// Through which part of a draft something is counted.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Counted {
    /// Through all clauses, and through each annex.
    Document,
    /// Through each clause or subclause.
    Clause,
}

forms! {
    /// How entries of the terms clause are written.
    pub struct Entries {
        /// The label of a note to an entry; like any other note where nothing is said.
        #[serde(default)]
        note: Option<String> ["n"],
        /// The source of a definition, in a note.
        #[serde(default)]
        source_note: Option<String> ["reference"],
        /// The source of a definition, in a paragraph of its own.
        #[serde(default)]
        source: Option<String> ["reference"],
    }
}

/// What the cover says; `{…}` stands for what the header declares.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct CoverRules {
    /// The identifier line.
    pub identifier: String,
    /// The type line, by type of deliverable.
    pub types: BTreeMap<String, String>,
    /// What `{draft}` stands for, by stage.
    pub stages: BTreeMap<String, String>,
    /// The elements of the title.
    pub title: Vec<String>,
    /// The running footer.
    pub footer: String,
    /// How the deliverable calls itself.
    pub present: String,
}

forms! {
    /// Labels and the forms of numbers; `{n}` stands for the number.
    pub struct Labels {
        /// `NOTE`
        note: String [],
        /// `EXAMPLE`
        example: String [],
        /// `WARNING`
        warning: String [],
        /// What follows the label of a note, example or warning.
        after_label: String [],
        /// Before a remark of the editor.
        editors_note: String [],
        /// The label of a table.
        table: String ["n"],
        /// The label of a figure.
        figure: String ["n"],
        /// A caption.
        caption: String ["label" "title"],
        /// A cross-reference to a clause.
        clause: String ["n"],
        /// A cross-reference to a clause inside another; like one to a clause where nothing is said.
        #[serde(default)]
        subclause: Option<String> ["n"],
        /// A cross-reference to a table.
        table_reference: String ["n"],
        /// A cross-reference to a figure.
        figure_reference: String ["n"],
        /// The number of a formula.
        formula: String ["n"],
        /// A cross-reference to a formula, whose number has the form above.
        formula_reference: String ["n"],
        /// The number of a term in the clause `{clause}`, where terms have numbers.
        #[serde(default)]
        term: Option<String> ["clause" "n"],
        /// A cross-reference to an annex.
        annex: String ["n"],
        /// The first line of an annex' heading.
        annex_heading: String ["n" "status"],
        /// The label of a normative reference.
        normative_reference: String ["n"],
        /// The label of an informative reference.
        informative_reference: String ["n"],
        /// The number of a requirement.
        requirement: String ["?short" "family" "n"],
    }
}

/// The table of transposition dates.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Transposition {
    /// Its caption.
    pub caption: String,
    /// Its header row.
    pub head: [String; 2],
    /// Its rows, in the order of the dates.
    pub rows: Vec<TranspositionDate>,
}

/// A row of the table of transposition dates.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct TranspositionDate {
    /// What happens.
    pub what: String,
    /// When, in words.
    pub when: String,
    /// How many months after publication that is, where it is known.
    #[serde(default)]
    pub months: Option<u32>,
}

/// A block of page 2. A slot can be filled with the official text of the organisation.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Slot {
    /// Its heading.
    pub heading: String,
    /// The name under which the official text is given.
    #[serde(default)]
    pub slot: Option<String>,
    /// Its paragraphs.
    #[serde(default)]
    pub text: Vec<String>,
    /// Whether the text is normc's own, where the official one belongs.
    #[serde(default)]
    pub placeholder: bool,
    /// Whether it holds the work item.
    #[serde(default)]
    pub work_item: bool,
    /// Whether it holds the keywords.
    #[serde(default)]
    pub keywords: bool,
}

impl Organisation {
    /// Whose outline a draft of an organisation has.
    pub const fn of(eso: Eso) -> Self {
        match eso {
            Eso::Etsi => Self::Etsi,
            Eso::Cen | Eso::Cenelec => Self::Cen,
        }
    }

    /// Every organisation.
    pub const ALL: [Self; 2] = [Self::Etsi, Self::Cen];

    /// Its word, which is also the name of its folder.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Etsi => "etsi",
            Self::Cen => "cen",
        }
    }

    /// The text of the outline that comes with normc.
    pub const fn outline(self) -> &'static str {
        match self {
            Self::Etsi => include_str!("../../../templates/etsi/outline.yaml"),
            Self::Cen => include_str!("../../../templates/cen/outline.yaml"),
        }
    }
}

impl Outline {
    /// The outline that comes with normc for an organisation's drafts.
    ///
    /// # Errors
    /// Never in a program that passed its tests.
    pub fn built_in(eso: Eso) -> Result<Self, String> {
        let failed = |error: String| format!("the outline of {}: {error}", eso.word());
        read::over(Organisation::of(eso), &built_in_words()?).map_err(failed)
    }
}
