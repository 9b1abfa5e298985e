//! Fills in column 8 of somebody's form: those cells get other paragraphs, and not a byte beside them changes.

use super::super::{Row, text};
use super::read::main_part;
use super::write::runs;
use super::{form, walk::Cell};
use crate::ooxml::{self, Xml};

/// A form that was filled in.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Filled {
    /// The file.
    pub bytes: Vec<u8>,
    /// How many rows have something else in column 8 than before.
    pub filled: usize,
    /// How many rows have no such column.
    pub without: usize,
}

/// Fills in a form; `answer` says what column 8 of a row is to say, or nothing where it is to stay.
///
/// # Errors
/// What is no form in DOCX, in words.
pub fn fill(bytes: &[u8], answer: &dyn Fn(usize, &Row) -> Option<String>) -> Result<Filled, String> {
    let mut package = ooxml::read(bytes)?;
    let main = main_part(&package).ok_or("only a text document (DOCX) can be filled in; `--to` writes another file")?;
    let form = form::read(&package, &main)?;
    let part = package.parts.get_mut(&main).ok_or("it has no text")?;
    let (mut out, mut from) = (Vec::with_capacity(part.bytes.len()), 0);
    let mut filled = Filled { bytes: Vec::new(), filled: 0, without: 0 };
    for (at, (row, cell)) in form.table.rows.iter().zip(&form.cells).enumerate() {
        let Some(wanted) = answer(at, row) else { continue };
        let Some(cell) = cell else {
            filled.without += 1;
            continue;
        };
        if text::clean(&cell.text) == wanted || cell.content.is_empty() {
            continue;
        }
        out.extend_from_slice(&part.bytes[from..cell.content.start]);
        out.extend_from_slice(&paragraphs(cell, &part.bytes[cell.paragraph.clone()], &wanted));
        from = cell.content.end;
        filled.filled += 1;
    }
    out.extend_from_slice(&part.bytes[from..]);
    part.bytes = out;
    filled.bytes = package.zip()?;
    Ok(filled)
}

/// The paragraphs of a cell, with the properties that its first one had.
fn paragraphs(cell: &Cell, properties: &[u8], text: &str) -> Vec<u8> {
    let mut xml = Xml::fragment();
    let name = |name: &str| format!("{}{name}", cell.prefix);
    for line in text.split('\n') {
        xml.open(&name("p"), &[]);
        xml.append(properties);
        runs(&mut xml, &cell.prefix, line);
        xml.close(&name("p"));
    }
    xml.finish()
}
