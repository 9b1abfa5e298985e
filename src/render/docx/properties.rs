//! What the package says of itself: properties of the document, and settings of the word processor.

use crate::artifact::Options;
use crate::document::Document;
use crate::ooxml::Xml;

use super::names::{MAIN, W};
use super::rules::{PageNumbers, Rules};

const VARIANT: (&str, &str) = ("xmlns:vt", "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes");
const CUSTOM: &str = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties";
const EXTENDED: &str = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";
/// The set that custom properties belong to.
const SET: &str = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}";

/// Title, author, keywords and dates.
pub(super) fn core(document: &Document, options: &Options) -> Vec<u8> {
    let metadata = &document.metadata;
    let mut xml = Xml::part();
    xml.open(
        "cp:coreProperties",
        &[
            ("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"),
            ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
            ("xmlns:dcterms", "http://purl.org/dc/terms/"),
            ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
        ],
    );
    xml.leaf("dc:title", &[], &metadata.title);
    xml.leaf("dc:subject", &[], &document.cover.type_line);
    xml.leaf("dc:creator", &[], &metadata.publisher);
    xml.leaf("cp:keywords", &[], &metadata.keywords.join(", "));
    xml.leaf("dc:description", &[], &metadata.description);
    xml.leaf("cp:lastModifiedBy", &[], &options.generator);
    let date = moment(&options.date);
    xml.leaf("dcterms:created", &[("xsi:type", "dcterms:W3CDTF")], &date);
    xml.leaf("dcterms:modified", &[("xsi:type", "dcterms:W3CDTF")], &date);
    xml.leaf("dc:language", &[], &document.language);
    xml.leaf("cp:version", &[], &metadata.version);
    xml.close("cp:coreProperties");
    xml.finish()
}

/// The beginning of a day.
pub(super) fn moment(date: &str) -> String {
    format!("{date}T00:00:00Z")
}

/// The program.
pub(super) fn app(document: &Document) -> Vec<u8> {
    let mut xml = Xml::part();
    xml.open("Properties", &[("xmlns", EXTENDED)]);
    xml.leaf("Application", &[], "normc");
    xml.leaf("Company", &[], &document.metadata.publisher);
    xml.close("Properties");
    xml.finish()
}

/// What the headers repeat, and where the draft comes from.
pub(super) fn custom(document: &Document, options: &Options) -> Vec<u8> {
    let mut xml = Xml::part();
    xml.open("Properties", &[("xmlns", CUSTOM), VARIANT]);
    let mut values = vec![
        ("Reference", document.cover.running_header.as_str()),
        ("Version", document.metadata.version.as_str()),
        ("Date", document.metadata.date.as_str()),
        ("Package", document.package.as_str()),
        ("Generator", options.generator.as_str()),
    ];
    let file = file_name(document);
    values.extend(file.as_deref().map(|file| ("File name", file)));
    for (at, (name, value)) in (2..).zip(values) {
        xml.open("property", &[("fmtid", SET), ("pid", &format!("{at}")), ("name", name)]);
        xml.leaf("vt:lpwstr", &[], value);
        xml.close("property");
    }
    xml.close("Properties");
    xml.finish()
}

/// How CEN and CENELEC want the file called that is sent to them: type, number and language.
fn file_name(document: &Document) -> Option<String> {
    if document.cover.eso == "etsi" {
        return None;
    }
    let identifier = document.cover.identifier.split(':').next()?;
    let number = identifier.trim_start_matches("Fpr").trim_start_matches("pr").replace(' ', "_");
    let language = document.language.get(..1)?.to_uppercase();
    Some(format!("{number}_({language}).docx"))
}

/// The settings.
pub(super) fn settings(document: &Document, rules: &Rules, footnotes: bool) -> Vec<u8> {
    let mut xml = Xml::part();
    xml.open("w:settings", &[W]);
    xml.empty("w:defaultTabStop", &[(MAIN, "720")]);
    xml.empty("w:characterSpacingControl", &[(MAIN, "doNotCompress")]);
    if rules.contents.page_numbers == PageNumbers::OnOpening {
        xml.empty("w:updateFields", &[(MAIN, "true")]);
    }
    if footnotes {
        xml.open("w:footnotePr", &[]);
        xml.empty("w:footnote", &[("w:id", "-1")]);
        xml.empty("w:footnote", &[("w:id", "0")]);
        xml.close("w:footnotePr");
    }
    xml.open("w:compat", &[]);
    let word = "http://schemas.microsoft.com/office/word";
    xml.empty("w:compatSetting", &[("w:name", "compatibilityMode"), ("w:uri", word), (MAIN, "15")]);
    xml.close("w:compat");
    xml.empty("w:themeFontLang", &[(MAIN, &document.language)]);
    xml.empty("w:decimalSymbol", &[(MAIN, ",")]);
    xml.empty("w:listSeparator", &[(MAIN, ";")]);
    xml.close("w:settings");
    xml.finish()
}
