//! The identities in the file: the scheme that publishers' checkers know, by which clause 5.1 is `sec_5.1` and Table 2 is `tab_2`. Each stands
//! once, whatever the draft calls its parts.

use std::collections::{BTreeMap, BTreeSet};

use crate::document::{Block, Clause, ClauseKind, Document, Inline, Table};

use super::blocks::{is_gone, visible};

/// The identity of a part, and what a cross-reference to it says it is.
pub(super) struct Id {
    /// The identity, unique in the file.
    pub(super) id: String,
    /// The value of `ref-type`; empty for terms, to which an element of its own leads.
    pub(super) sort: &'static str,
}

/// The identities, by the anchors of the draft.
#[derive(Default)]
pub(super) struct Ids<'d> {
    by_anchor: BTreeMap<&'d str, Id>,
    taken: BTreeSet<String>,
    normative: usize,
    informative: usize,
}

impl<'d> Ids<'d> {
    /// Gives everything in the draft its identity, in reading order.
    pub(super) fn of(document: &'d Document) -> Self {
        let mut ids = Self::default();
        document.clauses.iter().for_each(|clause| ids.clause(clause));
        ids
    }

    /// The identity of an anchor; empty where nothing has the anchor.
    pub(super) fn get(&self, anchor: &str) -> &str {
        self.by_anchor.get(anchor).map_or("", |id| &id.id)
    }

    /// What a cross-reference to an anchor needs.
    pub(super) fn target(&self, anchor: &str) -> Option<&Id> {
        self.by_anchor.get(anchor)
    }

    fn give(&mut self, anchor: &'d str, id: &str, sort: &'static str) {
        if anchor.is_empty() || self.by_anchor.contains_key(anchor) {
            return;
        }
        let mut unique = id.to_owned();
        let mut count = 1;
        while !self.taken.insert(unique.clone()) {
            count += 1;
            unique = format!("{id}.{count}");
        }
        self.by_anchor.insert(anchor, Id { id: unique, sort });
    }

    fn clause(&mut self, clause: &'d Clause) {
        if is_gone(clause) {
            return;
        }
        let annex =
            clause.level == 1 && matches!(clause.kind, ClauseKind::NormativeAnnex | ClauseKind::InformativeAnnex);
        let name = match (&*clause.number, &*clause.role) {
            ("", "foreword") => "foreword".to_owned(),
            ("", "introduction") => "intro".to_owned(),
            ("", "informative-references") => "bibl".to_owned(),
            ("", _) => plain(&clause.title.to_lowercase(), '_'),
            (number, _) => plain(number, '.'),
        };
        self.give(&clause.id, &format!("sec_{name}"), if annex { "app" } else { "sec" });
        self.blocks(&clause.blocks, clause.role == "informative-references");
        clause.clauses.iter().for_each(|clause| self.clause(clause));
    }

    fn blocks(&mut self, blocks: &'d [Block], informative: bool) {
        visible(blocks).into_iter().for_each(|block| self.block(block, informative));
    }

    fn block(&mut self, block: &'d Block, informative: bool) {
        match block {
            Block::Table(table) => return self.table(table),
            Block::Figure(figure) => self.give(&figure.id, &numbered("fig_", &figure.label, &figure.id), "fig"),
            Block::Formula { id, label, .. } if !label.is_empty() => {
                self.give(id, &numbered("formula_", label, id), "disp-formula");
            }
            Block::Term { id, number, .. } => {
                let name = if number.is_empty() { plain(id.trim_start_matches("n-"), '.') } else { plain(number, '.') };
                self.give(id, &format!("term_{name}"), "");
            }
            Block::Definitions { entries } => entries.iter().for_each(|entry| {
                self.give(&entry.id, &format!("def_{}", plain(entry.id.trim_start_matches("n-"), '.')), "other");
            }),
            Block::Reference { id, .. } => {
                let (count, name) =
                    if informative { (&mut self.informative, "biblref_") } else { (&mut self.normative, "normref_") };
                *count += 1;
                let name = format!("{name}{count}");
                self.give(id, &name, "bibr");
            }
            Block::Requirement { id, number, .. } | Block::Assessment { id, number, .. } => {
                self.give(id, &statement(number), "statement");
            }
            _ => {}
        }
        block.texts().into_iter().for_each(|text| self.inlines(text));
        block.inside().into_iter().for_each(|blocks| self.blocks(blocks, informative));
    }

    fn table(&mut self, table: &'d Table) {
        self.give(&table.id, &numbered("tab_", &table.label, &table.id), "table");
        let cells = table.head.iter().chain(table.rows.iter().flat_map(|row| &row.cells));
        cells.for_each(|cell| self.text(cell, "table-fn_"));
        self.blocks(&table.notes, false);
    }

    fn inlines(&mut self, text: &'d [Inline]) {
        self.text(text, "fn_");
    }

    fn text(&mut self, text: &'d [Inline], footnotes: &str) {
        for inline in text {
            match inline {
                Inline::Anchor { id } => {
                    self.give(id, &format!("at_{}", plain(id.trim_start_matches("n-"), '.')), "other");
                }
                Inline::Footnote { id, number, text } => {
                    let sort = if footnotes == "fn_" { "fn" } else { "table-fn" };
                    self.give(id, &format!("{footnotes}{}", plain(number, '.')), sort);
                    self.text(text, footnotes);
                }
                Inline::Emphasis { content }
                | Inline::Strong { content }
                | Inline::Link { content, .. }
                | Inline::Marked { content, .. } => self.text(content, footnotes),
                _ => {}
            }
        }
    }
}

/// An identity by the number at the end of a label, such as `tab_A.1`; by the anchor where there is no label.
fn numbered(prefix: &str, label: &str, anchor: &str) -> String {
    let number = label.split_whitespace().next_back();
    format!("{prefix}{}", number.map_or_else(|| plain(anchor, '.'), |number| plain(number, '.')))
}

/// The identity of a requirement or an assessment: its number, as far as an identity can hold it.
fn statement(number: &str) -> String {
    let kept = |c: char| if c.is_ascii_alphanumeric() || matches!(c, '-' | '.' | '_') { c } else { '_' };
    let name: String = number.chars().map(kept).collect();
    if name.starts_with(|c: char| c.is_ascii_alphabetic()) { name } else { format!("st_{name}") }
}

/// Letters and digits of ASCII, and one `between` for each stretch of anything else.
fn plain(text: &str, between: char) -> String {
    let words = text.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    words.collect::<Vec<_>>().join(&between.to_string())
}
