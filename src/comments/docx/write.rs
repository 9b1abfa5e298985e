//! Writes a fresh form: the columns in the page's header, one row a comment.

use super::super::house::{Column, house};
use super::super::text::{Look, stretches};
use super::super::{Row, Source};
use super::styles;
use crate::ooxml::{Package, Xml};

const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const TYPE: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
const CORE: &str = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";

/// The columns of the table at the head of the page, together as wide as those of comments.
const HEAD: [u32; 4] = [7740, 2410, 3119, 2607];

/// A form with these rows; `generator` is the program that makes it.
pub(in crate::comments) fn write(source: &Source, rows: &[Row], generator: &str) -> Result<Vec<u8>, String> {
    let mut package = Package::default();
    let main = "word/document.xml";
    package.relate("", &format!("{RELATIONS}/officeDocument"), main);
    package.relate(
        "",
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
        "docProps/core.xml",
    );
    let part = |package: &mut Package, name: &str, bytes: Vec<u8>| {
        package.add(&format!("word/{name}1.xml"), &format!("{TYPE}{name}+xml"), bytes);
        package.relate(main, &format!("{RELATIONS}/{name}"), &format!("{name}1.xml"))
    };
    part(&mut package, "styles", styles::styles());
    part(&mut package, "settings", settings());
    let header = part(&mut package, "header", header(source));
    let footer = part(&mut package, "footer", footer());
    package.add(main, &format!("{TYPE}document.main+xml"), document(rows, &header, &footer));
    package.add(
        "docProps/core.xml",
        "application/vnd.openxmlformats-package.core-properties+xml",
        core(source, generator),
    );
    package.zip()
}

fn document(rows: &[Row], header: &str, footer: &str) -> Vec<u8> {
    let mut xml = Xml::part();
    xml.open("w:document", &[("xmlns:w", MAIN), ("xmlns:r", RELATIONS)]);
    xml.open("w:body", &[]);
    let widths: Vec<_> = house().columns.iter().map(|column| column.width).collect();
    table(&mut xml, "CommentTable", &widths, |xml| {
        // A table has at least one row.
        let blank = [Row::default()];
        for row in if rows.is_empty() { &blank[..] } else { rows } {
            xml.open("w:tr", &[]);
            house().columns.iter().for_each(|column| cell(xml, column.width, &column.style, row.text(column.field)));
            xml.close("w:tr");
        }
    });
    paragraph(&mut xml, "Normal", "");
    xml.open("w:sectPr", &[]);
    xml.empty("w:headerReference", &[("w:type", "default"), ("r:id", header)]);
    xml.empty("w:footerReference", &[("w:type", "default"), ("r:id", footer)]);
    xml.empty("w:pgSz", &[("w:w", "16840"), ("w:h", "11907"), ("w:orient", "landscape")]);
    let sides = ["top", "right", "bottom", "left"].map(|side| format!("w:{side}"));
    let mut margins: Vec<_> = sides.iter().map(|side| (side.as_str(), "851")).collect();
    margins.extend([("w:header", "567"), ("w:footer", "567"), ("w:gutter", "0")]);
    xml.empty("w:pgMar", &margins);
    xml.close("w:sectPr");
    xml.close("w:body");
    xml.close("w:document");
    xml.finish()
}

/// The page's header: what the comments are on, and the headings of the columns.
fn header(source: &Source) -> Vec<u8> {
    let mut xml = Xml::part();
    xml.open("w:hdr", &[("xmlns:w", MAIN)]);
    let labels = &house().labels;
    let said = |label: &str, value: &str| format!("{label} {value}").trim().to_owned();
    let head = [
        house().title.clone(),
        said(&labels.date, &source.date),
        said(&labels.document, &source.document),
        said(&labels.project, &source.project),
    ];
    table(&mut xml, "CommentTable", &HEAD, |xml| {
        xml.open("w:tr", &[]);
        for (at, (text, width)) in head.iter().zip(HEAD).enumerate() {
            cell(xml, width, if at == 0 { "CommentTitle" } else { "CommentText" }, text);
        }
        xml.close("w:tr");
    });
    paragraph(&mut xml, "Header", "");
    let widths: Vec<_> = house().columns.iter().map(|column| column.width).collect();
    table(&mut xml, "CommentTable", &widths, |xml| {
        xml.open("w:tr", &[]);
        house().columns.iter().for_each(|column| heading(xml, column));
        xml.close("w:tr");
    });
    paragraph(&mut xml, "Header", "");
    xml.close("w:hdr");
    xml.finish()
}

fn heading(xml: &mut Xml, column: &Column) {
    open_cell(xml, column.width);
    paragraph(xml, "CommentHeading", &column.heading);
    if !column.hint.is_empty() {
        paragraph(xml, "CommentHint", &column.hint);
    }
    xml.close("w:tc");
}

fn footer() -> Vec<u8> {
    let mut xml = Xml::part();
    xml.open("w:ftr", &[("xmlns:w", MAIN)]);
    house().footer.iter().for_each(|line| paragraph(&mut xml, "Footer", line));
    open_paragraph(&mut xml, "Footer");
    run(&mut xml, &format!("{}\t{} ", house().identification, house().page.page));
    field(&mut xml, "PAGE");
    run(&mut xml, &format!(" {} ", house().page.of));
    field(&mut xml, "NUMPAGES");
    xml.close("w:p");
    xml.close("w:ftr");
    xml.finish()
}

/// A number that the word processor counts.
fn field(xml: &mut Xml, code: &str) {
    xml.open("w:fldSimple", &[("w:instr", code)]);
    run(xml, "1");
    xml.close("w:fldSimple");
}

fn table(xml: &mut Xml, style: &str, widths: &[u32], rows: impl FnOnce(&mut Xml)) {
    xml.open("w:tbl", &[]);
    xml.open("w:tblPr", &[]);
    xml.empty("w:tblStyle", &[("w:val", style)]);
    xml.empty("w:tblW", &[("w:w", &widths.iter().sum::<u32>().to_string()), ("w:type", "dxa")]);
    xml.empty("w:jc", &[("w:val", "center")]);
    xml.empty("w:tblLayout", &[("w:type", "fixed")]);
    xml.close("w:tblPr");
    xml.open("w:tblGrid", &[]);
    widths.iter().for_each(|width| xml.empty("w:gridCol", &[("w:w", &width.to_string())]));
    xml.close("w:tblGrid");
    rows(xml);
    xml.close("w:tbl");
}

fn open_cell(xml: &mut Xml, width: u32) {
    xml.open("w:tc", &[]);
    xml.open("w:tcPr", &[]);
    xml.empty("w:tcW", &[("w:w", &width.to_string()), ("w:type", "dxa")]);
    xml.close("w:tcPr");
}

fn cell(xml: &mut Xml, width: u32, style: &str, text: &str) {
    open_cell(xml, width);
    text.split('\n').for_each(|line| paragraph(xml, style, line));
    xml.close("w:tc");
}

fn open_paragraph(xml: &mut Xml, style: &str) {
    xml.open("w:p", &[]);
    xml.open("w:pPr", &[]);
    xml.empty("w:pStyle", &[("w:val", style)]);
    xml.close("w:pPr");
}

fn paragraph(xml: &mut Xml, style: &str, line: &str) {
    open_paragraph(xml, style);
    runs(xml, "w:", line);
    xml.close("w:p");
}

fn run(xml: &mut Xml, text: &str) {
    runs(xml, "w:", text);
}

/// The runs of a line: what was struck out, raised or lowered stands so again.
pub(super) fn runs(xml: &mut Xml, prefix: &str, line: &str) {
    let mut before = Look::Plain;
    for (look, text) in stretches(line) {
        // Two alike side by side would be read as one.
        let (look, text) = if look != Look::Plain && look == before {
            (Look::Plain, look.marked(text))
        } else {
            (look, text.to_owned())
        };
        before = look;
        looking(xml, prefix, look, &text);
    }
}

fn looking(xml: &mut Xml, prefix: &str, look: Look, text: &str) {
    let name = |name: &str| format!("{prefix}{name}");
    xml.open(&name("r"), &[]);
    if look != Look::Plain {
        xml.open(&name("rPr"), &[]);
        match look {
            Look::Plain => {}
            Look::Struck => xml.empty(&name("strike"), &[]),
            Look::Raised => xml.empty(&name("vertAlign"), &[(&name("val"), "superscript")]),
            Look::Lowered => xml.empty(&name("vertAlign"), &[(&name("val"), "subscript")]),
        }
        xml.close(&name("rPr"));
    }
    for (at, part) in text.split('\t').enumerate() {
        if at > 0 {
            xml.empty(&name("tab"), &[]);
        }
        if !part.is_empty() {
            xml.leaf(&name("t"), &[("xml:space", "preserve")], part);
        }
    }
    xml.close(&name("r"));
}

fn settings() -> Vec<u8> {
    let mut xml = Xml::part();
    xml.open("w:settings", &[("xmlns:w", MAIN)]);
    xml.open("w:compat", &[]);
    let address = "http://schemas.microsoft.com/office/word";
    xml.empty("w:compatSetting", &[("w:name", "compatibilityMode"), ("w:uri", address), ("w:val", "15")]);
    xml.close("w:compat");
    xml.close("w:settings");
    xml.finish()
}

fn core(source: &Source, generator: &str) -> Vec<u8> {
    let mut xml = Xml::part();
    xml.open("cp:coreProperties", &[("xmlns:cp", CORE), ("xmlns:dc", "http://purl.org/dc/elements/1.1/")]);
    xml.leaf("dc:title", &[], &house().title);
    xml.leaf("dc:subject", &[], &source.document);
    xml.leaf("dc:creator", &[], generator);
    xml.leaf("dc:language", &[], "en-GB");
    xml.close("cp:coreProperties");
    xml.finish()
}
