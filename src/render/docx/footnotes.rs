//! `footnotes.xml`: the notes that the text calls, and the lines that stand above them.

use super::flat::{Paragraph, Piece, What};
use super::names::ALL;
use super::role::Role;
use super::writer::Writer;

/// The footnotes so far: text, and number where it is typed.
#[derive(Default)]
pub(super) struct Footnotes {
    notes: Vec<(Vec<Piece>, Option<String>)>,
}

impl Footnotes {
    /// Adds a footnote; gives its number in the package.
    pub(super) fn add(&mut self, text: Vec<Piece>, number: Option<String>) -> usize {
        self.notes.push((text, number));
        self.notes.len()
    }

    /// Whether there is none.
    pub(super) fn is_empty(&self) -> bool {
        self.notes.is_empty()
    }
}

/// Writes the part.
pub(super) fn write(writer: &mut Writer<'_>, footnotes: Footnotes) {
    writer.xml.open("w:footnotes", ALL);
    for (id, sort, mark) in
        [("-1", "separator", "w:separator"), ("0", "continuationSeparator", "w:continuationSeparator")]
    {
        writer.xml.open("w:footnote", &[("w:type", sort), ("w:id", id)]);
        writer.xml.open("w:p", &[]);
        writer.run(None, |writer| writer.xml.empty(mark, &[]));
        writer.xml.close("w:p");
        writer.xml.close("w:footnote");
    }
    for (at, (text, number)) in (1..).zip(footnotes.notes) {
        writer.xml.open("w:footnote", &[("w:id", &format!("{at}"))]);
        writer.xml.open("w:p", &[]);
        writer.xml.open("w:pPr", &[]);
        let style = writer.styles.get(&Role::FootnoteText).cloned().unwrap_or_default();
        writer.value("w:pStyle", &style);
        writer.xml.close("w:pPr");
        writer.run(Some(Role::FootnoteReference), |writer| match &number {
            Some(number) => writer.xml.leaf("w:t", &[], number),
            None => writer.xml.empty("w:footnoteRef", &[]),
        });
        writer.pieces(&[Piece::new(What::Tab)]);
        writer.pieces(&Paragraph::new(Role::FootnoteText, text).pieces);
        writer.xml.close("w:p");
        writer.xml.close("w:footnote");
    }
    writer.xml.close("w:footnotes");
}
