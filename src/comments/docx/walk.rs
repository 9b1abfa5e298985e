//! Walks one part of a text document: its tables as texts of cells with their places, its other paragraphs, and what its sections refer to.

use std::ops::Range;

use super::super::text::Look;
use crate::ooxml::{Reader, Step};

/// How many cells are read.
const CELLS: usize = 1_000_000;

/// What a part holds.
#[derive(Debug, Default)]
pub(super) struct Walked {
    /// The tables, without those inside cells: their text is the cell's.
    pub(super) tables: Vec<Vec<Row>>,
    /// The paragraphs outside tables.
    pub(super) paragraphs: Vec<String>,
    /// The headers that sections refer to: which pages have them, and the name of the relation.
    pub(super) headers: Vec<(String, String)>,
    /// Whether the first page has a header of its own.
    pub(super) first_page: bool,
}

/// A row of a table.
#[derive(Debug, Default)]
pub(super) struct Row {
    pub(super) cells: Vec<Cell>,
    /// How many columns it leaves out at its beginning.
    before: usize,
}

/// A cell.
#[derive(Clone, Debug, Default)]
pub(super) struct Cell {
    pub(super) text: String,
    /// How many columns it takes.
    pub(super) columns: usize,
    /// Whether the cell above goes on in it.
    pub(super) goes_on: bool,
    /// What no text can hold.
    pub(super) left_out: Vec<&'static str>,
    /// The bytes of its paragraphs, behind its properties.
    pub(super) content: Range<usize>,
    /// The bytes of the properties of its first paragraph; empty where it has none.
    pub(super) paragraph: Range<usize>,
    /// The prefix of its element, with the colon.
    pub(super) prefix: String,
    /// Whether it has had a paragraph.
    begun: bool,
}

impl Row {
    /// The cells by the columns in which they begin; between them are those of which nothing is there.
    pub(super) fn columns(&self) -> Vec<Option<&Cell>> {
        let mut columns = vec![None; self.before.min(64)];
        for cell in &self.cells {
            columns.push(Some(cell));
            columns.resize(columns.len() + cell.columns.saturating_sub(1).min(63), None);
        }
        columns
    }
}

pub(super) fn walk(text: &str) -> Result<Walked, String> {
    let mut walker = Walker {
        reader: Reader::new(text),
        walked: Walked::default(),
        depth: 0,
        cells: 0,
        pieces: Vec::new(),
        look: Look::Plain,
        take: None,
        listed: false,
    };
    walker.run()?;
    Ok(walker.walked)
}

struct Walker<'t> {
    reader: Reader<'t>,
    walked: Walked,
    /// How many tables stand around.
    depth: usize,
    cells: usize,
    /// The paragraph, in stretches of one look each.
    pieces: Vec<(Look, String)>,
    look: Look,
    /// How the text that is being read stands; nothing where it is no text of a run.
    take: Option<Look>,
    /// Whether the paragraph is an item of a list.
    listed: bool,
}

impl Walker<'_> {
    fn run(&mut self) -> Result<(), String> {
        loop {
            match self.reader.step()? {
                Step::Begin(name) => self.begin(&name)?,
                Step::End(name) => self.end(&name),
                Step::Text(text) => {
                    if let Some(look) = self.take {
                        self.push(look, &text);
                    }
                }
                Step::Done => return Ok(()),
            }
        }
    }

    fn begin(&mut self, name: &str) -> Result<(), String> {
        match name {
            "tbl" => {
                self.depth += 1;
                if self.depth == 1 {
                    self.walked.tables.push(Vec::new());
                }
            }
            "tr" if self.depth == 1 => {
                self.walked.tables.last_mut().into_iter().for_each(|table| table.push(Row::default()));
            }
            "tc" if self.depth == 1 => return self.begin_cell(),
            "gridBefore" if self.depth == 1 => {
                let before = self.number();
                self.row().into_iter().for_each(|row| row.before = before);
            }
            "gridSpan" if self.depth == 1 => {
                let columns = self.number().max(1);
                self.cell().into_iter().for_each(|cell| cell.columns = columns);
            }
            "vMerge" if self.depth == 1 => {
                let goes_on = self.reader.attribute("val").is_none_or(|value| value != "restart");
                self.cell().into_iter().for_each(|cell| cell.goes_on = goes_on);
            }
            "p" => self.begin_paragraph(),
            "pPr" => return self.paragraph_properties(),
            "r" => self.look = Look::Plain,
            "rPr" => return self.run_properties(),
            "t" => self.take = Some(self.look),
            "delText" => self.take = Some(Look::Struck),
            "tab" | "ptab" => self.push(self.look, "\t"),
            "br" | "cr" => self.push(self.look, "\n"),
            "noBreakHyphen" => self.push(self.look, "\u{2011}"),
            "softHyphen" => self.push(self.look, "\u{ad}"),
            "sym" => {
                let code = self.reader.attribute("char").and_then(|code| u32::from_str_radix(&code, 16).ok());
                let symbol = code.and_then(char::from_u32).map(String::from);
                self.push(self.look, &symbol.unwrap_or_default());
            }
            "headerReference" => {
                let attribute = |name: &str| self.reader.attribute(name).unwrap_or_default();
                let reference = (attribute("type"), attribute("id"));
                self.walked.headers.push(reference);
            }
            "titlePg" => self.walked.first_page = is_on(&self.reader),
            "drawing" | "pict" | "object" => self.leave_out("a picture"),
            "footnoteReference" | "endnoteReference" => self.leave_out("a footnote"),
            // What stood there before a change of looks; codes of fields; the same once more for older programs; what moved elsewhere.
            _ if name.ends_with("PrChange") || name.ends_with("PrExChange") => return self.reader.skip(),
            "Fallback" | "instrText" | "delInstrText" | "moveFrom" | "binData" => return self.reader.skip(),
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self, name: &str) {
        match name {
            "tbl" => self.depth = self.depth.saturating_sub(1),
            "tcPr" if self.depth == 1 => {
                let at = self.reader.at();
                self.cell().into_iter().for_each(|cell| cell.content = at..at);
            }
            "tc" if self.depth == 1 => {
                let from = self.reader.from();
                self.cell().into_iter().for_each(|cell| cell.content.end = from);
            }
            "t" | "delText" => self.take = None,
            "p" => self.end_text(),
            _ => {}
        }
    }

    fn row(&mut self) -> Option<&mut Row> {
        self.walked.tables.last_mut()?.last_mut()
    }

    fn cell(&mut self) -> Option<&mut Cell> {
        if self.depth == 0 { None } else { self.row()?.cells.last_mut() }
    }

    fn number(&self) -> usize {
        self.reader.attribute("val").and_then(|value| value.parse().ok()).unwrap_or(0)
    }

    fn begin_cell(&mut self) -> Result<(), String> {
        self.cells += 1;
        if self.cells > CELLS {
            return Err(format!("it has more than {CELLS} cells"));
        }
        let (at, prefix) = (self.reader.at(), self.reader.prefix());
        self.row().into_iter().for_each(|row| {
            row.cells.push(Cell { columns: 1, content: at..at, prefix: prefix.clone(), ..Cell::default() });
        });
        Ok(())
    }

    fn begin_paragraph(&mut self) {
        self.end_text();
        self.listed = false;
        if let Some(cell) = self.cell() {
            if cell.begun {
                cell.text.push('\n');
            }
            cell.begun = true;
        }
    }

    /// Puts the paragraph, as far as it was read, where it belongs.
    fn end_text(&mut self) {
        let pieces = std::mem::take(&mut self.pieces);
        let text: String = pieces.iter().map(|(look, text)| look.marked(text)).collect();
        match self.cell() {
            Some(cell) => cell.text.push_str(&text),
            None if !text.trim().is_empty() => self.walked.paragraphs.push(text),
            None => {}
        }
    }

    fn push(&mut self, look: Look, text: &str) {
        if std::mem::take(&mut self.listed) {
            self.pieces.push((Look::Plain, "- ".to_owned()));
        }
        match self.pieces.last_mut() {
            Some((last, joined)) if *last == look => joined.push_str(text),
            _ => self.pieces.push((look, text.to_owned())),
        }
    }

    fn leave_out(&mut self, what: &'static str) {
        if let Some(cell) = self.cell().filter(|cell| !cell.left_out.contains(&what)) {
            cell.left_out.push(what);
        }
    }

    /// The properties of a paragraph: whether it is an item of a list. Sections end in them, too.
    fn paragraph_properties(&mut self) -> Result<(), String> {
        let from = self.reader.from();
        self.properties("pPrChange", |walk, name| {
            match name {
                "numPr" => walk.listed = true,
                "headerReference" | "titlePg" => walk.begin(name)?,
                _ => {}
            }
            Ok(())
        })?;
        let range = from..self.reader.at();
        if let Some(cell) = self.cell().filter(|cell| cell.paragraph.is_empty() && cell.text.is_empty()) {
            cell.paragraph = range;
        }
        Ok(())
    }

    /// The properties of a run: whether it is struck out, raised or lowered.
    fn run_properties(&mut self) -> Result<(), String> {
        self.look = Look::Plain;
        self.properties("rPrChange", |walk, name| {
            match name {
                "strike" | "dstrike" if is_on(&walk.reader) => walk.look = Look::Struck,
                "vertAlign" if walk.look == Look::Plain => {
                    walk.look = match walk.reader.attribute("val").as_deref() {
                        Some("superscript") => Look::Raised,
                        Some("subscript") => Look::Lowered,
                        _ => Look::Plain,
                    };
                }
                _ => {}
            }
            Ok(())
        })
    }

    /// Shows `on` each element among properties, to their end; what they were `before` is passed over.
    fn properties(&mut self, before: &str, on: impl Fn(&mut Self, &str) -> Result<(), String>) -> Result<(), String> {
        let mut open = 1;
        while open > 0 {
            match self.reader.step()? {
                Step::Begin(name) if name == before => self.reader.skip()?,
                Step::Begin(name) => {
                    open += 1;
                    on(self, &name)?;
                }
                Step::End(_) => open -= 1,
                Step::Text(_) => {}
                Step::Done => return Err("its XML ends in the middle".to_owned()),
            }
        }
        Ok(())
    }
}

/// Whether a switch is on: it is, where it does not say otherwise.
fn is_on(reader: &Reader<'_>) -> bool {
    reader.attribute("val").is_none_or(|value| !matches!(value.as_str(), "0" | "false" | "off" | "none"))
}
