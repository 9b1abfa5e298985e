//! Matrices as one web page: heat maps with what stands behind each cell. It needs no script and nothing from elsewhere; minijinja escapes every
//! text.

use minijinja::value::Serde;
use minijinja::{Environment, context};
use serde::Serialize;

use super::matrix::{Cell, Coverage, Head, Matrix};

#[derive(Serialize)]
struct Shown<'a> {
    coverage: &'a Coverage,
    matrices: Vec<ShownMatrix<'a>>,
}

#[derive(Serialize)]
struct ShownMatrix<'a> {
    word: &'static str,
    matrix: &'a Matrix,
    /// What several columns have in common, and how many they are; empty where nothing is.
    groups: Vec<(&'a str, usize)>,
    columns: Vec<ShownHead<'a>>,
    rows: Vec<ShownRow<'a>>,
}

#[derive(Serialize)]
struct ShownHead<'a> {
    head: &'a Head,
    word: &'static str,
    /// The place among the groups of the one that it belongs to, from 1; 0 where there are none.
    group: usize,
}

#[derive(Serialize)]
struct ShownRow<'a> {
    head: ShownHead<'a>,
    cells: Vec<Option<ShownCell<'a>>>,
}

#[derive(Clone, Serialize)]
struct ShownCell<'a> {
    word: &'static str,
    letter: &'static str,
    details: &'a [String],
}

/// The matrices as a web page.
pub fn html(coverages: &[Coverage], generator: &str) -> Result<String, String> {
    let told = |error: minijinja::Error| format!("{error:#}");
    let mut environment = Environment::new();
    environment.add_template("matrices.html", include_str!("../../templates/html/matrices.html")).map_err(told)?;
    environment.add_template("coverage.html", include_str!("../../templates/html/coverage.html")).map_err(told)?;
    let style = include_str!("../../templates/html/matrices.css");
    let page = environment.get_template("coverage.html").map_err(told)?;
    page.render(context! { coverages => Serde(shown(coverages)), style => style, generator => generator }).map_err(told)
}

/// The matrices as the templates read them.
pub fn shown(coverages: &[Coverage]) -> impl Serialize {
    let shown = |coverage| Shown { coverage, matrices: coverage.matrices.iter().map(matrix).collect() };
    coverages.iter().map(shown).collect::<Vec<_>>()
}

fn matrix(matrix: &Matrix) -> ShownMatrix<'_> {
    let grouped = matrix.columns.chunk_by(|one, other| one.group == other.group);
    let groups = grouped.filter_map(|heads| Some((heads[0].group.as_deref()?, heads.len()))).collect();
    let rows = matrix.rows.iter().map(|row| {
        let mut cells = vec![None; matrix.columns.len()];
        for cell in &row.cells {
            cells[cell.column] = Some(shown_cell(cell));
        }
        ShownRow { head: shown_head(&row.head), cells }
    });
    let rows = rows.collect();
    ShownMatrix { word: matrix.name.word(), matrix, groups, columns: columns(matrix), rows }
}

/// The columns, each with its group. Where columns are grouped, cells name all heads above them.
fn columns(matrix: &Matrix) -> Vec<ShownHead<'_>> {
    let grouped = matrix.columns.chunk_by(|one, other| one.group == other.group);
    let mut groups = 0;
    let mut columns = Vec::with_capacity(matrix.columns.len());
    for heads in grouped {
        groups += usize::from(heads[0].group.is_some());
        let group = if heads[0].group.is_some() { groups } else { 0 };
        columns.extend(heads.iter().map(|head| ShownHead { group, ..shown_head(head) }));
    }
    columns
}

fn shown_head(head: &Head) -> ShownHead<'_> {
    ShownHead { head, word: head.degree.map_or("", super::Degree::word), group: 0 }
}

fn shown_cell(cell: &Cell) -> ShownCell<'_> {
    ShownCell { word: cell.degree.word(), letter: cell.degree.letter(), details: &cell.details }
}
