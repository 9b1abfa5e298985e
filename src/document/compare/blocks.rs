//! Blocks beside each other: by their anchors, then by their words.

use std::mem::discriminant;

use super::super::block::{Block, Cell, Definition, Field, Figure, Mark, Row, Table};
use super::super::inline::Inline;
use super::align::{Place, align};
use super::{ALIKE, Comparing, gone, inlines};
use crate::redline;

/// The anchor that a block is known by.
pub(super) fn id(block: &Block) -> Option<&str> {
    let id = match block {
        Block::Term { id, .. }
        | Block::Reference { id, .. }
        | Block::Requirement { id, .. }
        | Block::Assessment { id, .. }
        | Block::Formula { id, .. } => id,
        Block::Table(table) => &table.id,
        Block::Figure(figure) => &figure.id,
        _ => return None,
    };
    (!id.is_empty()).then_some(id)
}

/// The words of a block, as far as it has running text.
pub(super) fn words(block: &Block) -> String {
    let all = |blocks: &[Block]| blocks.iter().map(words).collect::<Vec<_>>().join(" ");
    match block {
        Block::Paragraph { text } | Block::Label { text } | Block::Reference { text, .. } => plain(text),
        Block::List { items, .. } => items.iter().map(|item| all(item)).collect::<Vec<_>>().join(" "),
        Block::Note { blocks, .. }
        | Block::Example { blocks, .. }
        | Block::Warning { blocks, .. }
        | Block::EditorsNote { blocks, .. }
        | Block::Marked { blocks, .. } => all(blocks),
        Block::Requirement { title, blocks, .. } => format!("{title} {}", all(blocks)),
        Block::Assessment { title, .. } => title.clone(),
        Block::Term { term, definition, .. } => format!("{term} {}", plain(definition)),
        Block::Code { text, .. } => text.clone(),
        Block::Formula { source, .. } => source.clone(),
        Block::Table(table) => table.caption.clone(),
        Block::Figure(figure) => figure.caption.clone(),
        Block::Definitions { .. } | Block::Listing { .. } => String::new(),
    }
}

fn plain(text: &[Inline]) -> String {
    text.iter().map(Inline::words).collect()
}

/// Everything that is printed of a thing.
fn whole<T: serde::Serialize>(thing: &T) -> String {
    // Strings, numbers and lists always serialise.
    serde_json::to_string(thing).unwrap_or_default()
}

fn marked(mark: Mark, block: Block) -> Block {
    Block::Marked { mark, blocks: vec![block] }
}

fn deleted(old: &Block) -> Block {
    marked(Mark::Deleted, gone::block(old))
}

impl Comparing<'_> {
    /// Blocks beside each other.
    pub(super) fn blocks(&self, old: &[Block], new: &[Block]) -> Vec<Block> {
        let key = |block: &Block| id(block).map_or_else(|| whole(block), |id| format!("#{id}"));
        let keys = |blocks: &[Block]| blocks.iter().map(key).collect::<Vec<_>>();
        let is_free = |one: &Block, other: &Block| {
            id(one).is_none_or(|id| !self.is_kept(id)) && id(other).is_none_or(|id| !self.old_blocks.contains_key(id))
        };
        let alike = |one: usize, other: usize| is_free(&old[one], &new[other]) && alike(&old[one], &new[other]);
        let mut found = Vec::with_capacity(new.len());
        for place in align(&keys(old), &keys(new), alike) {
            match place {
                Place::Both(one, other) => found.extend(self.block(&old[one], &new[other])),
                Place::Old(one) if id(&old[one]).is_some_and(|id| self.is_kept(id)) => {}
                Place::Old(one) => found.push(deleted(&old[one])),
                Place::New(other) => {
                    let before = id(&new[other]).and_then(|id| self.old_blocks.get(id));
                    found.push(match before {
                        Some(before) => Block::Marked { mark: Mark::Moved, blocks: self.block(before, &new[other]) },
                        None => marked(Mark::Inserted, new[other].clone()),
                    });
                }
            }
        }
        found
    }

    /// Two blocks that are one; both where they are of different sorts.
    fn block(&self, old: &Block, new: &Block) -> Vec<Block> {
        let inner = |old: &[Block], new: &[Block]| self.blocks(old, new);
        match (old, new) {
            (Block::Paragraph { text: old }, Block::Paragraph { text: new }) => {
                vec![Block::Paragraph { text: inlines::compare(old, new) }]
            }
            (Block::Label { text: old }, Block::Label { text: new }) => {
                vec![Block::Label { text: inlines::compare(old, new) }]
            }
            (Block::List { items: old, start: was }, Block::List { items: new, start })
                if was.is_some() == start.is_some() =>
            {
                vec![Block::List { start: *start, items: self.items(old, new) }]
            }
            (Block::Note { blocks: old, .. }, Block::Note { blocks: new, label }) => {
                vec![Block::Note { label: label.clone(), blocks: inner(old, new) }]
            }
            (Block::Example { blocks: old, .. }, Block::Example { blocks: new, label }) => {
                vec![Block::Example { label: label.clone(), blocks: inner(old, new) }]
            }
            (Block::Warning { blocks: old, .. }, Block::Warning { blocks: new, label }) => {
                vec![Block::Warning { label: label.clone(), blocks: inner(old, new) }]
            }
            (Block::EditorsNote { blocks: old, .. }, Block::EditorsNote { blocks: new, label }) => {
                vec![Block::EditorsNote { label: label.clone(), blocks: inner(old, new) }]
            }
            (Block::Table(old), Block::Table(new)) if old.head.len() == new.head.len() => self.table(old, new),
            (Block::Term { .. }, Block::Term { .. }) => self.term(old, new),
            (Block::Definitions { entries: old }, Block::Definitions { entries: new }) => definitions(old, new),
            (Block::Reference { .. }, Block::Reference { .. }) => vec![reference(old, new)],
            (Block::Requirement { .. }, Block::Requirement { .. }) => self.requirement(old, new),
            (Block::Assessment { .. }, Block::Assessment { .. }) => self.assessment(old, new),
            (Block::Figure(was), Block::Figure(now)) if same_picture(was, now) => {
                with_heading(&was.caption, &now.caption, new.clone())
            }
            (Block::Listing { .. }, Block::Listing { .. }) => vec![new.clone()],
            _ if whole(old) == whole(new) && !matches!(new, Block::Figure(_)) => vec![new.clone()],
            _ => vec![deleted(old), marked(Mark::Inserted, new.clone())],
        }
    }

    fn items(&self, old: &[Vec<Block>], new: &[Vec<Block>]) -> Vec<Vec<Block>> {
        let keys = |items: &[Vec<Block>]| items.iter().map(whole).collect::<Vec<_>>();
        let text = |item: &[Block]| item.iter().map(words).collect::<Vec<_>>().join(" ");
        let alike = |one: usize, other: usize| redline::likeness(&text(&old[one]), &text(&new[other])) >= ALIKE;
        let item = |place| match place {
            Place::Both(one, other) => self.blocks(&old[one], &new[other]),
            Place::Old(one) => {
                vec![Block::Marked { mark: Mark::Deleted, blocks: old[one].iter().map(gone::block).collect() }]
            }
            Place::New(other) => vec![Block::Marked { mark: Mark::Inserted, blocks: new[other].clone() }],
        };
        align(&keys(old), &keys(new), alike).into_iter().map(item).collect()
    }

    fn table(&self, old: &Table, new: &Table) -> Vec<Block> {
        let head = cells(&old.head, &new.head);
        let rows = rows(&old.rows, &new.rows);
        let table = Table { head, rows, notes: self.blocks(&old.notes, &new.notes), ..new.clone() };
        with_heading(&old.caption, &new.caption, Block::Table(table))
    }

    fn term(&self, old: &Block, new: &Block) -> Vec<Block> {
        let mut block = new.clone();
        let said = |block: &Block| match block {
            Block::Term { number, term, admitted, deprecated, .. } => {
                let also = |label: &str, words: &[String]| {
                    if words.is_empty() { String::new() } else { format!("; {label}: {}", words.join(", ")) }
                };
                format!("{number} {term}{}{}", also("also", admitted), also("deprecated", deprecated)).trim().to_owned()
            }
            _ => String::new(),
        };
        if let (Block::Term { definition, notes, .. }, Block::Term { definition: was, notes: were, .. }) =
            (&mut block, old)
        {
            *definition = inlines::compare(was, definition);
            *notes = self.blocks(were, notes);
        }
        with_heading(&said(old), &said(new), block)
    }

    fn requirement(&self, old: &Block, new: &Block) -> Vec<Block> {
        let mut block = new.clone();
        if let (
            Block::Requirement { applicability, blocks, relations, .. },
            Block::Requirement { applicability: was, blocks: were, relations: related, .. },
        ) = (&mut block, old)
        {
            *applicability = inlines::compare(was, applicability);
            *blocks = self.blocks(were, blocks);
            *relations = self.fields(related, relations);
        }
        with_heading(&heading(old), &heading(new), block)
    }

    fn assessment(&self, old: &Block, new: &Block) -> Vec<Block> {
        let mut block = new.clone();
        if let (Block::Assessment { fields, .. }, Block::Assessment { fields: were, .. }) = (&mut block, old) {
            *fields = self.fields(were, fields);
        }
        with_heading(&heading(old), &heading(new), block)
    }

    fn fields(&self, old: &[Field], new: &[Field]) -> Vec<Field> {
        let keys = |fields: &[Field]| fields.iter().map(|field| field.label.clone()).collect::<Vec<_>>();
        let field = |label: &str, blocks| Field { label: label.to_owned(), blocks };
        let one = |place| match place {
            Place::Both(one, other) => field(&new[other].label, self.blocks(&old[one].blocks, &new[other].blocks)),
            Place::Old(one) => field(&old[one].label, old[one].blocks.iter().map(deleted).collect()),
            Place::New(other) => {
                let fresh = new[other].blocks.iter().cloned().map(|block| marked(Mark::Inserted, block));
                field(&new[other].label, fresh.collect())
            }
        };
        align(&keys(old), &keys(new), |_, _| false).into_iter().map(one).collect()
    }
}

/// Whether two blocks without anchors are one that was reworded. An anchor that is gone, with another of the same words, was renamed.
fn alike(old: &Block, new: &Block) -> bool {
    if discriminant(old) != discriminant(new) || id(old).is_some() != id(new).is_some() {
        return false;
    }
    let (was, now) = (words(old), words(new));
    let enough = if id(old).is_some() { 2 * ALIKE } else { ALIKE };
    was == now || redline::likeness(&was, &now) >= enough
}

fn heading(block: &Block) -> String {
    match block {
        Block::Requirement { number, title, .. } | Block::Assessment { number, title, .. } => {
            format!("{number} {title}")
        }
        _ => String::new(),
    }
}

/// A block, and before it what headed it, where that is another.
fn with_heading(was: &str, now: &str, block: Block) -> Vec<Block> {
    let gone = (was != now && !was.is_empty())
        .then(|| marked(Mark::Deleted, Block::Paragraph { text: vec![Inline::text(was)] }));
    gone.into_iter().chain([block]).collect()
}

fn same_picture(old: &Figure, new: &Figure) -> bool {
    old.bytes == new.bytes && old.alt == new.alt
}

/// The label of a list of references stands before the text, so that both can be read there.
fn reference(old: &Block, new: &Block) -> Block {
    let mut block = new.clone();
    if let (Block::Reference { text, label, .. }, Block::Reference { text: was, label: before, .. }) = (&mut block, old)
    {
        *text = inlines::compare(was, text);
        if label != before && !before.is_empty() {
            text.insert(0, Inline::Marked { mark: Mark::Deleted, content: vec![Inline::text(format!("{before} "))] });
        }
    }
    block
}

fn cells(old: &[Cell], new: &[Cell]) -> Vec<Cell> {
    old.iter().zip(new).map(|(old, new)| inlines::compare(old, new)).collect()
}

fn rows(old: &[Row], new: &[Row]) -> Vec<Row> {
    let keys = |rows: &[Row]| rows.iter().map(whole).collect::<Vec<_>>();
    let text = |row: &Row| row.cells.iter().map(|cell| plain(cell) + " ").collect::<String>();
    let head = |row: &Row| row.cells.first().map(|cell| plain(cell)).unwrap_or_default();
    let alike = |one: usize, other: usize| {
        let (one, other) = (&old[one], &new[other]);
        let same_length = one.cells.len() == other.cells.len();
        let named = !head(one).is_empty() && head(one) == head(other);
        same_length && (named || redline::likeness(&text(one), &text(other)) >= 2 * ALIKE)
    };
    let row = |place| match place {
        Place::Both(one, other) => Row { cells: cells(&old[one].cells, &new[other].cells), mark: None },
        Place::Old(one) => {
            Row { cells: old[one].cells.iter().cloned().map(gone::text).collect(), mark: Some(Mark::Deleted) }
        }
        Place::New(other) => Row { mark: Some(Mark::Inserted), ..new[other].clone() },
    };
    align(&keys(old), &keys(new), alike).into_iter().map(row).collect()
}

/// Runs of entries that have the same lot.
fn definitions(old: &[Definition], new: &[Definition]) -> Vec<Block> {
    let keys = |entries: &[Definition]| entries.iter().map(|entry| entry.term.clone()).collect::<Vec<_>>();
    let mut runs: Vec<(Option<Mark>, Vec<Definition>)> = Vec::new();
    for place in align(&keys(old), &keys(new), |_, _| false) {
        let (mark, entry) = match place {
            Place::Both(one, other) => {
                (None, Definition { text: inlines::compare(&old[one].text, &new[other].text), ..new[other].clone() })
            }
            Place::Old(one) => (Some(Mark::Deleted), old[one].clone()),
            Place::New(other) => (Some(Mark::Inserted), new[other].clone()),
        };
        match runs.last_mut().filter(|(last, _)| *last == mark) {
            Some((_, entries)) => entries.push(entry),
            None => runs.push((mark, vec![entry])),
        }
    }
    let block = |(mark, entries)| match mark {
        None => Block::Definitions { entries },
        Some(Mark::Deleted) => deleted(&Block::Definitions { entries }),
        Some(mark) => marked(mark, Block::Definitions { entries }),
    };
    runs.into_iter().map(block).collect()
}
