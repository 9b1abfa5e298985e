//! How an organisation's drafts look in a word processor: `templates/<eso>/docx.yaml`. Styles are named there and nowhere else.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::flat::Shape;
use super::role::Role;

/// The house rules of a draft in a word processor.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(super) struct Rules {
    /// Who makes the numbers of headings.
    pub(super) numbering: Numbering,
    /// The list of contents.
    pub(super) contents: ContentsRules,
    /// The lines that head an annex: `{n}`, `{status}`, `{title}`.
    pub(super) annex: Vec<String>,
    /// What stands behind each element of the title but the last.
    pub(super) title_separator: String,
    /// Before synonyms of a term.
    pub(super) admitted: String,
    /// Before synonyms that should no longer be used.
    pub(super) deprecated: String,
    /// The line at the head of each page: `{page}`, `{reference}` and tabs.
    pub(super) header: String,
    /// The line at its foot: `{page}`, `{footer}` and tabs.
    pub(super) footer: String,
    /// The pages.
    pub(super) pages: Pages,
    /// The family of the type where no style says otherwise, and its size in points.
    pub(super) font: String,
    /// In points.
    pub(super) size: f32,
    /// The name of the style that each role has.
    pub(super) roles: BTreeMap<Role, String>,
    /// The styles by their names.
    pub(super) styles: BTreeMap<String, Style>,
}

/// Who makes the numbers of headings.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Numbering {
    /// They are typed, with a tab behind them.
    Typed,
    /// The word processor counts.
    Word,
}

/// The list of contents.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(super) struct ContentsRules {
    /// Its heading.
    pub(super) title: String,
    /// The field that makes it.
    pub(super) instruction: String,
    /// The field that makes the list of tables, and that of figures.
    pub(super) tables: String,
    /// See `tables`.
    pub(super) figures: String,
    /// How deep it goes.
    pub(super) depth: u8,
    /// Where the numbers of pages come from.
    pub(super) page_numbers: PageNumbers,
}

/// Where the numbers of pages in lists of contents come from. Only the word processor knows them, and a wrong number is worse than none.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum PageNumbers {
    /// The word processor makes them when the draft is opened.
    OnOpening,
    /// There are none.
    None,
}

/// The pages, in twentieths of a point.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(super) struct Pages {
    /// The width of an upright page.
    pub(super) width: u32,
    /// Its height.
    pub(super) height: u32,
    /// The margins of the text.
    pub(super) text: Margins,
    /// The margins of the cover.
    pub(super) cover: Margins,
    /// From the edge to the header.
    pub(super) header: u32,
    /// From the edge to the footer.
    pub(super) footer: u32,
}

/// Margins, in twentieths of a point.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub(super) struct Margins {
    pub(super) top: u32,
    pub(super) right: u32,
    pub(super) bottom: u32,
    pub(super) left: u32,
}

impl Pages {
    /// Width and height of the pages of a section.
    pub(super) fn size(&self, shape: Shape) -> (u32, u32) {
        if shape == Shape::Wide { (self.height, self.width) } else { (self.width, self.height) }
    }

    /// The margins of a section.
    pub(super) fn margins(&self, shape: Shape) -> Margins {
        if shape == Shape::Cover { self.cover } else { self.text }
    }

    /// How wide the text of a section is.
    pub(super) fn text_width(&self, shape: Shape) -> u32 {
        let margins = self.margins(shape);
        self.size(shape).0 - margins.left - margins.right
    }
}

/// A style. Sizes and distances between lines are in points, indents and tabs in millimetres.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields, default)]
pub(super) struct Style {
    /// Whether it is of runs or of tables; of paragraphs where nothing is said.
    pub(super) of: Of,
    /// The style that it takes everything else from.
    pub(super) based_on: Option<String>,
    /// The style of the next paragraph.
    pub(super) next: Option<String>,
    pub(super) font: Option<String>,
    pub(super) size: Option<f32>,
    pub(super) bold: Option<bool>,
    pub(super) italic: Option<bool>,
    pub(super) underline: bool,
    pub(super) raised: bool,
    /// Six digits.
    pub(super) colour: Option<String>,
    pub(super) align: Option<String>,
    pub(super) before: Option<f32>,
    pub(super) after: Option<f32>,
    /// How many lines a line is high.
    pub(super) line: Option<f32>,
    pub(super) left: Option<f32>,
    pub(super) right: Option<f32>,
    pub(super) hanging: Option<f32>,
    pub(super) keep_next: bool,
    pub(super) keep_lines: bool,
    /// Lines at its sides: `top`, `bottom`, `box`; `none` takes away the one above that it would inherit.
    pub(super) border: Option<String>,
    /// Tabs: millimetres, `left`, `center` or `right`, and `dot` where dots lead to it.
    pub(super) tabs: Vec<(f32, String, String)>,
    /// Its depth in the outline of the document, from 1.
    pub(super) outline: Option<u8>,
    /// The sign before an item of a list; or for ordered lists the form of the number, such as `%1)`.
    pub(super) bullet: Option<String>,
    /// How ordered lists count: `decimal`, `lowerLetter`, `lowerRoman`.
    pub(super) counts: Option<String>,
    /// For tables: whether the first row is shaded.
    pub(super) shaded_head: bool,
}

/// What a style is of.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Of {
    #[default]
    Paragraph,
    Character,
    Table,
}

impl Rules {
    /// The rules of an organisation.
    pub(super) fn of(eso: &str) -> Result<Self, String> {
        let text = match eso {
            "etsi" => include_str!("../../../templates/etsi/docx.yaml"),
            _ => include_str!("../../../templates/cen/docx.yaml"),
        };
        Self::read(text)
    }

    /// Reads rules, and sees that they are whole.
    pub(super) fn read(text: &str) -> Result<Self, String> {
        let rules: Self = serde_yaml::from_str(text).map_err(|error| format!("docx.yaml: {error}"))?;
        for role in Role::ALL {
            let Some(name) = rules.roles.get(role) else { return Err(format!("docx.yaml: `{role:?}` has no style")) };
            if !rules.styles.contains_key(name) {
                return Err(format!("docx.yaml: there is no style `{name}`"));
            }
        }
        for (name, style) in &rules.styles {
            if let Some(other) =
                style.based_on.iter().chain(&style.next).find(|other| !rules.styles.contains_key(*other))
            {
                return Err(format!("docx.yaml: `{name}` names the style `{other}`, which is not there"));
            }
        }
        Ok(rules)
    }

    /// The name of the style of a role.
    pub(super) fn name(&self, role: Role) -> &str {
        self.roles.get(&role).map_or("", String::as_str)
    }

    /// Whether two roles have one style.
    pub(super) fn alike(&self, one: Role, other: Role) -> bool {
        self.name(one) == self.name(other)
    }
}

/// The name by which a draft refers to a style: its words, with capitals and without what only people read.
pub(super) fn style_id(name: &str) -> String {
    let words = name.split(|c: char| !c.is_alphanumeric() && c != '+').filter(|word| !word.is_empty());
    let capital = |word: &str| {
        let mut rest = word.chars();
        rest.next().map_or_else(String::new, |first| first.to_uppercase().chain(rest).collect())
    };
    words.map(capital).collect::<String>().replace('+', "Plus")
}

/// Millimetres in twentieths of a point.
#[expect(clippy::cast_possible_truncation, reason = "lengths of a page are far within bounds")]
pub(super) fn from_mm(mm: f32) -> i32 {
    (mm * 1440.0 / 25.4).round() as i32
}

/// Points in twentieths of a point.
#[expect(clippy::cast_possible_truncation, reason = "lengths of a page are far within bounds")]
pub(super) fn from_points(points: f32) -> i32 {
    (points * 20.0).round() as i32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_are_whole() {
        for eso in ["etsi", "cen"] {
            let rules = Rules::of(eso).unwrap();
            let ids: std::collections::BTreeSet<_> = rules.styles.keys().map(|name| style_id(name)).collect();
            assert_eq!(ids.len(), rules.styles.len(), "two styles of {eso} have one id");
        }
        assert_eq!(style_id("heading 1"), "Heading1");
        assert_eq!(style_id("B1+"), "B1Plus");
        assert_eq!(from_mm(20.0), 1134);
    }
}
