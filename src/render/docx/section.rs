//! Sections: pages, headers and footers, and numbers of lines.

use crate::ooxml::Xml;

use super::flat::Shape;
use super::names::MAIN;
use super::rules::Rules;

/// The names of the headers and footers, and what is the same in all sections.
#[derive(Clone, Debug, Default)]
pub(super) struct Sections {
    /// Relations to headers and footers of the cover, of upright pages and of wide ones: element, sort of pages, relation.
    pub(super) cover: Vec<Reference>,
    pub(super) upright: Vec<Reference>,
    pub(super) wide: Vec<Reference>,
    /// Whether lines are numbered.
    pub(super) line_numbers: bool,
}

/// A reference to a header or footer: `headerReference` or `footerReference`, the sort of pages, the relation.
pub(super) type Reference = (String, String, String);

impl Sections {
    /// Writes the properties of a section.
    pub(super) fn write(&self, xml: &mut Xml, rules: &Rules, shape: Shape) {
        let references = match shape {
            Shape::Cover => &self.cover,
            Shape::Upright => &self.upright,
            Shape::Wide => &self.wide,
        };
        xml.open("w:sectPr", &[]);
        for (name, pages, id) in references {
            xml.empty(&format!("w:{name}"), &[("w:type", pages), ("r:id", id)]);
        }
        xml.empty("w:type", &[(MAIN, "nextPage")]);
        page(xml, rules, shape);
        if self.line_numbers && shape != Shape::Cover {
            xml.empty("w:lnNumType", &[("w:countBy", "1"), ("w:restart", "continuous")]);
        }
        xml.close("w:sectPr");
    }
}

fn page(xml: &mut Xml, rules: &Rules, shape: Shape) {
    let (width, height) = rules.pages.size(shape);
    let (width, height) = (width.to_string(), height.to_string());
    let mut size = vec![("w:w", width.as_str()), ("w:h", height.as_str())];
    if shape == Shape::Wide {
        size.push(("w:orient", "landscape"));
    }
    xml.empty("w:pgSz", &size);
    let margins = rules.pages.margins(shape);
    let sides = [
        ("w:top", margins.top),
        ("w:right", margins.right),
        ("w:bottom", margins.bottom),
        ("w:left", margins.left),
        ("w:header", rules.pages.header),
        ("w:footer", rules.pages.footer),
        ("w:gutter", 0),
    ];
    let sides: Vec<_> = sides.map(|(name, value)| (name, value.to_string())).into();
    let sides: Vec<_> = sides.iter().map(|(name, value)| (*name, value.as_str())).collect();
    xml.empty("w:pgMar", &sides);
}
