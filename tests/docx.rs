//! Drafts for word processors: their parts as text, what must hold of every package, tracked changes and the publisher's templates.

mod support;

#[path = "docx/changes.rs"]
mod changes;
#[path = "docx/sample.rs"]
mod sample;
#[path = "docx/settle.rs"]
mod settle;
#[path = "docx/sound.rs"]
mod sound;
#[path = "docx/templates.rs"]
mod templates;
#[path = "docx/tree.rs"]
mod tree;

use std::collections::BTreeMap;

use normc::artifact::Options;
use normc::document::Document;
use normc::ooxml::Package;
use normc::render::BACKENDS;

use sound::complaints;
use support::program::normc;

fn options() -> Options {
    Options {
        generator: "normc".to_owned(),
        date: "2026-11-24".to_owned(),
        faulty: false,
        line_numbers: false,
        attached: None,
        template: None,
        author: Some("Committee".to_owned()),
        releases: BTreeMap::new(),
        ..Options::default()
    }
}

fn bytes(document: &Document, options: &Options) -> Vec<u8> {
    let backend = BACKENDS.iter().find(|backend| backend.name == "docx").unwrap();
    (backend.emit)(document, options).unwrap()
}

fn emitted(document: &Document, options: &Options) -> Package {
    normc::ooxml::read(&bytes(document, options)).unwrap()
}

/// XML with each paragraph, row and style on a line of its own.
fn lines(xml: &str) -> String {
    let ends =
        ["</w:p>", "</w:pPr>", "</w:tr>", "</w:tblGrid>", "</w:style>", "</w:num>", "</w:abstractNum>", "</w:sectPr>"];
    ends.iter().fold(xml.to_owned(), |text, end| text.replace(end, &format!("{end}\n")))
}

#[test]
fn parts_are_as_they_are_kept() {
    let mut wrong = String::new();
    for eso in ["etsi", "cen"] {
        let package = emitted(&sample::document(eso), &options());
        for part in ["document", "footnotes", "numbering", "header2", "settings", "styles"] {
            let text = String::from_utf8(package.parts[&format!("word/{part}.xml")].bytes.clone()).unwrap();
            support::expect(&support::root().join(format!("tests/docx/{eso}/{part}.xml")), &lines(&text), &mut wrong);
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
fn a_package_is_sound_and_the_same_each_time() {
    for eso in ["etsi", "cen", "cenelec"] {
        let document = sample::document(eso);
        assert_eq!(complaints(&emitted(&document, &options())), Vec::<String>::new());
        assert_eq!(bytes(&document, &options()), bytes(&document, &options()));
    }
}

#[test]
fn complaints_are_made() {
    let mut package = emitted(&sample::document("etsi"), &options());
    let spoil = |package: &mut Package, from: &str, to: &str| {
        let part = package.parts.get_mut("word/document.xml").unwrap();
        let text = String::from_utf8(part.bytes.clone()).unwrap();
        assert!(text.contains(from), "{from}");
        part.bytes = text.replacen(from, to, 1).into_bytes();
    };
    spoil(&mut package, "<w:pStyle w:val=\"Normal\"/>", "<w:pStyle w:val=\"Abnormal\"/><w:jc w:val=\"center\"/>");
    spoil(&mut package, "w:name=\"cl_scope\"", "w:name=\"history\"");
    spoil(&mut package, "<w:numId w:val=\"", "<w:numId w:val=\"99");
    let found = complaints(&package).join("\n");
    for what in [
        "`Abnormal` is not defined",
        "`jc` is formatting",
        "two bookmarks",
        "no bookmark `cl_scope`",
        "no numbering `99",
    ] {
        assert!(found.contains(what), "{what}: {found}");
    }
}

/// F-01: the name that CEN and CENELEC ask for can be read off the properties of the file.
#[test]
fn a_draft_says_how_its_file_is_called_when_it_is_sent() {
    let name = |eso: &str, identifier: &str| {
        let mut document = sample::document(eso);
        document.cover.identifier = identifier.to_owned();
        let custom = tree::part(&emitted(&document, &options()), "docProps/custom.xml");
        let property = custom.children.iter().find(|property| property.attribute("name") == "File name");
        property.map(|property| property.children[0].text.clone())
    };
    assert_eq!(name("cen", "prEN 40000-1-4:2026").as_deref(), Some("EN_40000-1-4_(E).docx"));
    assert_eq!(name("cenelec", "FprEN 50764:2027").as_deref(), Some("EN_50764_(E).docx"));
    assert_eq!(name("etsi", "Draft ETSI EN 304 618 V0.1.0 (2026-11)"), None);
}

/// F-01 and F-02, over the corpus.
#[test]
fn drafts_of_the_corpus_are_sound() {
    let out = tempfile::tempdir().unwrap();
    let ended = normc(support::root(), &format!("build --draft --to docx --out {}", out.path().display()));
    assert!(ended.code < 2, "{}", ended.err);
    let files = support::files(out.path(), "docx");
    assert!(files.len() >= 4, "{files:?}");
    for file in files {
        let package = normc::ooxml::read(&std::fs::read(&file).unwrap()).unwrap();
        assert_eq!(complaints(&package), Vec::<String>::new(), "{}", file.display());
        let text = String::from_utf8(package.parts["word/document.xml"].bytes.clone()).unwrap();
        for mark in ["<w:ins ", "<w:del ", "<w:highlight", "<w:commentReference"] {
            assert!(!text.contains(mark), "{} has {mark}", file.display());
        }
    }
}
