//! Comments as separated values: comma, semicolon or tab, in whichever encoding a spreadsheet wrote them. What is written computes nothing when
//! it is opened, and comes back as it was.

use encoding_rs::{UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use super::table::{Row, Table, headed};

/// How many rows are read.
const ROWS: usize = 100_000;
/// How large a file may be, in bytes.
const LIMIT: usize = 64 << 20;
/// What makes a spreadsheet compute a cell.
const FORMULA: [char; 10] = ['=', '+', '-', '@', '\t', '\r', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'];

pub(super) fn read(bytes: &[u8]) -> Result<Table, String> {
    if bytes.len() > LIMIT {
        return Err(format!("it is larger than {} MiB", LIMIT >> 20));
    }
    let mut table = Table::default();
    let text = decode(bytes, &mut table)?;
    let separator = [b',', b';', b'\t'].into_iter().max_by_key(|separator| outside_quotes(&text, *separator));
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator.unwrap_or(b','))
        .from_reader(text.as_bytes());
    let mut columns = None;
    for (at, record) in reader.records().enumerate() {
        if at >= ROWS {
            return Err(format!("it has more than {ROWS} rows"));
        }
        let record = record.map_err(|error| format!("its row {} cannot be read: {error}", at + 1))?;
        let cells: Vec<_> = record.iter().map(unguarded).collect();
        match &columns {
            None => columns = headed(&cells),
            Some(columns) => table.rows.extend(Some(Row::of(columns, &cells)).filter(|row| !row.is_empty())),
        }
    }
    match columns {
        Some(_) => Ok(table),
        None => {
            Err("no row of it has the headings of comments, such as `Clause`, `Comments` and `Proposed change`"
                .to_owned())
        }
    }
}

/// The text in the encoding that its first bytes tell; that of old spreadsheets where it is not UTF-8, which is said.
fn decode(bytes: &[u8], table: &mut Table) -> Result<String, String> {
    let encoding = match bytes {
        [0xff, 0xfe, ..] => UTF_16LE,
        [0xfe, 0xff, ..] => UTF_16BE,
        _ if std::str::from_utf8(bytes).is_ok() => UTF_8,
        _ if bytes.contains(&0) => return Err("it is no text".to_owned()),
        _ => {
            table.notices.push("it is not UTF-8 and was read as Windows-1252; look at letters with accents".to_owned());
            WINDOWS_1252
        }
    };
    let (text, _, damaged) = encoding.decode(bytes);
    if damaged {
        return Err(format!("it is not sound {}", encoding.name()));
    }
    Ok(text.into_owned())
}

/// How often a separator stands outside quotation marks in the first lines.
fn outside_quotes(text: &str, separator: u8) -> usize {
    let mut quoted = false;
    let first = text.bytes().take(4096);
    first
        .filter(|byte| {
            quoted ^= *byte == b'"';
            !quoted && *byte == separator
        })
        .count()
}

pub(super) fn write(rows: &[Vec<String>]) -> Result<Vec<u8>, String> {
    let failed = |error: csv::Error| format!("cannot write the rows: {error}");
    // Spreadsheets take a file for UTF-8 only where it begins so.
    let mut writer = csv::WriterBuilder::new()
        .terminator(csv::Terminator::CRLF)
        .flexible(true)
        .from_writer("\u{feff}".as_bytes().to_vec());
    for row in rows {
        writer.write_record(row.iter().map(|cell| guarded(cell))).map_err(failed)?;
    }
    writer.into_inner().map_err(|error| format!("cannot write the rows: {error}"))
}

/// Whether a spreadsheet would compute a cell, but for the apostrophes before it.
fn computes(cell: &str) -> bool {
    cell.trim_start_matches('\'').trim_start_matches(' ').starts_with(FORMULA)
}

/// A cell with an apostrophe before what would be computed.
fn guarded(cell: &str) -> String {
    if computes(cell) { format!("'{cell}") } else { cell.to_owned() }
}

/// The cell without that apostrophe.
fn unguarded(cell: &str) -> String {
    cell.strip_prefix('\'').filter(|rest| computes(rest)).unwrap_or(cell).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::comments::Field;

    #[test]
    fn what_computes_is_guarded_and_comes_back() {
        for cell in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "'=1", "''=1", "\u{ff1d}1"] {
            assert!(guarded(cell).starts_with('\''), "{cell}");
        }
        for cell in ["=1+1", "'=1", "''a'", "a", "", "-", "'shall' is wrong"] {
            assert_eq!(unguarded(&guarded(cell)), cell);
        }
        assert_eq!(guarded("'shall' is wrong"), "'shall' is wrong");
    }

    #[test]
    fn encodings_and_separators_of_spreadsheets_are_known() {
        let text = "\u{feff}Clause;Comments;Proposed change\r\n5.1;\"d\u{e9}j\u{e0}; vu\";=1\r\n";
        let sixteen: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let old = b"Clause\tComments\tProposed change\n5.1\td\xe9j\xe0; vu\t=1\n";
        for bytes in [text.as_bytes(), &sixteen, old] {
            let table = read(bytes).unwrap();
            assert_eq!(table.rows[0].text(Field::Comment), "d\u{e9}j\u{e0}; vu");
            assert_eq!((table.rows[0].text(Field::Proposed), table.rows.len()), ("=1", 1));
        }
        assert_eq!(read(old).unwrap().notices.len(), 1);
        assert!(read(b"\x00\xff\x80").unwrap_err().contains("no text"));
        assert!(read(b"a,b\n1,2\n").unwrap_err().contains("headings"));
    }
}
