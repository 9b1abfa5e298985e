//! Matrices for a terminal: as a grid where that fits the width, else as a list of what each row has.

use std::fmt::Write;

use super::matrix::{Coverage, Degree, Head, Matrix, Row};

/// Columns of characters.
const WIDTH: usize = 100;

/// The matrices as text of at most 100 columns, but for a name that is longer by itself.
pub fn table(coverages: &[Coverage]) -> String {
    let mut out = String::new();
    for coverage in coverages {
        for matrix in coverage.matrices.iter().filter(|matrix| !matrix.rows.is_empty()) {
            let _ = writeln!(out, "{}: {}\n", coverage.package, matrix.title);
            match grid(matrix) {
                Some(grid) => out.push_str(&grid),
                None => list(&mut out, matrix),
            }
            out.push_str(&sums(&matrix.columns));
            out.push('\n');
        }
    }
    out += "F full   P or * partial: for some products, in part, or from a higher level   ! none\n\
            L left with a reason   - nothing asked   . nothing to do with each other\n";
    out
}

/// A grid of letters, or `None` where it is too wide.
fn grid(matrix: &Matrix) -> Option<String> {
    let prefix = shared_prefix(&matrix.columns);
    let names: Vec<_> = matrix.columns.iter().map(|column| &column.name[prefix..]).collect();
    let first = matrix.rows.iter().map(|row| row.head.name.chars().count()).max()?;
    let widths: Vec<_> = names.iter().map(|name| name.chars().count() + 1).collect();
    if first + 3 + widths.iter().sum::<usize>() > WIDTH {
        return None;
    }
    let mut out = groups(&matrix.columns, first + 3, &widths);
    let heads: String = names.iter().zip(&widths).map(|(name, width)| format!("{name:>width$}")).collect();
    let _ = writeln!(out, "{:first$}   {heads}", "");
    for row in &matrix.rows {
        let letter = |column: usize| {
            let cell = row.cells.iter().find(|cell| cell.column == column);
            cell.map_or(".", |cell| cell.degree.letter())
        };
        let cells: String = widths.iter().enumerate().map(|(at, width)| format!("{:>width$}", letter(at))).collect();
        let degree = row.head.degree.map_or(" ", Degree::letter);
        let _ = writeln!(out, "{:first$} {degree} {cells}", row.head.name);
    }
    Some(out)
}

/// A line with what several columns have in common, above the first of them.
fn groups(columns: &[Head], indent: usize, widths: &[usize]) -> String {
    let mut line = " ".repeat(indent);
    let mut end = indent;
    let mut last = None;
    for (column, width) in columns.iter().zip(widths) {
        if column.group != last {
            while line.chars().count() < end + 1 {
                line.push(' ');
            }
            line.push_str(column.group.as_deref().unwrap_or_default());
            last.clone_from(&column.group);
        }
        end += width;
    }
    if line.trim().is_empty() { String::new() } else { line.trim_end().to_owned() + "\n" }
}

/// How many bytes of `cra:` all names begin with.
fn shared_prefix(columns: &[Head]) -> usize {
    let prefix = |head: &Head| head.name.split_once(':').map(|(package, _)| package.len() + 1);
    let Some(first) = columns.first().and_then(prefix) else { return 0 };
    let same = |head: &Head| head.name.get(..first) == columns[0].name.get(..first);
    if columns.iter().all(same) { first } else { 0 }
}

fn list(out: &mut String, matrix: &Matrix) {
    let first = matrix.rows.iter().map(|row| row.head.name.chars().count()).max().unwrap_or(0);
    for row in &matrix.rows {
        let degree = row.head.degree.map_or("", Degree::word);
        let start = format!("{:first$}  {degree:9}  ", row.head.name);
        let mut words = entries(matrix, row);
        let note = row.head.note.as_ref().map(|note| format!("({note})"));
        words.extend(note.iter().flat_map(|note| note.split(' ')).map(str::to_owned));
        wrap(out, &start, &words);
    }
}

fn entries(matrix: &Matrix, row: &Row) -> Vec<String> {
    let cells = row.cells.iter().map(|cell| {
        let partial = if cell.degree == Degree::Full { "" } else { "*" };
        format!("{}{partial}", matrix.columns[cell.column].name)
    });
    cells.collect()
}

/// Words in lines of the width, each after the first as far in as the words of the first.
fn wrap(out: &mut String, start: &str, words: &[String]) {
    let indent = start.chars().count();
    let mut line = start.to_owned();
    for word in words {
        if line.chars().count() + word.chars().count() > WIDTH && line.chars().count() > indent {
            let _ = writeln!(out, "{}", line.trim_end());
            line = " ".repeat(indent);
        }
        line += word;
        line.push(' ');
    }
    let _ = writeln!(out, "{}", line.trim_end());
}

/// What all rows together come to, for columns of which that is said and that are not met in full.
fn sums(columns: &[Head]) -> String {
    let mut out = String::new();
    for column in columns.iter().filter(|column| column.degree.is_some_and(|degree| degree != Degree::Full)) {
        let degree = column.degree.map_or("", Degree::word);
        let note = column.note.as_ref().map_or_else(String::new, |note| format!(": {note}"));
        let words: Vec<_> = format!("{} {degree}{note}", column.name).split(' ').map(str::to_owned).collect();
        wrap(&mut out, "  together ", &words);
    }
    out
}
