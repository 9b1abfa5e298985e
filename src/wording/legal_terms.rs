//! Terms that an act defines, and where it does, as data in `templates/legal-terms.yaml`.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;

/// The terms of one act.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct LegalTerms {
    /// The number by which references to the act are known, such as `2024/2847`.
    pub act: String,
    /// The article that defines them.
    pub article: String,
    /// Each term, in lower case, and its point in the article.
    pub terms: BTreeMap<String, u16>,
}

static ALL: LazyLock<Result<Vec<LegalTerms>, serde_yaml::Error>> =
    LazyLock::new(|| serde_yaml::from_str(include_str!("../../templates/legal-terms.yaml")));

/// The terms of every act that normc knows; a test sees to it that they can be read.
pub fn legal_terms() -> &'static [LegalTerms] {
    ALL.as_deref().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::legal_terms;

    #[test]
    fn terms_are_in_lower_case_and_points_differ() {
        for act in legal_terms() {
            assert!(act.terms.keys().all(|term| *term == term.to_lowercase()));
            let mut points: Vec<_> = act.terms.values().collect();
            points.sort();
            points.dedup();
            assert_eq!(points.len(), act.terms.len());
        }
        assert_eq!(legal_terms()[0].terms["vulnerability"], 40);
    }
}
