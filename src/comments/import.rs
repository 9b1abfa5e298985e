//! A file of comments, whatever it is, as a table.

use super::{Table, docx, separated, sheet};
use crate::ooxml;

/// What a file came to.
pub type Imported = Table;

/// Reads a file by what it holds; its name only tells what to say and how it is called in the record.
///
/// # Errors
/// What is no table of comments, in words.
pub fn import(name: &str, bytes: &[u8]) -> Result<Imported, String> {
    let archive = bytes.starts_with(b"PK") || bytes.starts_with(&[0xd0, 0xcf, 0x11, 0xe0]);
    let mut table = if archive {
        let package = ooxml::read(bytes)?;
        if docx::main_part(&package).is_some() {
            docx::read(&package)?
        } else if package.parts.contains_key("xl/workbook.xml") {
            sheet::read(bytes)?
        } else {
            return Err("it is neither a text document (DOCX) nor a workbook (XLSX)".to_owned());
        }
    } else {
        separated::read(bytes)?
    };
    name.clone_into(&mut table.source.file);
    if table.rows.is_empty() {
        return Err("it has the columns of comments, but no comment".to_owned());
    }
    Ok(table)
}
