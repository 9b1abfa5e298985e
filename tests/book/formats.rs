//! `formats/`: the table of backends, and the schema of normc's own catalogue.

use std::fmt::Write;

use normc::artifact::Backend;
use normc::{export, publish, render};

/// The PDF backend, which a build without typst does not have: name, extension, media type, what it follows.
const PDF: [&str; 4] = [
    "pdf",
    "pdf",
    "application/pdf",
    "PDF 1.7, PDF/UA-1 (ISO 14289-1) and PDF/A-2a (ISO 19005-2); PDF/A-3a (ISO 19005-3) with the catalogue attached",
];

/// The page and the schema.
pub(crate) fn pages() -> Vec<(String, String)> {
    let mut text = String::from(
        "# Formats\n\n\
         Which files can normc make, and which specification does each follow? The name is what `normc build --to` takes. A file is called\n\
         after its package: `build/PACKAGE/PACKAGE.EXTENSION`.\n\n\
         How to build them is said in [Building drafts](../guide/drafts.md) and [Catalogues for other tools](../guide/catalogues.md).\n",
    );
    let mut drafts: Vec<_> =
        render::BACKENDS.iter().map(|backend| row(backend)).filter(|row| row[0] != "pdf").collect();
    drafts.push(PDF.map(str::to_owned));
    section("Drafts", "For people: a deliverable as its organisation prints it.", drafts, &mut text);
    let catalogues = export::BACKENDS.iter().map(|backend| row(backend)).collect();
    section("Catalogues", "For programs: what a package declares, and how its parts relate.", catalogues, &mut text);
    let whole =
        publish::BACKENDS.iter().map(|it| [it.name, "", it.media_type, it.follows].map(str::to_owned)).collect();
    section("The whole corpus", "Of all packages together, in a folder of its own: `build/NAME`.", whole, &mut text);
    text += "\nThe schema of `json` is [catalogue.schema.json](catalogue.schema.json); `normc schema` prints it.\n";
    vec![
        ("formats/index.md".to_owned(), text),
        ("formats/catalogue.schema.json".to_owned(), format!("{:#}\n", export::schema().as_value())),
    ]
}

fn row<P>(backend: &Backend<P>) -> [String; 4] {
    [backend.name, backend.extension, backend.media_type, backend.follows].map(str::to_owned)
}

fn section(heading: &str, what: &str, rows: Vec<[String; 4]>, out: &mut String) {
    let _ = write!(
        out,
        "\n## {heading}\n\n{what}\n\n| name | extension | media type | follows |\n| --- | --- | --- | --- |\n"
    );
    for [name, extension, media_type, follows] in rows {
        let _ = writeln!(out, "| `{name}` | `{extension}` | `{media_type}` | {follows} |");
    }
}

#[cfg(feature = "pdf")]
#[test]
fn the_pdf_backend_is_as_listed() {
    let pdf = render::BACKENDS.iter().find(|backend| backend.name == "pdf").unwrap();
    assert_eq!(row(pdf), PDF.map(str::to_owned));
}
