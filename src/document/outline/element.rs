//! The elements of a draft: what each holds, how it is headed, and which deliverables have it.

use schemars::JsonSchema;
use serde::Deserialize;

use super::super::compose::slug_kept;

/// An element of a draft.
#[derive(Clone, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Element {
    /// What it holds.
    pub part: Part,
    /// Which sorts of deliverables have it; all where nothing is said.
    #[serde(default, rename = "for")]
    pub sorts: Vec<Sort>,
    /// The name under which the official text is given that takes the place of `text`.
    #[serde(default)]
    pub slot: Option<String>,
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
    pub after: Option<After>,
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

/// A sort of deliverable.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Sort {
    /// For every product.
    Horizontal,
    /// On vulnerability handling.
    VulnerabilityHandling,
    /// For one class of products.
    Vertical,
}

impl Sort {
    /// Every sort.
    pub const ALL: [Self; 3] = [Self::Horizontal, Self::VulnerabilityHandling, Self::Vertical];

    /// Its word in an outline.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Horizontal => "horizontal",
            Self::VulnerabilityHandling => "vulnerability-handling",
            Self::Vertical => "vertical",
        }
    }
}

impl Element {
    /// Whether a sort of deliverable has it.
    pub fn is_for(&self, sort: Sort) -> bool {
        self.sorts.is_empty() || self.sorts.contains(&sort)
    }

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

/// Behind which part of a draft free clauses stand; the words are those of the language.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize, JsonSchema)]
#[serde(rename_all = "kebab-case")]
pub enum After {
    /// The scope.
    Scope,
    /// The lists of references.
    References,
    /// Terms, symbols and abbreviations.
    Terms,
    /// The product context.
    ProductContext,
    /// The requirements.
    Requirements,
    /// The assessment criteria.
    Assessment,
}

impl After {
    /// Its word.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Scope => "scope",
            Self::References => "references",
            Self::Terms => "terms",
            Self::ProductContext => "product-context",
            Self::Requirements => "requirements",
            Self::Assessment => "assessment",
        }
    }
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
