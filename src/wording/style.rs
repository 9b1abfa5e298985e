//! Style: how an organisation's drafts write numbers, lists and cross-references, and whom they cite, as data in `templates/<eso>/style.yaml`.

use std::sync::LazyLock;

use serde::Deserialize;

use crate::model::standard::Eso;

/// The style of an organisation's drafts.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Style {
    /// `etsi` or `cen`.
    pub eso: String,
    /// What stands between the whole part of a number and its decimals.
    pub decimal_sign: char,
    /// What stands between groups of three digits.
    pub digit_group: char,
    /// Units before which a space stands.
    pub units: Vec<String>,
    /// Units of one letter, which count as such behind a space only.
    pub short_units: Vec<String>,
    /// Words after which a number is a name.
    pub named_by_number: Vec<String>,
    /// How many lists may stand in each other.
    pub list_depth: usize,
    /// How many levels of headings have numbers.
    pub heading_depth: u8,
    /// The words of cross-references in running text.
    pub cross_references: CrossReferences,
    /// Words that send the reader to something as information only.
    pub see: Vec<String>,
    /// Whose documents can be cited as normative without a reason.
    pub publishers: Vec<String>,
    /// What the number of an act of the Union begins with.
    pub acts: Vec<String>,
    /// How the number or the date of a draft looks.
    pub drafts: Drafts,
    /// Words in a title that only name the type of document.
    pub document_types: Vec<String>,
    /// What stands where text is missing.
    pub unfinished: Vec<String>,
    /// Abbreviations that need no entry.
    pub known_abbreviations: Vec<String>,
}

/// The words of cross-references in running text.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct CrossReferences {
    /// To a clause.
    pub clause: String,
    /// To an annex.
    pub annex: String,
    /// To a table.
    pub table: String,
    /// To a figure.
    pub figure: String,
}

impl CrossReferences {
    /// The word for what `word` means in either case: `clause` for `Clause`.
    pub fn right(&self, word: &str) -> Option<&str> {
        let all = [&self.clause, &self.annex, &self.table, &self.figure];
        all.into_iter().find(|right| right.eq_ignore_ascii_case(word)).map(String::as_str)
    }
}

/// How the number or the date of a draft looks.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Drafts {
    /// What it begins with.
    pub beginnings: Vec<String>,
    /// Words in it.
    pub words: Vec<String>,
}

impl Drafts {
    /// Whether a number or a date is that of a draft.
    pub fn are(&self, text: &str) -> bool {
        let version_zero = text.split(|c: char| !c.is_alphanumeric() && c != '.').any(|word| word.starts_with("V0."));
        let has = |word: &String| text.split(|c: char| !c.is_alphanumeric()).any(|part| part == word);
        version_zero || self.beginnings.iter().any(|it| text.starts_with(it.as_str())) || self.words.iter().any(has)
    }
}

static ETSI: LazyLock<Result<Style, String>> =
    LazyLock::new(|| Style::read(include_str!("../../templates/etsi/style.yaml")));
static CEN: LazyLock<Result<Style, String>> =
    LazyLock::new(|| Style::read(include_str!("../../templates/cen/style.yaml")));

impl Style {
    /// Reads a style. The error says what is wrong and where.
    pub fn read(yaml: &str) -> Result<Self, String> {
        serde_yaml::from_str(yaml).map_err(|error| format!("style: {error}"))
    }

    /// The style that comes with normc for an organisation's drafts; for a text that goes into drafts of everyone, one that holds for all but
    /// the words of cross-references. A test sees to it that they can be read.
    pub fn of(eso: Option<Eso>) -> Option<&'static Self> {
        let style = match eso {
            Some(Eso::Etsi) => &ETSI,
            Some(Eso::Cen | Eso::Cenelec) | None => &CEN,
        };
        style.as_ref().ok()
    }

    /// A number of the model, whose decimals stand behind a point, with the signs of the organisation.
    pub fn figure(&self, digits: &str) -> String {
        let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
        let mut out = String::new();
        for (at, digit) in whole.chars().enumerate() {
            if at > 0 && whole.len() >= 5 && (whole.len() - at).is_multiple_of(3) {
                out.push(self.digit_group);
            }
            out.push(digit);
        }
        if !decimals.is_empty() {
            out.push(self.decimal_sign);
            out.push_str(decimals);
        }
        out
    }

    /// Whether documents of this publisher, or with this number, can be cited as normative without a reason.
    pub fn lists(&self, publisher: &str) -> bool {
        self.is_act(publisher) || self.publishers.iter().any(|name| begins_with(publisher, name))
    }

    /// Whether a number is that of an act of the Union.
    pub fn is_act(&self, number: &str) -> bool {
        self.acts.iter().any(|word| begins_with(number, word))
    }
}

fn begins_with(text: &str, word: &str) -> bool {
    text.strip_prefix(word).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_built_in_style_is_sound() {
        for (eso, name) in [(Eso::Etsi, "etsi"), (Eso::Cen, "cen"), (Eso::Cenelec, "cen")] {
            let style = Style::of(Some(eso)).unwrap();
            assert_eq!(style.eso, name);
            assert_eq!(style.digit_group, '\u{a0}');
            assert!(style.units.iter().all(|unit| unit.len() > 1), "a letter alone can be part of a name");
        }
        assert!(Style::read("eso: etsi").unwrap_err().contains("missing field"));
    }

    #[test]
    fn figures_have_the_signs_of_the_organisation() {
        let style = Style::of(Some(Eso::Etsi)).unwrap();
        assert_eq!(style.figure("1.5"), "1,5");
        assert_eq!(style.figure("600000"), "600\u{a0}000");
        assert_eq!(style.figure("1024"), "1024");
    }

    #[test]
    fn drafts_and_publishers_are_known_by_their_numbers() {
        let style = Style::of(Some(Eso::Etsi)).unwrap();
        for draft in
            ["prEN 40000-1-2:2025", "ISO/IEC DIS 27090", "Draft ETSI EN 304 618", "ETSI EN 304 618 V0.1.8", "draft"]
        {
            assert!(style.drafts.are(draft), "{draft}");
        }
        for published in ["EN 40000-1-2:2026", "ISO/IEC 27005", "ETSI EN 304 618 V1.1.1", "CDN 1", "October 2026"] {
            assert!(!style.drafts.are(published), "{published}");
        }
        assert!(
            style.lists("ISO/IEC 27005") && style.lists("ETSI EN 303 645") && style.lists("Regulation (EU) 2024/2847")
        );
        assert!(!style.lists("IETF RFC 8446") && !style.lists("NIST SP 800-63B") && !style.lists("ENISA"));
    }
}
