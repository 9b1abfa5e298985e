//! `document.xml`: what is flat as XML, with the marks of what changed. Has no direct formatting: paragraphs, runs and tables have styles, and
//! besides only what is structure: numbering, widths, repeated rows.

use std::collections::BTreeMap;

use crate::ooxml::{Package, Xml};

use super::flat::{Item, Link, Mark, Numbered, Paragraph, Piece, Row, Shape, Table, What};
use super::names::{ALL, MAIN, relation};
use super::numbering::Numberings;
use super::role::Role;
use super::rules::Rules;
use super::template::Cover;
use super::{footnotes::Footnotes, math, picture, section};

/// The part that is written.
pub(super) const DOCUMENT: &str = "word/document.xml";

/// Who changed the draft, and when.
#[derive(Clone, Debug)]
pub(super) struct Author {
    pub(super) name: String,
    pub(super) date: String,
}

/// Writes one part of text.
pub(super) struct Writer<'w> {
    pub(super) rules: &'w Rules,
    /// The style of each role, as the package calls it.
    pub(super) styles: &'w BTreeMap<Role, String>,
    pub(super) author: &'w Author,
    pub(super) xml: Xml,
    pub(super) package: &'w mut Package,
    pub(super) numberings: &'w mut Numberings,
    pub(super) footnotes: &'w mut Footnotes,
    pub(super) sections: &'w section::Sections,
    /// The path of the part, which has the relations.
    pub(super) part: &'static str,
    /// The last number of a bookmark, a picture or a change.
    pub(super) last: u32,
    /// The numbers of the bookmarks that are open.
    pub(super) open: BTreeMap<String, u32>,
    /// Fields that begin or end where the next paragraph begins.
    pub(super) waiting: Vec<(Option<String>, Mark)>,
}

impl Writer<'_> {
    /// Writes everything, and the last section.
    /// `cover` is the cover of a template, and the beginning of the root that it stands in.
    pub(super) fn document(&mut self, mut items: Vec<Item>, cover: Option<&Cover>) {
        let shape = match items.last() {
            Some(Item::Section(shape, Mark::Same)) => *shape,
            _ => Shape::Upright,
        };
        if matches!(items.last(), Some(Item::Section(_, Mark::Same))) {
            items.pop();
        }
        match cover {
            None => {
                self.xml.open("w:document", ALL);
                self.xml.open("w:body", &[]);
            }
            Some(cover) => {
                self.xml.append(&cover.root);
                self.xml.open("w:body", &[]);
                self.xml.append(&cover.xml);
                let ends = |item: &Item| matches!(item, Item::Section(Shape::Cover, _));
                items.drain(..items.iter().position(ends).map_or(0, |at| at + 1));
            }
        }
        self.items(&items);
        self.sections.write(&mut self.xml, self.rules, shape);
        self.xml.close("w:body");
        self.xml.close("w:document");
    }

    fn items(&mut self, items: &[Item]) {
        let mut moving = Mark::Same;
        for item in items {
            let mark = match item {
                Item::Paragraph(paragraph) => paragraph.mark,
                _ => Mark::Same,
            };
            if mark != moving {
                self.end_of_move(moving);
                self.start_of_move(mark);
                moving = mark;
            }
            self.item(item);
        }
        self.end_of_move(moving);
    }

    fn item(&mut self, item: &Item) {
        match item {
            Item::Paragraph(paragraph) => self.paragraph(paragraph),
            Item::Table(table) => self.table(table),
            Item::Field(instruction, mark) => self.waiting.push((instruction.clone(), *mark)),
            Item::Section(shape, mark) => {
                let paragraph = Paragraph { mark: *mark, ..Paragraph::new(Role::Space, Vec::new()) };
                self.paragraph_with(&paragraph, Some(*shape));
            }
        }
    }

    pub(super) fn paragraph(&mut self, paragraph: &Paragraph) {
        self.paragraph_with(paragraph, None);
    }

    fn paragraph_with(&mut self, paragraph: &Paragraph, section: Option<Shape>) {
        self.xml.open("w:p", &[]);
        self.properties(paragraph, section);
        for (instruction, mark) in std::mem::take(&mut self.waiting) {
            self.marked(mark, |writer| writer.field_end(instruction.as_deref()));
        }
        self.pieces(&paragraph.pieces);
        self.xml.close("w:p");
    }

    fn properties(&mut self, paragraph: &Paragraph, section: Option<Shape>) {
        self.xml.open("w:pPr", &[]);
        self.value("w:pStyle", self.styles.get(&paragraph.role).map_or("", String::as_str));
        if let Some(numbered) = &paragraph.numbered {
            self.numbered(paragraph.role, numbered);
        }
        if paragraph.mark != Mark::Same {
            self.xml.open("w:rPr", &[]);
            self.change(paragraph.mark, |xml, name, attributes| xml.empty(name, attributes));
            self.xml.close("w:rPr");
        }
        if let Some(shape) = section {
            self.sections.write(&mut self.xml, self.rules, shape);
        }
        self.xml.close("w:pPr");
    }

    fn numbered(&mut self, role: Role, numbered: &Numbered) {
        let Some((id, level)) = self.numberings.of(self.rules, role, numbered) else { return };
        self.xml.open("w:numPr", &[]);
        self.value("w:ilvl", &level.to_string());
        self.value("w:numId", &id.to_string());
        self.xml.close("w:numPr");
    }

    pub(super) fn value(&mut self, name: &str, value: &str) {
        self.xml.empty(name, &[(MAIN, value)]);
    }

    /// A number that no other bookmark, picture or change of the package has.
    pub(super) fn number(&mut self) -> String {
        self.last += 1;
        self.last.to_string()
    }

    // Runs.

    /// Pieces, those with one link together in it.
    pub(super) fn pieces(&mut self, pieces: &[Piece]) {
        let mut at = 0;
        while let Some(piece) = pieces.get(at) {
            let same =
                pieces[at..].iter().take_while(|next| next.link == piece.link && next.link.is_some()).count().max(1);
            let together = &pieces[at..at + same];
            match &piece.link {
                Some(link) if together.iter().any(|piece| !is_gone(piece.mark)) => self.link(link, together),
                _ => together.iter().for_each(|piece| self.piece(piece)),
            }
            at += same;
        }
    }

    fn link(&mut self, link: &Link, pieces: &[Piece]) {
        match link {
            Link::Inside(bookmark) => self.xml.open("w:hyperlink", &[("w:anchor", bookmark), ("w:history", "1")]),
            Link::Outside(url) => {
                let id = self.package.relate_outside(self.part, &relation("hyperlink"), url);
                self.xml.open("w:hyperlink", &[("r:id", &id), ("w:history", "1")]);
            }
        }
        pieces.iter().for_each(|piece| self.piece(piece));
        self.xml.close("w:hyperlink");
    }

    fn piece(&mut self, piece: &Piece) {
        match &piece.what {
            What::Start(name) if !is_gone(piece.mark) => {
                let id = self.number();
                self.xml.empty("w:bookmarkStart", &[("w:id", &id), ("w:name", name)]);
                self.open.insert(name.clone(), self.last);
            }
            What::End(name) => {
                if let Some(id) = self.open.remove(name) {
                    self.xml.empty("w:bookmarkEnd", &[("w:id", &id.to_string())]);
                }
            }
            What::Start(_) => {}
            _ => self.marked(piece.mark, |writer| writer.runs(piece)),
        }
    }

    /// What `write` writes, as inserted, deleted or moved.
    pub(super) fn marked(&mut self, mark: Mark, write: impl FnOnce(&mut Self)) {
        let Some(name) = element(mark) else { return write(self) };
        self.change(mark, |xml, name, attributes| xml.open(name, attributes));
        write(self);
        self.xml.close(name);
    }

    pub(super) fn change(&mut self, mark: Mark, write: impl FnOnce(&mut Xml, &str, &[(&str, &str)])) {
        let Some(name) = element(mark) else { return };
        let id = self.number();
        write(&mut self.xml, name, &[("w:id", &id), ("w:author", &self.author.name), ("w:date", &self.author.date)]);
    }

    fn start_of_move(&mut self, mark: Mark) {
        let (name, of) = match mark {
            Mark::MovedFrom(of) => ("w:moveFromRangeStart", of),
            Mark::MovedTo(of) => ("w:moveToRangeStart", of),
            _ => return,
        };
        let id = self.number();
        self.open.insert(format!("move {of} {name}"), self.last);
        let author = self.author;
        let called = format!("move{of}");
        self.xml
            .empty(name, &[("w:id", &id), ("w:author", &author.name), ("w:date", &author.date), ("w:name", &called)]);
    }

    fn end_of_move(&mut self, mark: Mark) {
        let (start, end, of) = match mark {
            Mark::MovedFrom(of) => ("w:moveFromRangeStart", "w:moveFromRangeEnd", of),
            Mark::MovedTo(of) => ("w:moveToRangeStart", "w:moveToRangeEnd", of),
            _ => return,
        };
        if let Some(id) = self.open.remove(&format!("move {of} {start}")) {
            self.xml.empty(end, &[("w:id", &id.to_string())]);
        }
    }

    fn runs(&mut self, piece: &Piece) {
        let (gone, deleted) = (is_gone(piece.mark), piece.mark == Mark::Deleted);
        match &piece.what {
            What::Text(text) => self.run(piece.look, |writer| writer.words(text, deleted)),
            What::Tab => self.run(piece.look, |writer| writer.xml.empty("w:tab", &[])),
            What::Break => self.run(piece.look, |writer| writer.xml.empty("w:br", &[])),
            What::PageBreak => self.run(piece.look, |writer| writer.xml.empty("w:br", &[("w:type", "page")])),
            // What is not there any more refers to nothing.
            What::Field { result, .. } if gone => self.run(piece.look, |writer| writer.words(result, deleted)),
            What::Field { instruction, result } => self.field(instruction, result, piece.look),
            What::Footnote(text, number) => self.footnote(text, number.as_deref(), piece.look),
            What::Formula(formula, _) => math::formula(&mut self.xml, formula),
            What::Picture(picture) => picture::write(self, picture),
            What::Start(_) | What::End(_) => {}
        }
    }

    pub(super) fn run(&mut self, look: Option<Role>, write: impl FnOnce(&mut Self)) {
        self.xml.open("w:r", &[]);
        if let Some(look) = look {
            self.xml.open("w:rPr", &[]);
            self.value("w:rStyle", self.styles.get(&look).map_or("", String::as_str));
            self.xml.close("w:rPr");
        }
        write(self);
        self.xml.close("w:r");
    }

    fn words(&mut self, text: &str, deleted: bool) {
        self.xml.leaf(if deleted { "w:delText" } else { "w:t" }, &[("xml:space", "preserve")], text);
    }

    fn field(&mut self, instruction: &str, result: &str, look: Option<Role>) {
        self.field_end(Some(instruction));
        if !result.is_empty() {
            self.run(look, |writer| writer.words(result, false));
        }
        self.field_end(None);
    }

    /// The beginning of a field up to its result, or its end.
    fn field_end(&mut self, instruction: Option<&str>) {
        let character = |writer: &mut Self, sort: &str| {
            writer.run(None, |writer| writer.xml.empty("w:fldChar", &[("w:fldCharType", sort)]));
        };
        let Some(instruction) = instruction else { return character(self, "end") };
        character(self, "begin");
        let text = format!(" {instruction} ");
        self.run(None, |writer| writer.xml.leaf("w:instrText", &[("xml:space", "preserve")], &text));
        character(self, "separate");
    }

    fn footnote(&mut self, text: &[Piece], number: Option<&str>, look: Option<Role>) {
        let id = self.footnotes.add(text.to_vec(), number.map(str::to_owned)).to_string();
        self.run(look, |writer| match number {
            Some(number) => {
                writer.xml.empty("w:footnoteReference", &[("w:customMarkFollows", "1"), ("w:id", &id)]);
                writer.words(number, false);
            }
            None => writer.xml.empty("w:footnoteReference", &[("w:id", &id)]),
        });
    }

    // Tables.

    fn table(&mut self, table: &Table) {
        self.xml.open("w:tbl", &[]);
        self.xml.open("w:tblPr", &[]);
        self.value("w:tblStyle", self.styles.get(&table.role).map_or("", String::as_str));
        let width: u32 = table.widths.iter().sum();
        self.xml.empty("w:tblW", &[("w:w", &width.to_string()), ("w:type", "dxa")]);
        self.xml.empty("w:tblLayout", &[("w:type", "fixed")]);
        let (head, column) = (table.rows.iter().any(|row| row.head), table.row_headers);
        let flag = |on: bool| if on { "1" } else { "0" };
        let look = u32::from(head) * 0x20 + u32::from(column) * 0x80 + 0x600;
        self.xml.empty(
            "w:tblLook",
            &[
                (MAIN, &format!("{look:04X}")),
                ("w:firstRow", flag(head)),
                ("w:lastRow", "0"),
                ("w:firstColumn", flag(column)),
                ("w:lastColumn", "0"),
                ("w:noHBand", "1"),
                ("w:noVBand", "1"),
            ],
        );
        if !table.alt.is_empty() {
            self.value("w:tblCaption", &table.alt);
        }
        self.xml.close("w:tblPr");
        self.xml.open("w:tblGrid", &[]);
        for width in &table.widths {
            self.xml.empty("w:gridCol", &[("w:w", &width.to_string())]);
        }
        self.xml.close("w:tblGrid");
        table.rows.iter().for_each(|row| self.row(table, row));
        self.xml.close("w:tbl");
    }

    fn row(&mut self, table: &Table, row: &Row) {
        self.xml.open("w:tr", &[]);
        self.xml.open("w:trPr", &[]);
        self.xml.empty("w:cantSplit", &[]);
        if row.head {
            self.xml.empty("w:tblHeader", &[]);
        }
        self.change(row.mark, |xml, name, attributes| xml.empty(name, attributes));
        self.xml.close("w:trPr");
        let spans = row.cells.len() == 1 && table.widths.len() > 1;
        let whole = [table.widths.iter().sum()];
        let widths = if spans { &whole[..] } else { &table.widths[..] };
        for (cell, width) in row.cells.iter().zip(widths) {
            self.xml.open("w:tc", &[]);
            self.xml.open("w:tcPr", &[]);
            self.xml.empty("w:tcW", &[("w:w", &width.to_string()), ("w:type", "dxa")]);
            if spans {
                self.value("w:gridSpan", &table.widths.len().to_string());
            }
            self.xml.close("w:tcPr");
            self.items(cell);
            self.xml.close("w:tc");
        }
        self.xml.close("w:tr");
    }
}

/// Whether it stands in the draft before only.
fn is_gone(mark: Mark) -> bool {
    matches!(mark, Mark::Deleted | Mark::MovedFrom(_))
}

fn element(mark: Mark) -> Option<&'static str> {
    match mark {
        Mark::Same => None,
        Mark::Inserted => Some("w:ins"),
        Mark::Deleted => Some("w:del"),
        Mark::MovedFrom(_) => Some("w:moveFrom"),
        Mark::MovedTo(_) => Some("w:moveTo"),
    }
}
