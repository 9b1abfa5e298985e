//! Comments in workbooks. Cells are read as they come, without room for those that are empty: a hostile sheet may claim billions of them.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{Data, DataRef, Reader, Xlsx};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook};

use super::house::house;
use super::table::{Column, Row, Table, headed};

/// How many cells and columns are read.
const CELLS: usize = 2_000_000;
const COLUMNS: usize = 256;

/// Reads every sheet that has the headings of comments. The bytes are of a package that was found sound.
pub(super) fn read(bytes: &[u8]) -> Result<Table, String> {
    let damaged = |error: calamine::XlsxError| format!("the workbook cannot be read: {error}");
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(damaged)?;
    let (mut table, mut found, mut room) = (Table::default(), false, CELLS);
    for name in book.sheet_names() {
        let rows = rows(&mut book, &name, &mut room)?;
        match comments(&rows) {
            Some(more) => {
                found = true;
                table.rows.extend(more);
            }
            None if rows.is_empty() => {}
            None => table.notices.push(format!("the sheet `{name}` has no headings of comments and was passed over")),
        }
    }
    if found {
        Ok(table)
    } else {
        Err("no sheet of it has the headings of comments, such as `Clause` and `Comments`".to_owned())
    }
}

/// The cells of a sheet that hold something.
fn rows(book: &mut Xlsx<Cursor<&[u8]>>, name: &str, room: &mut usize) -> Result<Vec<Vec<String>>, String> {
    let damaged = |error: calamine::XlsxError| format!("the sheet `{name}` cannot be read: {error}");
    let mut cells = book.worksheet_cells_reader(name).map_err(damaged)?;
    let mut rows: BTreeMap<u32, Vec<String>> = BTreeMap::new();
    while let Some(cell) = cells.next_cell().map_err(damaged)? {
        let (row, column) = cell.get_position();
        let column = usize::try_from(column).unwrap_or(usize::MAX);
        let text = match cell.get_value() {
            DataRef::Empty => continue,
            value => Data::from(value.clone()).to_string(),
        };
        if column >= COLUMNS {
            return Err(format!("the sheet `{name}` has more than {COLUMNS} columns"));
        }
        let row = rows.entry(row).or_default();
        let more = (column + 1).saturating_sub(row.len());
        *room = room.checked_sub(more.max(1)).ok_or_else(|| format!("it has more than {CELLS} cells"))?;
        row.resize(row.len() + more, String::new());
        row[column] = text;
    }
    Ok(rows.into_values().collect())
}

/// The comments below the first row that has their headings.
fn comments(rows: &[Vec<String>]) -> Option<Vec<Row>> {
    let (at, columns) = rows.iter().enumerate().find_map(|(at, row)| Some((at, headed(row)?)))?;
    let columns: &[Column] = &columns;
    Some(rows[at + 1..].iter().map(|row| Row::of(columns, row)).filter(|row| !row.is_empty()).collect())
}

/// A workbook of rows, the first of which has the headings. Every cell is a text: none computes.
pub(super) fn write(rows: &[Vec<String>]) -> Result<Vec<u8>, String> {
    let mut book = Workbook::new();
    fill(&mut book, rows).map_err(|error| format!("the workbook cannot be written: {error}"))?;
    book.save_to_buffer().map_err(|error| format!("the workbook cannot be written: {error}"))
}

fn fill(book: &mut Workbook, rows: &[Vec<String>]) -> Result<(), rust_xlsxwriter::XlsxError> {
    let created = ExcelDateTime::from_ymd(1980, 1, 1)?;
    book.set_properties(&DocProperties::new().set_title(&house().title).set_creation_datetime(&created));
    let text = Format::new().set_text_wrap().set_align(FormatAlign::Top).set_num_format("@");
    let heading = text.clone().set_bold();
    let sheet = book.add_worksheet();
    sheet.set_name("Comments")?.set_landscape().set_paper_size(9).set_repeat_rows(0, 0)?.set_freeze_panes(1, 0)?;
    for (column, width) in (0u16..).zip(house().columns.iter().map(|column| f64::from(column.width) / 110.0)) {
        sheet.set_column_width(column, width)?;
    }
    for (at, row) in (0u32..).zip(rows) {
        for (column, cell) in (0u16..).zip(row).filter(|(_, cell)| !cell.is_empty()) {
            sheet.write_string_with_format(at, column, cell, if at == 0 { &heading } else { &text })?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::comments::Field;

    #[test]
    fn what_is_written_is_read() {
        let row = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<_>>();
        let rows = [row(&["Clause", "Comments", "Priority"]), row(&["5.10", "=1+1\n'a", ""]), row(&["", "", "x"])];
        let bytes = write(&rows).unwrap();
        assert_eq!(bytes, write(&rows).unwrap());
        let read = read(&bytes).unwrap();
        assert_eq!((read.rows[0].text(Field::Clause), read.rows[0].text(Field::Comment)), ("5.10", "=1+1\n'a"));
        assert_eq!(read.rows[1].more["Priority"], "x");
    }
}
