//! The styles of a fresh form, from a table: nothing in it is formatted by hand.

use crate::ooxml::Xml;

const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// A paragraph style: what it is called, its size in half points, whether it is bold and centred, and the room before and after in twentieths.
struct Style(&'static str, &'static str, &'static str, bool, bool, &'static str);

const STYLES: &[Style] = &[
    Style("Normal", "Normal", "18", false, false, "0"),
    Style("Header", "header", "12", false, false, "0"),
    Style("Footer", "footer", "14", false, false, "20"),
    Style("CommentTitle", "Comment Title", "22", true, false, "60"),
    Style("CommentHeading", "Comment Heading", "16", true, true, "60"),
    Style("CommentHint", "Comment Hint", "16", false, true, "20"),
    Style("CommentBody", "Comment Body", "16", false, false, "60"),
    Style("CommentPlace", "Comment Place", "18", false, false, "60"),
    Style("CommentText", "Comment Text", "18", false, false, "60"),
];

pub(super) fn styles() -> Vec<u8> {
    let mut xml = Xml::part();
    xml.open("w:styles", &[("xmlns:w", MAIN)]);
    xml.open("w:docDefaults", &[]);
    xml.open("w:rPrDefault", &[]);
    xml.open("w:rPr", &[]);
    xml.empty("w:rFonts", &[("w:ascii", "Arial"), ("w:hAnsi", "Arial"), ("w:eastAsia", "Arial"), ("w:cs", "Arial")]);
    xml.empty("w:lang", &[("w:val", "en-GB")]);
    xml.close("w:rPr");
    xml.close("w:rPrDefault");
    xml.close("w:docDefaults");
    STYLES.iter().for_each(|style| paragraph(&mut xml, style));
    table(&mut xml);
    xml.close("w:styles");
    xml.finish()
}

fn paragraph(xml: &mut Xml, Style(id, name, size, bold, centred, room): &Style) {
    let own = if name.starts_with("Comment") { "1" } else { "0" };
    let mut attributes = vec![("w:type", "paragraph"), ("w:styleId", *id)];
    attributes.push(if *id == "Normal" { ("w:default", "1") } else { ("w:customStyle", own) });
    xml.open("w:style", &attributes);
    xml.empty("w:name", &[("w:val", name)]);
    if *id != "Normal" {
        xml.empty("w:basedOn", &[("w:val", "Normal")]);
    }
    xml.empty("w:qFormat", &[]);
    xml.open("w:pPr", &[]);
    if *id == "Footer" {
        xml.open("w:tabs", &[]);
        xml.empty("w:tab", &[("w:val", "right"), ("w:pos", "15138")]);
        xml.close("w:tabs");
    }
    xml.empty("w:spacing", &[("w:before", room), ("w:after", room)]);
    if *centred {
        xml.empty("w:jc", &[("w:val", "center")]);
    }
    xml.close("w:pPr");
    xml.open("w:rPr", &[]);
    if *bold {
        xml.empty("w:b", &[]);
    }
    xml.empty("w:sz", &[("w:val", size)]);
    xml.empty("w:szCs", &[("w:val", size)]);
    xml.close("w:rPr");
    xml.close("w:style");
}

fn table(xml: &mut Xml) {
    xml.open("w:style", &[("w:type", "table"), ("w:customStyle", "1"), ("w:styleId", "CommentTable")]);
    xml.empty("w:name", &[("w:val", "Comment Table")]);
    xml.open("w:tblPr", &[]);
    xml.open("w:tblBorders", &[]);
    for side in ["top", "left", "bottom", "right", "insideH", "insideV"] {
        let line = [("w:val", "single"), ("w:sz", "6"), ("w:space", "0"), ("w:color", "auto")];
        xml.empty(&format!("w:{side}"), &line);
    }
    xml.close("w:tblBorders");
    xml.open("w:tblCellMar", &[]);
    for side in ["left", "right"] {
        xml.empty(&format!("w:{side}"), &[("w:w", "99"), ("w:type", "dxa")]);
    }
    xml.close("w:tblCellMar");
    xml.close("w:tblPr");
    xml.close("w:style");
}
