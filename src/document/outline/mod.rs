//! Outlines: the order of a draft's elements, headings, labels and slots, as data.

mod form;
mod words;

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use crate::model::standard::Eso;

use super::block::AnnexTypes;
use super::compose::slug_kept;
use form::forms;

pub use form::{Form, Piece, pieces};
pub(super) use form::{fill, say};
pub use words::{Drawings, Fields, Phrases, TableWords, Tables, Words};

/// The house rules of a draft.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Outline {
    /// `etsi` or `cen`; chooses the look.
    pub eso: String,
    /// Who publishes.
    pub publisher: String,
    /// What the cover says.
    pub cover: CoverRules,
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
        /// Before wording of normc that stands in place of official text.
        neutral: String [],
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
        requirement: String ["short" "family" "n"],
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

/// A block of page 2.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Slot {
    /// Its heading.
    pub heading: String,
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

/// An element of a draft.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Element {
    /// What it holds.
    pub part: Part,
    /// What `{ref:…}` calls it; its part where nothing is said, and for a part `text` its heading.
    #[serde(default)]
    pub id: Option<String>,
    /// Its heading; none where the part is made of clauses that have their own.
    #[serde(default)]
    pub heading: String,
    /// How it is headed; with a number where nothing is said.
    #[serde(default)]
    pub kind: Headed,
    /// Behind which part of a draft the free clauses stand that it holds.
    #[serde(default)]
    pub after: Option<String>,
    /// Whether it begins a page.
    #[serde(default)]
    pub page_break: bool,
    /// Whether its text is normc's own, where the official one belongs.
    #[serde(default)]
    pub placeholder: bool,
    /// The paragraphs that open it.
    #[serde(default)]
    pub text: Vec<String>,
    /// What stands there when there is nothing to list; without it the element is left out.
    #[serde(default)]
    pub empty: Option<String>,
    /// Whether a table of the normative references and the European Standards that correspond to them stands in it.
    #[serde(default)]
    pub editions: bool,
    /// The elements inside it.
    #[serde(default)]
    pub elements: Vec<Element>,
}

impl Element {
    /// The anchor of its clause.
    pub fn anchor(&self) -> String {
        let heading = || slug_kept(&self.heading.to_lowercase());
        let word = || if self.part == Part::Text { heading() } else { self.part.word() };
        format!("cl-{}", self.id.clone().unwrap_or_else(word))
    }

    /// Whether it, or an element inside it, holds this part.
    pub fn has(&self, part: Part) -> bool {
        self.part == part || self.elements.iter().any(|element| element.has(part))
    }
}

/// How an element is headed.
#[derive(Clone, Copy, PartialEq, Eq, Default, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Headed {
    /// Without a number.
    Unnumbered,
    /// With a number.
    #[default]
    Numbered,
    /// As an informative annex.
    InformativeAnnex,
    /// As a normative annex.
    NormativeAnnex,
}

macro_rules! parts {
    ($($(#[$doc:meta])* $name:ident,)*) => {
        /// What an element holds.
        #[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize, JsonSchema)]
        #[serde(rename_all = "kebab-case")]
        pub enum Part { $($(#[$doc])* $name,)* }

        impl Part {
            /// Its word in an outline.
            pub fn word(self) -> String {
                let name = match self { $(Self::$name => stringify!($name),)* };
                let dash = |(at, c): (usize, char)| (at > 0 && c.is_uppercase()).then_some('-').into_iter().chain(c.to_lowercase());
                name.char_indices().flat_map(dash).collect()
            }
        }
    };
}

parts! {
    /// Its own paragraphs and elements.
    Text,
    /// The foreword with the table of transposition dates.
    Foreword,
    /// The header's introduction.
    Introduction,
    /// The header's scope.
    Scope,
    /// Documents needed to apply the deliverable.
    NormativeReferences,
    /// Other documents that it cites.
    InformativeReferences,
    /// Terms.
    Terms,
    /// Symbols.
    Symbols,
    /// Abbreviations.
    Abbreviations,
    /// The header's product context.
    ProductContext,
    /// Free clauses that stand after the part that the heading names.
    FreeClauses,
    /// Features.
    Features,
    /// Use cases.
    UseCases,
    /// Levels.
    Levels,
    /// What the deliverable considers and builds on.
    Considered,
    /// Requirements by family.
    Requirements,
    /// Requirements of others that are adopted or departed from.
    Inheritance,
    /// Assessments.
    Assessment,
    /// Essential requirements and what covers them.
    Essentials,
    /// Assets.
    Assets,
    /// Risk factors, and their values in use cases.
    RiskFactors,
    /// Assumptions and policies.
    Assumptions,
    /// Threats.
    Threats,
    /// Objectives.
    Objectives,
    /// Threats with objectives and requirements.
    Tracing,
    /// Security profiles.
    Profiles,
    /// Risks that are left.
    Residuals,
    /// Guidance by module.
    Guidance,
    /// Free annexes.
    FreeAnnexes,
    /// The history.
    History,
}

impl Outline {
    /// Reads an outline. The error says what is wrong and where.
    pub fn read(yaml: &str) -> Result<Self, String> {
        let failed = |error: serde_yaml::Error| format!("outline: {error}");
        let mut outline: serde_yaml::Value = serde_yaml::from_str(yaml).map_err(failed)?;
        let mut words: serde_yaml::Value = serde_yaml::from_str(Words::BUILT_IN).map_err(failed)?;
        if let Some(fields) = outline.as_mapping_mut() {
            merge(&mut words, fields.remove("words").unwrap_or_default());
            fields.insert("words".into(), words);
        }
        serde_yaml::from_value(outline).map_err(failed)
    }

    /// The outline that comes with normc for an organisation's drafts.
    pub fn built_in(eso: Eso) -> Result<Self, String> {
        Self::read(match eso {
            Eso::Etsi => include_str!("../../../templates/etsi/outline.yaml"),
            Eso::Cen | Eso::Cenelec => include_str!("../../../templates/cen/outline.yaml"),
        })
    }
}

/// Puts what `other` says in the place of what `value` says, key by key.
fn merge(value: &mut serde_yaml::Value, other: serde_yaml::Value) {
    match (value, other) {
        (serde_yaml::Value::Mapping(value), serde_yaml::Value::Mapping(other)) => {
            for (key, other) in other {
                merge(value.entry(key).or_insert(serde_yaml::Value::Null), other);
            }
        }
        (_, serde_yaml::Value::Null) => {}
        (value, other) => *value = other,
    }
}
