//! Texts of the model as they stand in a draft: references lead somewhere, values and pictures are in place.

use crate::model::{PackageId, Requirement};
use crate::source::Span;
use crate::syntax::Text;
use crate::wording::Style;

use super::block::{Block, Cell, Figure};
use super::compose::Composer;
use super::inline::Inline;
use super::prose::{self, Around};

impl<'s> Composer<'_, 's> {
    /// The blocks of a Markdown text.
    pub(super) fn blocks(&self, text: Text<'s>) -> Vec<Block> {
        self.read(text, text.content().as_str(), &|name| self.reference(name), &prose::blocks)
    }

    /// The inlines of a Markdown text.
    pub(super) fn inlines(&self, text: Text<'s>) -> Vec<Inline> {
        self.read(text, text.content().as_str(), &|name| self.reference(name), &prose::inlines)
    }

    /// The blocks of a requirement's text, its parameters' values in place and set strong.
    pub(super) fn provision(&self, requirement: &Requirement<'s>, text: Text<'s>) -> Vec<Block> {
        self.read(text, &self.with_values(requirement, text), &|name| self.reference(name), &prose::blocks)
    }

    /// A provision of another deliverable, its references read as that deliverable means them.
    pub(super) fn provision_of(&self, package: PackageId, requirement: &Requirement<'s>, text: Text<'s>) -> Cell {
        let reference = |name: &str| match self.model.lookup(package, name) {
            Some(id) => self.link(id),
            None => Inline::text(name),
        };
        self.read(text, &self.with_values(requirement, text), &reference, &prose::inlines)
    }

    fn with_values(&self, requirement: &Requirement<'s>, text: Text<'s>) -> String {
        let strong = |_: &str, value: &str| format!("**{}**", self.figures(value));
        self.model.with_values(requirement, text.content().as_str(), strong)
    }

    fn read<T>(
        &self,
        text: Text<'s>,
        content: &str,
        reference: &dyn Fn(&str) -> Inline,
        into: &dyn Fn(&str, &Around<'_>) -> T,
    ) -> T {
        let picture = |file: &str, caption: &str, alt: &str| {
            let own = text.content();
            let at = own.as_str().find(file).map_or(text.span(), |at| own.source_span(at..at + file.len()));
            self.picture(file, at, caption, alt)
        };
        into(content, &Around { reference, number: &|digits| self.number(digits), picture: &picture })
    }

    /// The blocks of an official text, which stands in no source: it has no pictures.
    pub(super) fn official_text(&self, text: &str) -> Vec<Block> {
        let (reference, number) = (|name: &str| self.reference(name), |digits: &str| self.number(digits));
        prose::blocks(text, &Around { reference: &reference, number: &number, picture: &|_, _, _| None })
    }

    /// A number of a formula with the signs of the organisation.
    pub(super) fn number(&self, digits: &str) -> String {
        let plain = digits.chars().all(|c| c.is_ascii_digit() || c == '.');
        let style = Style::of(Some(self.eso)).filter(|_| plain);
        style.map_or_else(|| digits.to_owned(), |style| style.figure(digits))
    }

    /// The picture of a file; `None` where it cannot be read, which is reported.
    pub(super) fn picture(&self, file: &str, at: Span, caption: &str, alt: &str) -> Option<Figure> {
        let format = file.rsplit('.').next().unwrap_or("").to_ascii_lowercase();
        if !matches!(format.as_str(), "png" | "svg") {
            let message = format!("`{file}` is neither PNG nor SVG");
            self.fault("wrong-argument", at, message, "save the picture as PNG or SVG");
            return None;
        }
        match (self.pictures)(file) {
            Ok(bytes) => Some(Figure {
                id: String::new(),
                label: String::new(),
                title: caption.to_owned(),
                caption: caption.to_owned(),
                format,
                alt: alt.to_owned(),
                bytes: bytes.into(),
            }),
            Err(error) => {
                self.fault("wrong-argument", at, error, "name a file below the package's folder");
                None
            }
        }
    }
}
