//! `templates/comments.yaml`: the form's columns and the words around them, as data.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

use super::table::Field;

/// The form, and the words by which forms are known.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct House {
    pub(super) title: String,
    pub(super) labels: Labels,
    pub(super) columns: Vec<Column>,
    pub(super) footer: Vec<String>,
    pub(super) identification: String,
    pub(super) page: PageWords,
    pub(super) unheaded: BTreeMap<usize, Vec<Field>>,
    pub(super) headings: BTreeMap<Field, Vec<String>>,
    pub(super) outcomes: BTreeMap<String, String>,
    pub(super) general: Vec<String>,
}

/// The labels at a form's head.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Labels {
    pub(super) date: String,
    pub(super) document: String,
    pub(super) project: String,
}

/// The words around a page's number.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct PageWords {
    pub(super) page: String,
    pub(super) of: String,
}

/// A column of the form.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Column {
    pub(super) field: Field,
    pub(super) heading: String,
    #[serde(default)]
    pub(super) hint: String,
    /// In twentieths of a point.
    pub(super) width: u32,
    pub(super) style: String,
}

/// The data, read once. A test reads them too, so that they are never empty.
pub(super) fn house() -> &'static House {
    static HOUSE: LazyLock<House> = LazyLock::new(|| read().unwrap_or_default());
    &HOUSE
}

fn read() -> Result<House, String> {
    serde_yaml::from_str(include_str!("../../templates/comments.yaml")).map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_data_can_be_read() {
        let house = super::read().unwrap();
        assert_eq!(house.columns.iter().map(|column| column.width).sum::<u32>(), 15876);
        assert_eq!(house.columns.iter().map(|column| column.field).collect::<Vec<_>>(), house.unheaded[&8]);
        assert!(super::super::Outcome::ALL.iter().all(|outcome| house.outcomes.contains_key(outcome.word())));
    }
}
