//! Lexicons: the words of an organisation's drafts and how they bind, as data in `templates/<eso>/lexicon.yaml`.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::model::standard::Eso;

/// The words of an organisation's drafts.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Lexicon {
    /// `etsi` or `cen`.
    pub eso: String,
    /// The verbal forms of provisions, by how they bind.
    pub verbs: BTreeMap<Force, Verbs>,
    /// The forms that are no provision, and where they may stand.
    pub constraint: Constraint,
    /// How the deliverable calls itself.
    pub self_reference: SelfReference,
    /// Predicates about which two assessors can disagree.
    pub vague: Vec<String>,
    /// Phrases in which those predicates are settled.
    pub settled: Vec<String>,
    /// Words that let the reader out of a provision.
    pub escape: Vec<String>,
    /// Words that provisions do without.
    pub avoid: Vec<Replaced>,
    /// Words with two readings.
    pub ambiguous: Vec<Replaced>,
    /// The nouns for those whom a provision can bind other than the product.
    pub actors: BTreeMap<Actor, Vec<String>>,
    /// Words whose full stop ends no sentence, without it.
    pub abbreviations: Vec<String>,
    /// Words whose full stop ends no sentence before a number, without it.
    pub number_abbreviations: Vec<String>,
    /// What is not read as the deliverable's own words.
    pub exempt: Exemptions,
}

/// How a verbal form binds, the strongest last.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Force {
    /// What is possible.
    Possibility,
    /// What comes to pass without anybody's doing in the deliverable's scope.
    Inevitability,
    /// What is permitted.
    Permission,
    /// What is recommended.
    Recommendation,
    /// What is required.
    Requirement,
}

impl Force {
    /// Whether it makes a provision: a requirement, a recommendation or a permission.
    pub const fn is_normative(self) -> bool {
        matches!(self, Self::Requirement | Self::Recommendation | Self::Permission)
    }

    /// The noun: `requirement`.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Possibility => "possibility",
            Self::Inevitability => "inevitability",
            Self::Permission => "permission",
            Self::Recommendation => "recommendation",
            Self::Requirement => "requirement",
        }
    }

    /// The noun with its article: `a requirement`.
    pub fn words(self) -> String {
        let article = if self == Self::Inevitability { "an" } else { "a" };
        format!("{article} {}", self.word())
    }
}

/// The verbal forms that bind in one way.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Verbs {
    /// The forms to write, the positive one first.
    pub forms: Vec<String>,
    /// Other expressions for the same, which a provision does without, and the form that takes its place where one does.
    #[serde(default)]
    pub equivalents: BTreeMap<String, Option<String>>,
}

/// The forms that are no provision of a standard.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Constraint {
    /// The forms.
    pub forms: Vec<String>,
    /// Where they may stand.
    pub only_in: OnlyIn,
    /// The words by which a sentence shows that law or nature imposes what it says.
    #[serde(default)]
    pub signs: Vec<String>,
}

/// Where a constraint may stand.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OnlyIn {
    /// In quotations and nowhere else.
    Quotations,
    /// Where law or nature imposes what the sentence says.
    ExternalConstraints,
}

/// How the deliverable calls itself.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct SelfReference {
    /// What it is called.
    #[serde(rename = "use")]
    pub right: String,
    /// What it is not to be called.
    pub avoid: Vec<String>,
}

/// A word, and what to write instead.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Replaced {
    /// The word.
    pub word: String,
    /// What to write instead, as advice.
    pub instead: String,
    /// The word that takes its place without changing the sense, where there is one.
    #[serde(default)]
    pub fix: Option<String>,
}

/// Someone whom a provision can bind other than the product.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Actor {
    /// Whoever makes the product.
    Manufacturer,
    /// Whoever uses it.
    User,
}

/// What is not read as the deliverable's own words.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Exemptions {
    /// Whether code is not.
    pub code: bool,
    /// Whether block quotations are not.
    pub block_quotations: bool,
    /// The pairs of marks between which a quotation stands.
    pub quotation_marks: Vec<String>,
}

impl Lexicon {
    /// Reads a lexicon. The error says what is wrong and where.
    pub fn read(yaml: &str) -> Result<Self, String> {
        let lexicon: Self = serde_yaml::from_str(yaml).map_err(|error| format!("lexicon: {error}"))?;
        let marks = lexicon.exempt.quotation_marks.iter();
        match marks.into_iter().find(|pair| pair.chars().count() != 2) {
            Some(pair) => Err(format!("lexicon: `{pair}` is not a pair of quotation marks")),
            None => Ok(lexicon),
        }
    }

    /// The lexicon that comes with normc for an organisation's drafts.
    pub fn built_in(eso: Eso) -> Result<Self, String> {
        Self::read(match eso {
            Eso::Etsi => include_str!("../../templates/etsi/lexicon.yaml"),
            Eso::Cen | Eso::Cenelec => include_str!("../../templates/cen/lexicon.yaml"),
        })
    }

    /// The form that takes the place of another expression.
    pub fn instead_of(&self, force: Force, expression: &str) -> Option<&str> {
        self.verbs.get(&force)?.equivalents.get(&expression.to_lowercase())?.as_deref()
    }

    /// The form that binds in this way: `shall`.
    pub fn verb(&self, force: Force) -> &str {
        self.verbs.get(&force).and_then(|verbs| verbs.forms.first()).map_or("", String::as_str)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_built_in_lexicon_is_sound() {
        for (eso, name) in [(Eso::Etsi, "etsi"), (Eso::Cen, "cen"), (Eso::Cenelec, "cen")] {
            let lexicon = Lexicon::built_in(eso).unwrap();
            assert_eq!(lexicon.eso, name);
            assert_eq!(lexicon.verb(Force::Requirement), "shall");
            assert_eq!(lexicon.verbs.len(), 5);
            assert_eq!(lexicon.instead_of(Force::Requirement, "Has to"), Some("shall"));
            assert_eq!(lexicon.instead_of(Force::Requirement, "is mandatory"), None);
            assert_eq!(lexicon.actors.len(), 2);
            assert!(!lexicon.self_reference.avoid.contains(&lexicon.self_reference.right));
        }
    }

    #[test]
    fn a_lexicon_says_what_is_wrong_with_it() {
        let sound = include_str!("../../templates/etsi/lexicon.yaml");
        let odd = sound.replace("\"“”\"", "\"“\"");
        assert_eq!(Lexicon::read(&odd).unwrap_err(), "lexicon: `“` is not a pair of quotation marks");
        let unknown = sound.replace("only-in: quotations", "only-in: footnotes");
        assert!(Lexicon::read(&unknown).unwrap_err().contains("footnotes"));
        assert!(Lexicon::read("eso: etsi").unwrap_err().contains("missing field"));
    }
}
