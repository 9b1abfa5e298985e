//! Parameters as data.

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::{Param, constraint_in_words};

/// A parameter of a requirement.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Parameter {
    /// Its name, as in `{attempts}`.
    pub name: String,
    /// What it measures: `count`, `size`, `bits`, `duration`, `percent`, `choice` or `text`.
    #[serde(rename = "type")]
    pub kind: String,
    /// What it stands for.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub label: String,
    /// What it may be, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub allowed: Option<String>,
    /// What it is where nobody says otherwise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub default: Option<String>,
    /// The options of a choice.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<ParameterOption>,
}

/// An option of a choice.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct ParameterOption {
    /// Its name.
    pub name: String,
    /// What it says.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub label: String,
}

impl Parameter {
    pub(super) fn extract(param: &Param<'_>) -> Self {
        let text = |text: Option<crate::syntax::Text<'_>>| {
            text.map_or_else(String::new, |text| text.content().as_str().to_owned())
        };
        Self {
            name: param.name.text.to_owned(),
            kind: param.kind.map_or("text", |kind| kind.word()).to_owned(),
            label: text(param.label),
            allowed: param.constraint.as_ref().map(constraint_in_words),
            default: param.default.map(|default| default.display()),
            options: param
                .options
                .iter()
                .map(|option| ParameterOption { name: option.name.text.to_owned(), label: text(option.label) })
                .collect(),
        }
    }
}
