//! The publisher's own template: what is used of it, what it lacks, and what is refused.

use std::sync::Arc;

use normc::artifact::Options;
use normc::ooxml::Package;
use normc::render::template_remarks;

use super::sample::document;
use super::sound::complaints;
use super::tree::part;
use super::{emitted, options};

const W: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships""#;
const RELATION: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

fn media(sort: &str) -> String {
    format!("application/vnd.openxmlformats-officedocument.wordprocessingml.{sort}+xml")
}

/// A small template with a cover, a header, a numbering and some styles, one of which has another name besides.
fn template() -> Package {
    let main = "word/document.xml";
    let mut package = Package::default();
    package.relate("", &format!("{RELATION}officeDocument"), main);
    let mut add = |sort: &str, name: &str, text: &str| {
        package.add(&format!("word/{name}.xml"), &media(sort), text.as_bytes().to_vec());
        package.relate(main, &format!("{RELATION}{sort}"), &format!("{name}.xml"))
    };
    let style = |id: &str, names: &str| format!(r#"<w:style w:type="paragraph" w:styleId="{id}">{names}</w:style>"#);
    let name = |name: &str| format!(r#"<w:name w:val="{name}"/>"#);
    let styles = [
        style("berschrift1", &name("Heading 1")),
        style("TAL", &(name("Text in cells") + r#"<w:aliases w:val="x,TAL"/>"#)),
        style("H6", &name("Something else")),
    ];
    add("styles", "styles", &format!("<w:styles {W}>{}</w:styles>", styles.concat()));
    let numbering = r#"<w:abstractNum w:abstractNumId="9"/><w:num w:numId="5"><w:abstractNumId w:val="9"/></w:num>"#;
    add("numbering", "numbering", &format!("<w:numbering {W}>{numbering}</w:numbering>"));
    let header = add("header", "header1", &format!("<w:hdr {W}><w:p><w:r><w:t>official</w:t></w:r></w:p></w:hdr>"));
    let control = r#"<w:sdt><w:sdtPr><w:tag w:val="title"/></w:sdtPr><w:sdtContent><w:r><w:t>Title here</w:t></w:r></w:sdtContent></w:sdt>"#;
    let cover = format!("<w:p>{control}</w:p><w:p><w:pPr><w:sectPr/></w:pPr></w:p>");
    let rest = format!(r#"<w:p/><w:sectPr><w:headerReference w:type="default" r:id="{header}"/></w:sectPr>"#);
    let text = format!("<w:document {W}><w:body>{cover}{rest}</w:body></w:document>");
    package.add(main, &media("template.main"), text.into_bytes());
    package
}

fn with(package: &Package) -> Options {
    Options { template: Some(Arc::from(package.zip().unwrap())), ..options() }
}

#[test]
fn a_draft_has_the_styles_header_and_cover_of_the_template() {
    let package = emitted(&document("etsi"), &with(&template()));
    assert_eq!(complaints(&package), Vec::<String>::new());
    let text = String::from_utf8(package.parts["word/document.xml"].bytes.clone()).unwrap();
    assert!(text.contains(r#"<w:pStyle w:val="berschrift1"/>"#) && !text.contains(r#""Heading1""#), "{text}");
    assert!(text.contains("<w:t>Vaults</w:t>") && !text.contains("Title here"), "the cover is not filled");
    assert!(!text.contains(">EUROPEAN STANDARD<"), "there are two covers");
    let header = String::from_utf8(package.parts["word/template-header1.xml"].bytes.clone()).unwrap();
    assert!(header.contains("official") && header.contains("DRAFT"), "{header}");
    // A style of the template that has the identifier of one of ours by chance is not taken for it.
    assert!(text.contains(r#"<w:pStyle w:val="H6Draft"/>"#));
    let numbering = part(&package, "word/numbering.xml");
    let ids: Vec<_> = numbering.children.iter().map(|child| child.name.clone()).collect();
    assert!(ids.windows(2).all(|pair| pair[0] <= pair[1]), "patterns do not stand before numberings: {ids:?}");
}

#[test]
fn styles_that_are_lacking_are_said_all_at_once() {
    let remarks = template_remarks(&template().zip().unwrap(), "etsi").unwrap();
    assert_eq!(remarks.len(), 1);
    assert!(remarks[0].contains("`H6`, ") && remarks[0].contains("`ZT`"), "{remarks:?}");
    assert!(!remarks[0].contains("`TAL`") && !remarks[0].contains("`heading 1`"), "{remarks:?}");
}

#[test]
fn macros_and_what_is_loaded_from_elsewhere_are_left_out() {
    let mut package = template();
    package.add("word/vbaProject.bin", "application/vnd.ms-office.vbaProject", b"Sub AutoOpen".to_vec());
    package.relate(
        "word/document.xml",
        "http://schemas.microsoft.com/office/2006/relationships/vbaProject",
        "vbaProject.bin",
    );
    package.relate_outside("word/document.xml", &format!("{RELATION}image"), "https://example.org/spy.png");
    package.relate_outside("word/document.xml", &format!("{RELATION}attachedTemplate"), "file:///c:/x.dotm");
    let remarks = template_remarks(&package.zip().unwrap(), "etsi").unwrap().join("\n");
    assert!(
        remarks.contains("macros") && remarks.contains("`attachedTemplate`") && remarks.contains("`image`"),
        "{remarks}"
    );
    let made = emitted(&document("etsi"), &with(&package));
    assert!(made.parts.keys().all(|path| !path.contains("vba")));
    let outside: Vec<_> = made.relations.values().flatten().filter(|relation| relation.external).collect();
    assert_eq!(outside.len(), 1, "{outside:?}");
}

#[test]
fn what_is_no_template_is_refused() {
    let error = |bytes: &[u8]| template_remarks(bytes, "etsi").unwrap_err();
    assert!(error(b"PK").contains("the template is not used: it cannot be unpacked"));
    let mut package = template();
    package.add("word/large.bin", "application/octet-stream", vec![0; 65 << 20]);
    assert!(error(&package.zip().unwrap()).contains("no document needs"));
    let mut package = template();
    package.parts.remove("word/styles.xml");
    assert!(error(&package.zip().unwrap()).contains("no styles"));
}
