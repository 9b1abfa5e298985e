//! Tables and figures. A picture lies beside the file under the name of its figure, since checkers want the identity to begin the name; that of
//! a PNG is referred to without its ending, as the coding instructions of the publishers have it.

use crate::artifact::Beside;
use crate::document::{Cell, Document, Figure, Table};

use super::Sts;
use super::blocks::{Place, visible};
use super::ids::Ids;

/// The pictures of a draft; those that are gone have no identity in the file.
pub(super) fn beside(document: &Document) -> Vec<Beside> {
    let ids = Ids::of(document);
    let shown = document.figures().into_iter().filter(|figure| ids.target(&figure.id).is_some());
    shown.map(|figure| (format!("{}.{}", ids.get(&figure.id), figure.format), figure.bytes.clone())).collect()
}

impl<'d> Sts<'d> {
    pub(super) fn figure(&mut self, figure: &'d Figure) {
        let id = self.ids.get(&figure.id);
        let (name, sort) = match figure.format.as_str() {
            "svg" => (format!("{id}.svg"), "svg+xml"),
            other => (id.to_owned(), other),
        };
        self.element("fig", &[("id", id)], |sts| {
            sts.label(&figure.label);
            sts.element("caption", &[], |sts| sts.xml.leaf("title", &[], &figure.title));
            let attributes = [("xlink:href", name.as_str()), ("mimetype", "image"), ("mime-subtype", sort)];
            sts.element("graphic", &attributes, |sts| sts.leaf("alt-text", &[], &figure.alt));
        });
    }

    pub(super) fn table(&mut self, table: &'d Table) {
        let id = self.ids.get(&table.id);
        let attributes = [("id", id)];
        self.element("table-wrap", if id.is_empty() { &[] } else { &attributes }, |sts| {
            sts.label(&table.label);
            if !table.title.is_empty() {
                sts.element("caption", &[], |sts| sts.xml.leaf("title", &[], &table.title));
            }
            sts.rows(table);
            let notes = visible(&table.notes);
            if !notes.is_empty() {
                sts.element("table-wrap-foot", &[], |sts| sts.blocks(&notes, Place::Statement));
            }
        });
    }

    /// The rows, each with as many cells as there are columns.
    fn rows(&mut self, table: &'d Table) {
        let rows: Vec<_> = table
            .rows
            .iter()
            .filter(|row| row.mark != Some(crate::document::Mark::Deleted))
            .map(|row| &row.cells)
            .collect();
        let columns = rows.iter().map(|row| row.len()).chain([table.head.len(), 1]).max().unwrap_or(1);
        self.element("table", &[], |sts| {
            if !table.head.is_empty() {
                sts.element("thead", &[], |sts| sts.row(&table.head, columns, columns, "col"));
            }
            sts.element("tbody", &[], |sts| {
                let headers = usize::from(table.row_headers);
                rows.iter().for_each(|row| sts.row(row, columns, headers, "row"));
                if rows.is_empty() {
                    sts.row(&[], columns, 0, "row");
                }
            });
        });
    }

    /// A row, the first cells of which head it or their columns.
    fn row(&mut self, cells: &'d [Cell], columns: usize, headers: usize, scope: &str) {
        self.element("tr", &[], |sts| {
            for at in 0..columns {
                let (name, attributes) = if at < headers { ("th", &[("scope", scope)][..]) } else { ("td", &[][..]) };
                sts.element(name, attributes, |sts| sts.inlines(cells.get(at).map_or(&[], Vec::as_slice)));
            }
        });
    }
}
