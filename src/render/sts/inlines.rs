//! Running text: emphasis, cross-references, links, footnotes and formulas.

use crate::document::{Inline, Mark};
use crate::formula::Math;
use crate::render::mathml::{self, Form};

use super::{Release, Sts};

impl<'d> Sts<'d> {
    pub(super) fn inlines(&mut self, text: &'d [Inline]) {
        text.iter().for_each(|inline| self.one(inline));
    }

    fn one(&mut self, inline: &'d Inline) {
        match inline {
            Inline::Text { text } => self.xml.text(text),
            Inline::Emphasis { content } => self.inline("italic", &[], |sts| sts.inlines(content)),
            Inline::Strong { content } => self.inline("bold", &[], |sts| sts.inlines(content)),
            Inline::Code { text } => {
                let name = if self.release == Release::First { "monospace" } else { "inline-code" };
                self.inline(name, &[], |sts| sts.xml.text(text));
            }
            Inline::Marked { mark: Mark::Deleted, .. } => {}
            Inline::Marked { content, .. } => self.inlines(content),
            Inline::Formula { math, source } if !self.in_link => {
                self.inline("inline-formula", &[], |sts| sts.math(math, source, false));
            }
            Inline::Reference { target, text, .. } if !self.in_link => self.reference(target, text),
            Inline::Link { url, content } if !self.in_link => {
                self.in_link = true;
                let attributes = [("ext-link-type", "uri"), ("xlink:href", url.as_str())];
                self.inline("ext-link", &attributes, |sts| sts.inlines(content));
                self.in_link = false;
            }
            Inline::Footnote { id, number, text } if !self.in_link => self.footnote(id, number, text),
            Inline::Anchor { id } if !self.in_link => {
                let id = self.ids.get(id);
                self.xml.empty("target", &[("id", id)]);
            }
            Inline::Break if !self.in_link => self.xml.empty("break", &[]),
            // A link holds words and their looks.
            Inline::Anchor { .. } | Inline::Footnote { .. } => {}
            Inline::Break => self.xml.text(" "),
            Inline::Link { content, .. } => self.inlines(content),
            Inline::Reference { .. } | Inline::Formula { .. } => self.xml.text(&inline.words()),
        }
    }

    /// A cross-reference; words where nothing has the anchor, or where there is nothing to click on.
    pub(super) fn reference(&mut self, target: &str, text: &str) {
        match self.ids.target(target).filter(|_| !text.trim().is_empty()) {
            None => self.xml.text(text),
            Some(id) if id.sort.is_empty() => {
                self.inline("tbx:entailedTerm", &[("target", &id.id)], |sts| sts.xml.text(text));
            }
            Some(id) => {
                self.inline("xref", &[("ref-type", id.sort), ("rid", &id.id)], |sts| sts.xml.text(text));
            }
        }
    }

    /// A footnote stands where it is called.
    fn footnote(&mut self, id: &str, number: &str, text: &'d [Inline]) {
        let Some(id) = self.ids.target(id) else { return };
        self.inline("xref", &[("ref-type", id.sort), ("rid", &id.id)], |sts| {
            sts.inline("sup", &[], |sts| sts.xml.text(number));
        });
        self.inline("fn", &[("id", &id.id)], |sts| {
            sts.inline("label", &[], |sts| sts.xml.text(number));
            sts.inline("p", &[], |sts| sts.inlines(text));
        });
    }

    pub(super) fn display_formula(&mut self, id: &str, label: &str, math: &Math, source: &str) {
        let id = self.ids.get(id);
        let attributes = [("id", id)];
        self.element("disp-formula", if id.is_empty() { &[] } else { &attributes }, |sts| {
            sts.math(math, source, true);
            if !label.is_empty() {
                sts.inline("label", &[], |sts| sts.xml.text(label));
            }
        });
    }

    fn math(&mut self, math: &Math, source: &str, display: bool) {
        self.formulas += 1;
        let id = format!("mml_{}", self.formulas);
        mathml::write(&mut self.xml, math, &Form { prefix: "mml:", id: &id, display, alternative: source });
    }
}
