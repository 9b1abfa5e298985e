//! A form as it was found: which of its tables hold comments, what their columns are, and where column 8 of each row stands.

use super::super::house::house;
use super::super::table::{Column, Field, Row, Table, surely_headed, unheaded};
use super::super::{Source, text};
use super::walk::{self, Cell, Walked};
use crate::ooxml::Package;

/// A form.
pub(super) struct Form {
    pub(super) table: Table,
    /// For each row of the table its cell for observations, where it has one.
    pub(super) cells: Vec<Option<Cell>>,
}

/// Reads the part `main` of a package.
pub(super) fn read(package: &Package, main: &str) -> Result<Form, String> {
    let body = walked(package, main)?;
    let headers: Vec<_> = headers(package, main, &body)?;
    let mut form = Form { table: Table { source: source(&headers, &body), ..Table::default() }, cells: Vec::new() };
    let given: Vec<_> = headers.iter().flat_map(|header| &header.tables).flatten().filter_map(heading).collect();
    let mut found = false;
    for rows in &body.tables {
        let within = rows.iter().take(3).enumerate().find_map(|(at, row)| Some((at + 1, heading(row)?)));
        let count = rows.iter().map(|row| row.columns().len()).max().unwrap_or(0);
        let columns = within.or_else(|| {
            let from_header = given.iter().find(|columns| columns.len() == count).cloned();
            Some((0, from_header.or_else(|| unheaded(count))?))
        });
        match columns {
            Some((from, columns)) => {
                found = true;
                form.take(&columns, &rows[from..]);
            }
            None if rows.iter().flat_map(|row| &row.cells).all(|cell| cell.text.trim().is_empty()) => {}
            None => {
                form.table.notices.push(format!("a table of {count} columns is none of comments and was passed over"));
            }
        }
    }
    if found { Ok(form) } else { Err("it has no table with the columns of comments, neither 8 nor 7".to_owned()) }
}

impl Form {
    fn take(&mut self, columns: &[Column], rows: &[walk::Row]) {
        let observations = columns.iter().position(|column| *column == Column::Known(Field::Observations));
        let mut above: Vec<String> = Vec::new();
        for row in rows {
            let cells = row.columns();
            let text = |(at, cell): (usize, &Option<&Cell>)| match cell {
                Some(cell) if cell.goes_on && cell.text.trim().is_empty() => above.get(at).cloned().unwrap_or_default(),
                Some(cell) => cell.text.clone(),
                None => String::new(),
            };
            let texts: Vec<_> = cells.iter().enumerate().map(text).collect();
            let mut read = Row::of(columns, &texts);
            for (at, cell) in cells.iter().enumerate().filter_map(|(at, cell)| Some((at, (*cell)?))) {
                let column = house().columns.get(at).map_or("a column", |column| column.heading.as_str());
                read.left_out.extend(cell.left_out.iter().map(|what| format!("{what} in `{column}`")));
            }
            above = texts;
            if !read.is_empty() {
                self.table.rows.push(read);
                self.cells.push(observations.and_then(|at| cells.get(at).copied().flatten().cloned()));
            }
        }
    }
}

/// The columns that a row names, where it is a row of headings.
fn heading(row: &walk::Row) -> Option<Vec<Column>> {
    let cells = row.columns();
    surely_headed(&cells.iter().map(|cell| cell.map_or("", |cell| cell.text.as_str())).collect::<Vec<_>>())
}

fn walked(package: &Package, path: &str) -> Result<Walked, String> {
    let part = package.parts.get(path).ok_or_else(|| format!("it has no part `{path}`"))?;
    let text = std::str::from_utf8(&part.bytes).map_err(|_| format!("its part `{path}` is not UTF-8"))?;
    walk::walk(text)
}

/// The headers of the pages, that of the first page before the others where it has one of its own.
fn headers(package: &Package, main: &str, body: &Walked) -> Result<Vec<Walked>, String> {
    let relations = package.relations.get(main).map_or(&[][..], Vec::as_slice);
    let wanted = if body.first_page { &["first", "default"][..] } else { &["default"] };
    let mut found = Vec::new();
    for pages in wanted {
        let references = body.headers.iter().filter(|(of, _)| of == pages);
        let targets = references.filter_map(|(_, id)| relations.iter().find(|relation| relation.id == *id));
        for path in targets.filter(|relation| !relation.external).map(|relation| beside(main, &relation.target)) {
            if package.parts.contains_key(&path) {
                found.push(walked(package, &path)?);
            }
        }
    }
    Ok(found)
}

/// The path of a target, which is told from the part that has the relation.
pub(super) fn beside(part: &str, target: &str) -> String {
    match (target.strip_prefix('/'), part.rsplit_once('/')) {
        (Some(whole), _) => whole.to_owned(),
        (None, Some((folder, _))) => format!("{folder}/{target}"),
        (None, None) => target.to_owned(),
    }
}

/// What stands at the head of a form, in the headers or above the table.
fn source(headers: &[Walked], body: &Walked) -> Source {
    let cells = |walked: &Walked| {
        walked.tables.iter().flatten().flat_map(|row| &row.cells).map(|cell| cell.text.clone()).collect::<Vec<_>>()
    };
    let said: Vec<_> = headers
        .iter()
        .flat_map(|header| cells(header).into_iter().chain(header.paragraphs.clone()))
        .chain(body.paragraphs.clone())
        .map(|text| text::clean(&text))
        .collect();
    let value = |label: &str| {
        let behind = |text: &String| {
            let head = text.get(..label.len()).filter(|head| head.eq_ignore_ascii_case(label))?;
            Some(text[head.len()..].trim().to_owned()).filter(|value| !value.is_empty())
        };
        said.iter().find_map(behind).unwrap_or_default()
    };
    let labels = &house().labels;
    Source {
        file: String::new(),
        date: value(&labels.date),
        document: value(&labels.document),
        project: value(&labels.project),
    }
}
