//! Headers and footers, and the watermark behind the text.

use crate::document::Document;

use super::flat::{Paragraph, Piece, What};
use super::names::ALL;
use super::role::Role;
use super::writer::Writer;

/// Writes a header or footer: `{page}`, `{reference}`, `{footer}` and tabs in a line of `docx.yaml`.
pub(super) fn write(writer: &mut Writer<'_>, element: &str, role: Role, line: &str, document: &Document) {
    writer.xml.open(element, ALL);
    writer.paragraph(&Paragraph::new(role, pieces(line, document)));
    if element == "w:hdr" {
        watermark(writer, role, document);
    }
    writer.xml.close(element);
}

fn pieces(line: &str, document: &Document) -> Vec<Piece> {
    let field = |instruction: &str, result: &str| {
        Piece::new(What::Field { instruction: instruction.to_owned(), result: result.to_owned() })
    };
    let mut pieces = Vec::new();
    for (at, column) in line.split('\t').enumerate() {
        if at > 0 {
            pieces.push(Piece::tab());
        }
        match column {
            "" => {}
            "{page}" => pieces.push(field("PAGE", "1")),
            "{reference}" => pieces.push(field("DOCPROPERTY \"Reference\"", &document.cover.running_header)),
            "{footer}" => pieces.push(Piece::text(&document.cover.running_footer)),
            other => pieces.push(Piece::text(other)),
        }
    }
    pieces
}

/// A line of grey letters across the page, as word processors make it, where the draft has a watermark.
pub(super) fn watermark(writer: &mut Writer<'_>, role: Role, document: &Document) {
    let Some(words) = &document.watermark else { return };
    let style = writer.styles.get(&role).cloned().unwrap_or_default();
    let id = writer.number();
    writer.xml.open("w:p", ALL);
    writer.xml.open("w:pPr", &[]);
    writer.value("w:pStyle", &style);
    writer.xml.close("w:pPr");
    writer.run(None, |writer| {
        let xml = &mut writer.xml;
        xml.open("w:pict", &[]);
        let name = format!("PowerPlusWaterMarkObject{id}");
        // Letters keep their shape, whatever the words are long.
        let width = (words.chars().count() * LETTER).min(WIDEST);
        let shape = format!(
            "position:absolute;margin-left:0;margin-top:0;width:{width}pt;height:{HEIGHT}pt;rotation:315;z-index:-251658752;\
             mso-position-horizontal:center;mso-position-horizontal-relative:margin;mso-position-vertical:center;\
             mso-position-vertical-relative:margin"
        );
        xml.open(
            "v:shapetype",
            &[
                ("id", "_x0000_t136"),
                ("coordsize", "21600,21600"),
                ("o:spt", "136"),
                ("adj", "10800"),
                ("path", "m@7,l@8,m@5,21600l@6,21600e"),
            ],
        );
        xml.open("v:formulas", &[]);
        for formula in FORMULAS {
            xml.empty("v:f", &[("eqn", formula)]);
        }
        xml.close("v:formulas");
        let connect = [
            ("textpathok", "t"),
            ("o:connecttype", "custom"),
            ("o:connectlocs", "@9,0;@10,10800;@11,21600;@12,10800"),
            ("o:connectangles", "270,180,90,0"),
        ];
        xml.empty("v:path", &connect);
        xml.empty("v:textpath", &[("on", "t"), ("fitshape", "t")]);
        xml.close("v:shapetype");
        xml.open(
            "v:shape",
            &[
                ("id", name.as_str()),
                ("o:spid", &format!("_x0000_s{}", 2048 + id.parse::<u32>().unwrap_or(1))),
                ("type", "#_x0000_t136"),
                ("alt", words),
                ("style", &shape),
                ("o:allowincell", "f"),
                ("fillcolor", "silver"),
                ("stroked", "f"),
            ],
        );
        xml.empty("v:fill", &[("opacity", ".5")]);
        xml.empty("v:textpath", &[("style", "font-family:\"Arial\";font-size:1pt"), ("string", words)]);
        xml.close("v:shape");
        xml.close("w:pict");
    });
    writer.xml.close("w:p");
}

/// How wide a letter of the watermark is, how wide all may be, and how high they are, in points.
const LETTER: usize = 36;
const WIDEST: usize = 520;
const HEIGHT: usize = 56;

/// How letters are fitted into the shape.
const FORMULAS: &[&str] = &[
    "sum #0 0 10800",
    "prod #0 2 1",
    "sum 21600 0 @1",
    "sum 0 0 @2",
    "sum 21600 0 @3",
    "if @0 @3 0",
    "if @0 21600 @1",
    "if @0 0 @2",
    "if @0 @4 21600",
    "mid @5 @6",
    "mid @8 @5",
    "mid @7 @8",
    "mid @6 @7",
];
