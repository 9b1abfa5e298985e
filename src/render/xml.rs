//! XML as it is read by people, too: elements that stand on lines of their own, and elements in running text, where a blank would be text.
//! Knows no vocabulary; the writer below escapes every text.

use crate::ooxml::Xml as Writer;

/// Attributes: names and values.
pub(super) type Attributes<'a> = &'a [(&'a str, &'a str)];

/// An XML document in the making.
pub(super) struct Xml {
    writer: Writer,
    /// How deep the elements are that stand on lines of their own.
    depth: usize,
    /// Whether the last thing written was the end of such an element.
    ended: bool,
}

impl Xml {
    /// A document with its declaration.
    pub(super) fn document() -> Self {
        let mut xml = Self::fragment();
        // A document with a DTD somewhere, which `standalone` would deny.
        xml.writer.append(b"<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        xml
    }

    /// A piece of a document.
    pub(super) fn fragment() -> Self {
        Self { writer: Writer::fragment(), depth: 0, ended: false }
    }

    /// What was written.
    pub(super) fn finish(self) -> Vec<u8> {
        self.writer.finish()
    }

    /// Begins an element that stands on lines of its own.
    pub(super) fn open(&mut self, name: &str, attributes: Attributes<'_>) {
        self.line();
        self.writer.open(name, attributes);
        self.depth += 1;
        self.ended = false;
    }

    /// Ends an element that stands on lines of its own.
    pub(super) fn close(&mut self, name: &str) {
        self.depth -= 1;
        if self.ended {
            self.line();
        }
        self.writer.close(name);
        self.ended = true;
    }

    /// Begins an element in running text.
    pub(super) fn open_inline(&mut self, name: &str, attributes: Attributes<'_>) {
        self.writer.open(name, attributes);
    }

    /// Ends an element in running text.
    pub(super) fn close_inline(&mut self, name: &str) {
        self.writer.close(name);
    }

    /// An element without content in running text.
    pub(super) fn empty(&mut self, name: &str, attributes: Attributes<'_>) {
        self.writer.empty(name, attributes);
    }

    /// An element on a line of its own that holds a text.
    pub(super) fn leaf(&mut self, name: &str, attributes: Attributes<'_>, text: &str) {
        self.open(name, attributes);
        self.text(text);
        self.close(name);
    }

    /// An element on a line of its own without content.
    pub(super) fn mark(&mut self, name: &str, attributes: Attributes<'_>) {
        self.line();
        self.writer.empty(name, attributes);
        self.ended = true;
    }

    /// A text, escaped.
    pub(super) fn text(&mut self, text: &str) {
        self.writer.text(text);
    }

    fn line(&mut self) {
        self.writer.text(&format!("\n{:width$}", "", width = 2 * self.depth));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_broken_outside_running_text_only() {
        let mut xml = Xml::fragment();
        xml.open("sec", &[("id", "a\"<b")]);
        xml.leaf("title", &[], "One & <two>");
        xml.open("p", &[]);
        xml.text("a ");
        xml.open_inline("bold", &[]);
        xml.text("b");
        xml.close_inline("bold");
        xml.empty("break", &[]);
        xml.close("p");
        xml.close("sec");
        let text = String::from_utf8(xml.finish()).unwrap();
        assert_eq!(
            text,
            "\n<sec id=\"a&quot;&lt;b\">\n  <title>One &amp; &lt;two&gt;</title>\n  <p>a <bold>b</bold><break/></p>\n</sec>"
        );
    }
}
