//! NISO STS: a draft as the databases of publishers take it. Contents and lists of tables are left to the reader of the file, which makes them
//! from the labels; STS knows no marks of change, so what was deleted is left out and the rest stands as it is now.

mod blocks;
mod clauses;
mod ids;
mod inlines;
mod media;
mod meta;
mod references;
mod terms;

use crate::artifact::{Backend, Options};
use crate::document::Document;

use super::xml::{Attributes, Xml};
use ids::Ids;

/// The draft for the publisher's database.
pub(super) const BACKEND: Backend<Document> = Backend {
    name: "sts",
    extension: "sts.xml",
    media_type: "application/xml",
    follows: "NISO STS 1.2 (ANSI/NISO Z39.102-2022), Interchange, with MathML 3 and TBX; 1.0 by `--sts-version 1.0`; without marks of change",
    applies: |_| true,
    emit,
    beside: media::beside,
};

/// A release of NISO STS.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Release {
    /// That of 2017.
    First,
    /// That of 2022.
    Second,
}

impl Release {
    fn chosen(options: &Options) -> Result<Self, String> {
        match options.releases.get("sts").map_or("1.2", String::as_str) {
            "1.0" => Ok(Self::First),
            "1.2" => Ok(Self::Second),
            other => Err(format!("NISO STS {other} is not known; 1.0 and 1.2 are")),
        }
    }

    fn number(self) -> &'static str {
        match self {
            Self::First => "1.0",
            Self::Second => "1.2",
        }
    }
}

fn emit(document: &Document, options: &Options) -> Result<Vec<u8>, String> {
    let release = Release::chosen(options)?;
    let ids = Ids::of(document);
    let mut sts = Sts { xml: Xml::document(), document, ids: &ids, release, formulas: 0, in_link: false };
    sts.standard();
    Ok(sts.xml.finish())
}

/// What is being written, and where the writer stands.
struct Sts<'d> {
    xml: Xml,
    document: &'d Document,
    ids: &'d Ids<'d>,
    release: Release,
    /// How many formulas were written.
    formulas: usize,
    /// Whether it is inside a link, which can hold no other.
    in_link: bool,
}

impl<'d> Sts<'d> {
    fn standard(&mut self) {
        let attributes = [
            ("dtd-version", self.release.number()),
            ("xml:lang", self.language()),
            ("xmlns:mml", "http://www.w3.org/1998/Math/MathML"),
            ("xmlns:tbx", "urn:iso:std:iso:30042:ed-1"),
            ("xmlns:xlink", "http://www.w3.org/1999/xlink"),
        ];
        self.element("standard", &attributes, |sts| {
            sts.processing();
            sts.front();
            sts.body();
            sts.back();
        });
    }

    /// The language of the text, without the country.
    fn language(&self) -> &'d str {
        self.document.language.split('-').next().unwrap_or("en")
    }

    /// An element on lines of its own.
    fn element(&mut self, name: &str, attributes: Attributes<'_>, content: impl FnOnce(&mut Self)) {
        self.xml.open(name, attributes);
        content(self);
        self.xml.close(name);
    }

    /// An element in running text.
    fn inline(&mut self, name: &str, attributes: Attributes<'_>, content: impl FnOnce(&mut Self)) {
        self.xml.open_inline(name, attributes);
        content(self);
        self.xml.close_inline(name);
    }

    /// An element that holds a text; none where the text is empty.
    fn leaf(&mut self, name: &str, attributes: Attributes<'_>, text: &str) {
        if !text.is_empty() {
            self.xml.leaf(name, attributes, text);
        }
    }

    /// The label of a block, without the punctuation that readers of the file put behind it.
    fn label(&mut self, text: &str) {
        self.leaf("label", &[], text.trim_end_matches([':', '.', '-', '\u{2013}', '\u{2014}', ' ', '\u{a0}', '\t']));
    }
}
