//! Matrices as comma-separated values (RFC 4180), safe to open in a spreadsheet: no field begins like a formula.

use super::matrix::{Coverage, Row};

/// One line a row of each matrix, after a line of column heads; a first field names the package and a second the matrix.
pub fn csv(coverages: &[Coverage]) -> String {
    let mut out = String::new();
    for coverage in coverages {
        for matrix in &coverage.matrices {
            let mut heads = vec!["package".to_owned(), "matrix".to_owned(), "row".to_owned(), "title".to_owned()];
            heads.extend(["degree".to_owned(), "note".to_owned()]);
            heads.extend(matrix.columns.iter().map(|column| match &column.group {
                Some(group) => format!("{group} {}", column.name),
                None => column.name.clone(),
            }));
            line(&mut out, &heads);
            for row in &matrix.rows {
                let mut fields = vec![coverage.package.clone(), matrix.name.word().to_owned()];
                fields.extend(of_row(row, matrix.columns.len()));
                line(&mut out, &fields);
            }
        }
    }
    out
}

fn of_row(row: &Row, columns: usize) -> Vec<String> {
    let degree = row.head.degree.map_or_else(String::new, |degree| degree.word().to_owned());
    let mut fields =
        vec![row.head.name.clone(), row.head.title.clone(), degree, row.head.note.clone().unwrap_or_default()];
    fields.extend((0..columns).map(|column| {
        let cell = row.cells.iter().find(|cell| cell.column == column);
        cell.map_or_else(String::new, |cell| match cell.details.as_slice() {
            [] => cell.degree.word().to_owned(),
            details => format!("{}: {}", cell.degree.word(), details.join("; ")),
        })
    }));
    fields
}

fn line(out: &mut String, fields: &[String]) {
    let fields: Vec<_> = fields.iter().map(|field| quoted(field)).collect();
    out.push_str(&fields.join(","));
    out.push_str("\r\n");
}

/// A field in quotation marks where it needs them, and with an apostrophe before what a spreadsheet would compute.
fn quoted(field: &str) -> String {
    let formula = field
        .trim_start()
        .starts_with(['=', '+', '-', '@', '\t', '\r', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}']);
    let safe = if formula { format!("'{field}") } else { field.to_owned() };
    if safe.contains(['"', ',', '\n', '\r', ';', '\'']) { format!("\"{}\"", safe.replace('"', "\"\"")) } else { safe }
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn nothing_computes() {
        for formula in ["=1+1", "+1", "-1", "@SUM(A1)", " =1", "\t=1", "\u{ff1d}1"] {
            assert!(quoted(formula).starts_with("\"'"), "{formula:?}");
        }
        assert_eq!(quoted("R-1"), "R-1");
        assert_eq!(quoted("a \"b\", c"), "\"a \"\"b\"\", c\"");
    }
}
