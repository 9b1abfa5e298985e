//! Sections: pages, headers and footers, and numbers of lines.

use crate::ooxml::Xml;

use super::flat::Shape;
use super::names::MAIN;
use super::rules::Rules;

/// The names of the headers and footers, and what is the same in all sections.
#[derive(Clone, Debug, Default)]
pub(super) struct Sections {
    /// Relations to header and footer of the cover, of upright pages and of wide ones; none where there is none.
    pub(super) cover: [Option<String>; 2],
    pub(super) upright: [Option<String>; 2],
    pub(super) wide: [Option<String>; 2],
    /// Whether lines are numbered.
    pub(super) line_numbers: bool,
}

impl Sections {
    /// Writes the properties of a section.
    pub(super) fn write(&self, xml: &mut Xml, rules: &Rules, shape: Shape) {
        let [header, footer] = match shape {
            Shape::Cover => &self.cover,
            Shape::Upright => &self.upright,
            Shape::Wide => &self.wide,
        };
        xml.open("w:sectPr", &[]);
        for (name, id) in [("w:headerReference", header), ("w:footerReference", footer)] {
            if let Some(id) = id {
                xml.empty(name, &[("w:type", "default"), ("r:id", id)]);
            }
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
