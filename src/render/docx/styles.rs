//! `styles.xml`: the styles of `docx.yaml`, and nothing that is not there.

use crate::ooxml::Xml;

use super::names::{MAIN, W};
use super::rules::{Of, Rules, Style, from_mm, from_points, style_id};

/// The identifier of a style by its name.
pub(super) type Ids<'i> = dyn Fn(&str) -> String + 'i;

/// The part.
pub(super) fn part(rules: &Rules, language: &str, lists: &dyn Fn(&str) -> Option<u32>) -> Vec<u8> {
    let mut xml = Xml::part();
    xml.open("w:styles", &[W]);
    defaults(&mut xml, rules, language);
    for (name, style) in &rules.styles {
        let default = name == rules.name(super::role::Role::Paragraph);
        write(&mut xml, (name, style), default, lists(name), &style_id_of);
    }
    xml.close("w:styles");
    xml.finish()
}

fn style_id_of(name: &str) -> String {
    style_id(name)
}

fn defaults(xml: &mut Xml, rules: &Rules, language: &str) {
    xml.open("w:docDefaults", &[]);
    xml.open("w:rPrDefault", &[]);
    xml.open("w:rPr", &[]);
    fonts(xml, &rules.font);
    sizes(xml, rules.size);
    xml.empty("w:lang", &[("w:val", language), ("w:eastAsia", language), ("w:bidi", "ar-SA")]);
    xml.close("w:rPr");
    xml.close("w:rPrDefault");
    xml.empty("w:pPrDefault", &[]);
    xml.close("w:docDefaults");
}

/// Writes a style; `list` is the numbering that its paragraphs have.
pub(super) fn write(xml: &mut Xml, (name, style): (&str, &Style), default: bool, list: Option<u32>, ids: &Ids<'_>) {
    let of = match style.of {
        Of::Paragraph => "paragraph",
        Of::Character => "character",
        Of::Table => "table",
    };
    let id = ids(name);
    let mut attributes = vec![("w:type", of), ("w:styleId", id.as_str())];
    if default {
        attributes.insert(1, ("w:default", "1"));
    }
    xml.open("w:style", &attributes);
    value(xml, "w:name", name);
    if let Some(based_on) = &style.based_on {
        value(xml, "w:basedOn", &ids(based_on));
    }
    if let Some(next) = &style.next {
        value(xml, "w:next", &ids(next));
    }
    xml.empty("w:qFormat", &[]);
    match style.of {
        Of::Paragraph => {
            paragraph(xml, style, list);
            run(xml, style);
        }
        Of::Character => run(xml, style),
        Of::Table => table(xml, style),
    }
    xml.close("w:style");
}

fn value(xml: &mut Xml, name: &str, text: &str) {
    xml.empty(name, &[(MAIN, text)]);
}

fn fonts(xml: &mut Xml, font: &str) {
    xml.empty("w:rFonts", &[("w:ascii", font), ("w:hAnsi", font), ("w:eastAsia", font), ("w:cs", font)]);
}

/// Sizes are counted in halves of a point.
fn sizes(xml: &mut Xml, points: f32) {
    let halves = (from_points(points) / 10).to_string();
    value(xml, "w:sz", &halves);
    value(xml, "w:szCs", &halves);
}

fn paragraph(xml: &mut Xml, style: &Style, list: Option<u32>) {
    xml.open("w:pPr", &[]);
    if style.keep_next {
        xml.empty("w:keepNext", &[]);
    }
    if style.keep_lines {
        xml.empty("w:keepLines", &[]);
    }
    if let Some(list) = list {
        xml.open("w:numPr", &[]);
        value(xml, "w:numId", &list.to_string());
        xml.close("w:numPr");
    }
    if let Some(border) = &style.border {
        borders(xml, "w:pBdr", border);
    }
    tabs(xml, style);
    spacing(xml, style);
    indent(xml, style);
    if let Some(align) = &style.align {
        value(xml, "w:jc", align);
    }
    if let Some(outline) = style.outline {
        value(xml, "w:outlineLvl", &outline.saturating_sub(1).to_string());
    }
    xml.close("w:pPr");
}

fn borders(xml: &mut Xml, name: &str, border: &str) {
    xml.open(name, &[]);
    let sides: &[&str] = match border {
        "box" => &["top", "left", "bottom", "right"],
        // What the style that it is based on has above.
        "none" => &["top"],
        side => &[side],
    };
    let sort = if border == "none" { "none" } else { "single" };
    for side in sides {
        let line = [("w:val", sort), ("w:sz", "8"), ("w:space", "3"), ("w:color", "auto")];
        xml.empty(&format!("w:{side}"), &line);
    }
    xml.close(name);
}

fn tabs(xml: &mut Xml, style: &Style) {
    if style.tabs.is_empty() {
        return;
    }
    xml.open("w:tabs", &[]);
    for (at, align, leader) in &style.tabs {
        let at = from_mm(*at).to_string();
        let mut attributes = vec![(MAIN, align.as_str())];
        if !leader.is_empty() {
            attributes.push(("w:leader", leader));
        }
        attributes.push(("w:pos", &at));
        xml.empty("w:tab", &attributes);
    }
    xml.close("w:tabs");
}

fn spacing(xml: &mut Xml, style: &Style) {
    let points = |points: Option<f32>| points.map(|points| from_points(points).to_string());
    let lines = style.line.map(|line| (from_points(line) * 12).to_string());
    let given = [("w:before", points(style.before)), ("w:after", points(style.after)), ("w:line", lines)];
    some(xml, "w:spacing", &given);
}

/// Writes the indents of a style.
pub(super) fn indent(xml: &mut Xml, style: &Style) {
    let mm = |mm: Option<f32>| mm.map(|mm| from_mm(mm).to_string());
    some(xml, "w:ind", &[("w:left", mm(style.left)), ("w:right", mm(style.right)), ("w:hanging", mm(style.hanging))]);
}

fn some(xml: &mut Xml, name: &str, given: &[(&str, Option<String>)]) {
    let there: Vec<_> = given.iter().filter_map(|(name, value)| Some((*name, value.as_deref()?))).collect();
    if !there.is_empty() {
        xml.empty(name, &there);
    }
}

fn run(xml: &mut Xml, style: &Style) {
    xml.open("w:rPr", &[]);
    if let Some(font) = &style.font {
        fonts(xml, font);
    }
    for (name, on) in [("w:b", style.bold), ("w:i", style.italic)] {
        match on {
            Some(true) => xml.empty(name, &[]),
            Some(false) => value(xml, name, "0"),
            None => {}
        }
    }
    if let Some(colour) = &style.colour {
        value(xml, "w:color", colour);
    }
    if let Some(size) = style.size {
        sizes(xml, size);
    }
    if style.underline {
        value(xml, "w:u", "single");
    }
    if style.raised {
        value(xml, "w:vertAlign", "superscript");
    }
    xml.close("w:rPr");
}

fn table(xml: &mut Xml, style: &Style) {
    xml.open("w:tblPr", &[]);
    if style.border.is_some() {
        xml.open("w:tblBorders", &[]);
        for side in ["top", "left", "bottom", "right", "insideH", "insideV"] {
            let line = [("w:val", "single"), ("w:sz", "4"), ("w:space", "0"), ("w:color", "auto")];
            xml.empty(&format!("w:{side}"), &line);
        }
        xml.close("w:tblBorders");
    }
    xml.open("w:tblCellMar", &[]);
    for (side, width) in [("top", "28"), ("left", "85"), ("bottom", "28"), ("right", "85")] {
        xml.empty(&format!("w:{side}"), &[("w:w", width), ("w:type", "dxa")]);
    }
    xml.close("w:tblCellMar");
    xml.close("w:tblPr");
    if style.shaded_head {
        xml.open("w:tblStylePr", &[("w:type", "firstRow")]);
        xml.open("w:tcPr", &[]);
        xml.empty("w:shd", &[(MAIN, "clear"), ("w:color", "auto"), ("w:fill", "E1E1E1")]);
        xml.close("w:tcPr");
        xml.close("w:tblStylePr");
    }
}
