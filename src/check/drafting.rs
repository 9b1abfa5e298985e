//! The drafting rules of the organisations, and where normc enforces each, as data in `templates/drafting.yaml`.

use serde::Deserialize;

use crate::diagnostic::Severity;
use crate::model::standard::Eso;

/// A drafting rule of an organisation.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct DraftingRule {
    /// Its number, such as `S-09`.
    pub id: String,
    /// Whose rule it is.
    pub eso: Organisation,
    /// How serious it is to break it.
    pub severity: Severity,
    /// The directive that asks for it.
    pub clause: String,
    /// What it asks.
    pub about: String,
    /// The rules of normc that look for it.
    #[serde(default)]
    pub rules: Vec<String>,
    /// The tests which prove that no composed draft breaks it.
    #[serde(default)]
    pub construction: Vec<String>,
    /// Why nothing enforces it yet.
    #[serde(default)]
    pub later: Option<String>,
}

/// Whose drafting rule it is.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Organisation {
    /// ETSI's.
    Etsi,
    /// CEN's and CENELEC's.
    Cen,
    /// All three have it.
    Both,
}

impl Organisation {
    /// Whether the rule holds for a draft in the format of `eso`.
    pub fn binds(self, eso: Eso) -> bool {
        match self {
            Self::Both => true,
            Self::Etsi => eso == Eso::Etsi,
            Self::Cen => eso != Eso::Etsi,
        }
    }
}

/// The drafting rules, in the order of the book. The error says what is wrong with the table and where.
pub fn drafting_rules() -> Result<Vec<DraftingRule>, String> {
    let yaml = include_str!("../../templates/drafting.yaml");
    serde_yaml::from_str(yaml).map_err(|error| format!("drafting rules: {error}"))
}
