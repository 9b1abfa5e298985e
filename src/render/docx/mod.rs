//! DOCX: the draft for word processors, with the style names of the organisation, fields whose results are there, and no direct formatting.
//! The document becomes flat (`flatten.rs`), then XML (`writer.rs`); `templates/<eso>/docx.yaml` has every look and every name of a style.

mod blocks;
mod changes;
mod flat;
mod flatten;
mod footnotes;
mod headers;
mod math;
mod names;
mod numbering;
mod picture;
mod properties;
mod role;
mod rules;
mod section;
mod sequence;
mod styles;
mod targets;
mod text;
mod writer;

use std::collections::BTreeMap;

use crate::artifact::{Backend, Options, alone};
use crate::document::Document;
use crate::ooxml::{Package, Xml};

use flat::Item;
use footnotes::Footnotes;
use names::{media, relation};
use numbering::Numberings;
use role::Role;
use rules::{Rules, style_id};
use section::Sections;
use writer::{Author, DOCUMENT, Writer};

/// The draft for word processors.
pub(super) const BACKEND: Backend<Document> = Backend {
    name: "docx",
    extension: "docx",
    media_type: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    follows: "Office Open XML (ISO/IEC 29500, transitional), named styles only",
    applies: |_| true,
    emit,
    beside: alone,
};

fn emit(document: &Document, options: &Options) -> Result<Vec<u8>, String> {
    let rules = Rules::of(&document.cover.eso)?;
    let items = flatten::flatten(document, &rules);
    let items = match &document.before {
        Some(before) => changes::merge(flatten::flatten(before, &rules), items),
        None => items,
    };
    Build::new(document, options, &rules).package(items)?.zip()
}

/// What the parts of a package have in common while they are made.
struct Build<'b> {
    document: &'b Document,
    options: &'b Options,
    rules: &'b Rules,
    styles: BTreeMap<Role, String>,
    author: Author,
    package: Package,
    numberings: Numberings,
    footnotes: Footnotes,
    sections: Sections,
    last: u32,
}

impl<'b> Build<'b> {
    fn new(document: &'b Document, options: &'b Options, rules: &'b Rules) -> Self {
        Self {
            document,
            options,
            rules,
            styles: rules.roles.iter().map(|(role, name)| (*role, style_id(name))).collect(),
            author: Author { name: options.generator.clone(), date: properties::moment(&options.date) },
            package: Package::default(),
            numberings: Numberings::new(rules, (0, 0)),
            footnotes: Footnotes::default(),
            sections: Sections { line_numbers: document.line_numbers, ..Sections::default() },
            last: 0,
        }
    }

    fn package(mut self, items: Vec<Item>) -> Result<Package, String> {
        self.package.relate("", &relation("officeDocument"), DOCUMENT);
        self.headers();
        let text = self.write(DOCUMENT, |writer| writer.document(items));
        self.package.add(DOCUMENT, &media("document.main"), text);
        let footnotes = std::mem::take(&mut self.footnotes);
        let has_footnotes = !footnotes.is_empty();
        if has_footnotes {
            let text = self.write("word/footnotes.xml", |writer| footnotes::write(writer, footnotes));
            self.part("footnotes", text);
        }
        let language = &self.document.language;
        let styles = styles::part(self.rules, language, &|name| self.numberings.of_style(name));
        self.part("styles", styles);
        if !self.numberings.is_empty() {
            let numbering = self.numberings.part();
            self.part("numbering", numbering);
        }
        let settings = properties::settings(self.document, self.rules, has_footnotes);
        self.part("settings", settings);
        self.properties();
        Ok(self.package)
    }

    /// A part of the document that is called as its relation.
    fn part(&mut self, name: &str, bytes: Vec<u8>) {
        self.package.add(&format!("word/{name}.xml"), &media(name), bytes);
        self.package.relate(DOCUMENT, &relation(name), &format!("{name}.xml"));
    }

    fn properties(&mut self) {
        let core = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
        let of = |name: &str| format!("application/vnd.openxmlformats-officedocument.{name}-properties+xml");
        let core_type = "application/vnd.openxmlformats-package.core-properties+xml";
        self.package.add("docProps/core.xml", core_type, properties::core(self.document, self.options));
        self.package.add("docProps/app.xml", &of("extended"), properties::app(self.document));
        self.package.add("docProps/custom.xml", &of("custom"), properties::custom(self.document, self.options));
        self.package.relate("", core, "docProps/core.xml");
        self.package.relate("", &relation("extended-properties"), "docProps/app.xml");
        self.package.relate("", &relation("custom-properties"), "docProps/custom.xml");
    }

    /// Headers and footers of each sort of pages.
    fn headers(&mut self) {
        let rules = self.rules;
        let cover = self.header("header1", Role::Header, "");
        let header = self.header("header2", Role::Header, &rules.header);
        let wide = self.header("header3", Role::HeaderWide, &rules.header);
        let none = self.footer("footer1", Role::Footer, "");
        let footer = self.footer("footer2", Role::Footer, &rules.footer);
        self.sections.cover = [Some(cover), Some(none)];
        self.sections.upright = [Some(header), Some(footer.clone())];
        self.sections.wide = [Some(wide), Some(footer)];
    }

    fn header(&mut self, name: &'static str, role: Role, line: &str) -> String {
        self.head_or_foot(name, "header", "w:hdr", role, line)
    }

    fn footer(&mut self, name: &'static str, role: Role, line: &str) -> String {
        self.head_or_foot(name, "footer", "w:ftr", role, line)
    }

    fn head_or_foot(&mut self, name: &'static str, sort: &str, element: &str, role: Role, line: &str) -> String {
        let document = self.document;
        let text = self.write(DOCUMENT, |writer| headers::write(writer, element, role, line, document));
        self.package.add(&format!("word/{name}.xml"), &media(sort), text);
        self.package.relate(DOCUMENT, &relation(sort), &format!("{name}.xml"))
    }

    /// The bytes of a part that `write` writes.
    fn write(&mut self, part: &'static str, write: impl FnOnce(&mut Writer<'_>)) -> Vec<u8> {
        let mut writer = Writer {
            rules: self.rules,
            styles: &self.styles,
            author: &self.author,
            xml: Xml::part(),
            package: &mut self.package,
            numberings: &mut self.numberings,
            footnotes: &mut self.footnotes,
            sections: &self.sections,
            part,
            last: self.last,
            open: BTreeMap::new(),
            waiting: Vec::new(),
        };
        write(&mut writer);
        self.last = writer.last;
        writer.xml.finish()
    }
}
