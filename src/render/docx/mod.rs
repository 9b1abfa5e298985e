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
mod template;
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
use section::{Reference, Sections};
use template::{Cover, Template};
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
    let template = options.template.as_deref().map(Template::read).transpose().map_err(unusable)?;
    Build::new(document, options, &rules, template.as_ref()).package(items)?.zip()
}

fn unusable(error: String) -> String {
    format!("the template is not used: {error}")
}

/// What is to be known of a template before a draft of an organisation is made with it: the styles that it lacks, and what of it was left out.
pub(super) fn remarks(template: &[u8], eso: &str) -> Result<Vec<String>, String> {
    let (template, rules) = (Template::read(template).map_err(unusable)?, Rules::of(eso)?);
    let mut remarks: Vec<_> = template.notes.iter().map(|note| format!("the template is used, but {note}")).collect();
    let lacks = template.lacks(&rules);
    if !lacks.is_empty() {
        let names = lacks.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ");
        remarks.push(format!(
            "the template lacks styles that drafts of `{eso}` use, so those of normc stand in for them: {names}"
        ));
    }
    Ok(remarks)
}

/// What the parts of a package have in common while they are made.
struct Build<'b> {
    document: &'b Document,
    options: &'b Options,
    rules: &'b Rules,
    template: Option<&'b Template>,
    styles: BTreeMap<Role, String>,
    author: Author,
    package: Package,
    numberings: Numberings,
    footnotes: Footnotes,
    sections: Sections,
    last: u32,
}

impl<'b> Build<'b> {
    fn new(document: &'b Document, options: &'b Options, rules: &'b Rules, template: Option<&'b Template>) -> Self {
        let own = || rules.roles.iter().map(|(role, name)| (*role, style_id(name))).collect();
        Self {
            template,
            document,
            options,
            rules,
            styles: template.map_or_else(own, |template| template.roles(rules)),
            author: Author {
                name: options.author.clone().unwrap_or_else(|| options.generator.clone()),
                date: properties::moment(&options.date),
            },
            package: Package::default(),
            numberings: Numberings::new(rules, (0, 0)),
            footnotes: Footnotes::default(),
            sections: Sections { line_numbers: document.line_numbers, ..Sections::default() },
            last: 0,
        }
    }

    fn package(mut self, items: Vec<Item>) -> Result<Package, String> {
        self.package.relate("", &relation("officeDocument"), DOCUMENT);
        let cover = self.template()?;
        let text = self.write(DOCUMENT, |writer| writer.document(items, cover.as_ref()));
        self.package.add(DOCUMENT, &media("document.main"), text);
        let footnotes = std::mem::take(&mut self.footnotes);
        let has_footnotes = !footnotes.is_empty();
        if has_footnotes {
            let text = self.write("word/footnotes.xml", |writer| footnotes::write(writer, footnotes));
            self.part("footnotes", text);
        }
        self.styles();
        self.numbering()?;
        let settings = properties::settings(self.document, self.rules, has_footnotes);
        self.part("settings", settings);
        self.properties();
        Ok(self.package)
    }

    /// What a template has comes first: what its headers and cover refer to keeps its names. Gives its cover.
    fn template(&mut self) -> Result<Option<Cover>, String> {
        let Some(template) = self.template else {
            self.headers();
            return Ok(None);
        };
        template.bring(&mut self.package, DOCUMENT);
        if let Some(numbering) = template.text("numbering") {
            self.numberings = Numberings::new(self.rules, template::highest(numbering).map_err(unusable)?);
        }
        let references = template::last_section(template.document()).map_err(unusable)?;
        let known = self.package.relations.get(DOCUMENT).cloned().unwrap_or_default();
        let there = |reference: &Reference| known.iter().any(|relation| relation.id == reference.2);
        let references: Vec<_> = references.into_iter().filter(there).collect();
        if references.is_empty() {
            self.headers();
        } else {
            self.watermarks();
            (self.sections.upright, self.sections.wide) = (references.clone(), references);
        }
        let cover = Cover::read(template.document(), self.document).map_err(unusable)?;
        // Numbers of bookmarks and pictures of the cover are below ours.
        self.last = if cover.is_some() { 100_000 } else { self.last };
        Ok(cover)
    }

    /// The watermark in the headers of a template.
    fn watermarks(&mut self) {
        let document = self.document;
        let mark = self.write(DOCUMENT, |writer| {
            writer.xml = Xml::fragment();
            headers::watermark(writer, Role::Header, document);
        });
        let headers = self.package.parts.values_mut().filter(|part| part.media_type == media("header"));
        for part in headers.filter(|_| !mark.is_empty()) {
            part.bytes = template::before_end(&String::from_utf8_lossy(&part.bytes), &mark);
        }
    }

    fn styles(&mut self) {
        let list = |name: &str| self.numberings.of_style(name);
        let styles = match self.template.and_then(|template| Some((template, template.text("styles")?))) {
            None => styles::part(self.rules, &self.document.language, &list),
            Some((template, text)) => {
                let mut xml = Xml::fragment();
                for name in template.lacks(self.rules) {
                    if let Some(style) = self.rules.styles.get(name) {
                        styles::write(&mut xml, (name, style), false, list(name), &|name| template.id(name));
                    }
                }
                template::before_end(text, &xml.finish())
            }
        };
        self.part("styles", styles);
    }

    fn numbering(&mut self) -> Result<(), String> {
        if self.numberings.is_empty() {
            return Ok(());
        }
        let ids = |name: &str| match self.template {
            None => Some(style_id(name)),
            Some(template) if template.style(name).is_none() => Some(template.id(name)),
            Some(_) => None,
        };
        let numbering = match self.template.and_then(|template| template.text("numbering")) {
            None => self.numberings.part(&ids),
            Some(text) => {
                let (mut patterns, mut numberings) = (Xml::fragment(), Xml::fragment());
                self.numberings.write_patterns(&mut patterns, &ids);
                self.numberings.write_numberings(&mut numberings);
                template::with_numberings(text, &patterns.finish(), &numberings.finish()).map_err(unusable)?
            }
        };
        self.part("numbering", numbering);
        Ok(())
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
        let references = |header: &str, footer: &str| {
            [("headerReference", header), ("footerReference", footer)]
                .map(|(element, id)| (element.to_owned(), "default".to_owned(), id.to_owned()))
                .to_vec()
        };
        self.sections.cover = references(&cover, &none);
        self.sections.upright = references(&header, &footer);
        self.sections.wide = references(&wide, &footer);
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
