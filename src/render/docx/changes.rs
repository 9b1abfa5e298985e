//! What changed between two drafts, marked in the flat form: accepting everything gives the new draft, rejecting everything the old one, with the
//! same paragraphs, styles and tables. A cross-reference that is gone is text, since what it led to may be gone too; bookmarks are those of the
//! new draft.

use std::collections::{BTreeMap, HashMap};
use std::hash::{DefaultHasher, Hash, Hasher};

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::flat::{Item, Mark, Numbered, Paragraph, Piece, Row, Table, What};
use super::role::Role;

/// How many of the words of two paragraphs have to be the same for one to have become the other, of a hundred; and how far apart they may stand.
const ALIKE: usize = 40;
const APART: usize = 12;
/// How many letters a paragraph has at least that is said to have moved.
const LETTERS: usize = 24;

/// The items of both drafts, marked.
pub(super) fn merge(old: Vec<Item>, new: Vec<Item>) -> Vec<Item> {
    let mut merged = items(old, new);
    moves(&mut merged);
    lists(&mut merged);
    merged
}

/// A row of things of two drafts, one after the other.
enum Step<T> {
    Both(T, T),
    Old(T),
    New(T),
}

/// Brings two rows together: what is equal by `key` stays, and in between what is `alike` was changed.
fn steps<T>(old: Vec<T>, new: Vec<T>, key: impl Fn(&T) -> u64, alike: impl Fn(&T, &T) -> bool) -> Vec<Step<T>> {
    let (old_keys, new_keys): (Vec<_>, Vec<_>) = (old.iter().map(&key).collect(), new.iter().map(&key).collect());
    let ops = capture_diff_slices(Algorithm::Patience, &old_keys, &new_keys);
    let (mut old, mut new) = (old.into_iter(), new.into_iter());
    let mut out = Vec::new();
    for op in ops {
        match op {
            DiffOp::Equal { len, .. } => {
                out.extend(
                    old.by_ref().take(len).zip(new.by_ref().take(len)).map(|(one, other)| Step::Both(one, other)),
                );
            }
            DiffOp::Delete { old_len, .. } => out.extend(old.by_ref().take(old_len).map(Step::Old)),
            DiffOp::Insert { new_len, .. } => out.extend(new.by_ref().take(new_len).map(Step::New)),
            DiffOp::Replace { old_len, new_len, .. } => {
                let (gone, come) = (old.by_ref().take(old_len).collect(), new.by_ref().take(new_len).collect());
                replace(gone, come, &alike, &mut out);
            }
        }
    }
    out
}

/// Each new thing is what became of the first old one near it that is alike.
fn replace<T>(gone: Vec<T>, come: Vec<T>, alike: &impl Fn(&T, &T) -> bool, out: &mut Vec<Step<T>>) {
    let mut gone = std::collections::VecDeque::from(gone);
    for new in come {
        if let Some(at) = gone.iter().take(APART).position(|old| alike(old, &new)) {
            out.extend(gone.drain(..at).map(Step::Old));
            out.extend(gone.pop_front().map(|old| Step::Both(old, new)));
        } else {
            out.push(Step::New(new));
        }
    }
    out.extend(gone.into_iter().map(Step::Old));
}

fn items(old: Vec<Item>, new: Vec<Item>) -> Vec<Item> {
    let mut out = Vec::new();
    for step in steps(old, new, key, alike) {
        match step {
            Step::Both(old, new) => out.push(both(old, new)),
            Step::Old(item) => out.push(marked(item, Mark::Deleted)),
            Step::New(item) => out.push(marked(item, Mark::Inserted)),
        }
    }
    out
}

/// What makes two items equal, but for what is inside tables, which are compared when they have been found.
fn key(item: &Item) -> u64 {
    let mut hasher = DefaultHasher::new();
    match item {
        Item::Paragraph(paragraph) => {
            (0, paragraph.role, sort(paragraph)).hash(&mut hasher);
            words(paragraph).hash(&mut hasher);
        }
        Item::Table(table) => (1, &table.key, table.role, &table.widths).hash(&mut hasher),
        Item::Section(shape, _) => (2, *shape as u8).hash(&mut hasher),
        Item::Field(instruction, _) => (3, instruction).hash(&mut hasher),
    }
    hasher.finish()
}

/// How a paragraph is numbered, whichever list it is in.
fn sort(paragraph: &Paragraph) -> (u8, String) {
    match &paragraph.numbered {
        None => (0, String::new()),
        Some(Numbered::Typed) => (1, String::new()),
        Some(Numbered::List(..)) => (2, String::new()),
        Some(Numbered::Heading(letter, level)) => (3, format!("{letter}{level}")),
    }
}

/// What a paragraph prints, with what else makes it another one.
fn words(paragraph: &Paragraph) -> Vec<String> {
    paragraph.pieces.iter().filter(|piece| !is_place(piece)).map(said).collect()
}

/// A piece as a text that is equal where the piece is.
fn said(piece: &Piece) -> String {
    let look = piece.look.map_or_else(String::new, |look| format!("{look:?}"));
    let link = match &piece.link {
        Some(super::flat::Link::Outside(url)) => url.as_str(),
        _ => "",
    };
    let what = match &piece.what {
        What::Text(text) => text.clone(),
        What::Field { result, .. } => format!("\u{1}{result}"),
        What::Footnote(text, _) => text.iter().map(said).collect::<Vec<_>>().join("\u{2}"),
        What::Formula(_, source) => format!("\u{3}{source}"),
        What::Picture(picture) => format!("\u{4}{}{}", crate::digest::short(&picture.bytes), picture.alt),
        What::Tab => "\t".to_owned(),
        What::Break => "\n".to_owned(),
        What::PageBreak => "\u{c}".to_owned(),
        What::Start(_) | What::End(_) => String::new(),
    };
    format!("{look}\u{5}{link}\u{5}{what}")
}

fn is_place(piece: &Piece) -> bool {
    matches!(piece.what, What::Start(_) | What::End(_))
}

fn alike(old: &Item, new: &Item) -> bool {
    match (old, new) {
        (Item::Paragraph(old), Item::Paragraph(new)) => {
            old.role == new.role && sort(old) == sort(new) && are_near(&plain(old), &plain(new))
        }
        _ => false,
    }
}

fn plain(paragraph: &Paragraph) -> String {
    paragraph.pieces.iter().map(printed).collect()
}

fn printed(piece: &Piece) -> &str {
    match &piece.what {
        What::Text(text) | What::Field { result: text, .. } => text,
        What::Tab | What::Break => " ",
        _ => "",
    }
}

/// Whether two texts have enough words in common.
fn are_near(one: &str, other: &str) -> bool {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    let mut all = 0;
    for word in one.split_whitespace() {
        *counts.entry(word).or_default() += 1;
        all += 1;
    }
    let mut common = 0;
    for word in other.split_whitespace() {
        all += 1;
        if let Some(left) = counts.get_mut(word).filter(|left| **left > 0) {
            *left -= 1;
            common += 1;
        }
    }
    200 * common >= ALIKE * all && all > 0
}

fn both(old: Item, new: Item) -> Item {
    match (old, new) {
        (Item::Paragraph(old), Item::Paragraph(new)) => Item::Paragraph(paragraph(old, new)),
        (Item::Table(old), Item::Table(new)) => Item::Table(table(old, new)),
        (_, new) => new,
    }
}

/// A paragraph that was changed: word by word.
fn paragraph(old: Paragraph, new: Paragraph) -> Paragraph {
    if words(&old) == words(&new) {
        let was = match (&old.numbered, &new.numbered) {
            (Some(Numbered::List(was, _)), Some(Numbered::List(..))) => Some(*was),
            _ => None,
        };
        return Paragraph { was, ..new };
    }
    let was = list_of(&old).filter(|_| list_of(&new).is_some());
    let old: Vec<_> = old.pieces.into_iter().filter(|piece| !is_place(piece)).flat_map(split).collect();
    let come: Vec<_> = new.pieces.into_iter().flat_map(split).collect();
    // Places are those of the new draft, and are never marked: they wait for the piece that they stand before.
    let (mut places, mut pieces) = (BTreeMap::<usize, Vec<Piece>>::new(), Vec::new());
    for piece in come {
        if is_place(&piece) { places.entry(pieces.len()).or_default().push(piece) } else { pieces.push(piece) }
    }
    let (mut out, mut at) = (Vec::new(), 0);
    let hash = |piece: &Piece| {
        let mut hasher = DefaultHasher::new();
        said(piece).hash(&mut hasher);
        hasher.finish()
    };
    for step in steps(old, pieces, hash, |_, _| false) {
        if !matches!(step, Step::Old(_)) {
            out.extend(places.remove(&at).unwrap_or_default());
            at += 1;
        }
        match step {
            Step::Both(_, new) => out.push(new),
            Step::Old(piece) => out.push(Piece { mark: Mark::Deleted, ..piece }),
            Step::New(piece) => out.push(Piece { mark: Mark::Inserted, ..piece }),
        }
    }
    out.extend(places.into_values().flatten());
    Paragraph { role: new.role, numbered: new.numbered, was, pieces: joined(out), mark: Mark::Same }
}

fn list_of(paragraph: &Paragraph) -> Option<usize> {
    match paragraph.numbered {
        Some(Numbered::List(list, _)) => Some(list),
        _ => None,
    }
}

/// A text word by word, the blanks with the word before.
fn split(piece: Piece) -> Vec<Piece> {
    let What::Text(text) = &piece.what else { return vec![piece] };
    text.split_inclusive(' ').map(|word| Piece { what: What::Text(word.to_owned()), ..piece.clone() }).collect()
}

/// Texts that follow each other and look alike are one.
fn joined(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::new();
    for piece in pieces {
        match (out.last_mut(), &piece.what) {
            (Some(Piece { what: What::Text(before), look, link, mark }), What::Text(text))
                if (*look, &*link, *mark) == (piece.look, &piece.link, piece.mark) =>
            {
                before.push_str(text);
            }
            _ => out.push(piece),
        }
    }
    out
}

/// A table that is in both drafts: row by row.
fn table(old: Table, new: Table) -> Table {
    let mut rows = Vec::new();
    for step in steps(old.rows, new.rows, row_key, rows_are_alike) {
        match step {
            Step::Both(old, new) => match row(old, new) {
                Ok(row) => rows.push(row),
                Err((old, new)) => rows.extend([marked_row(old, Mark::Deleted), marked_row(new, Mark::Inserted)]),
            },
            Step::Old(row) => rows.push(marked_row(row, Mark::Deleted)),
            Step::New(row) => rows.push(marked_row(row, Mark::Inserted)),
        }
    }
    Table { rows, ..new }
}

fn row_key(row: &Row) -> u64 {
    let mut hasher = DefaultHasher::new();
    row.head.hash(&mut hasher);
    for cell in &row.cells {
        cell.len().hash(&mut hasher);
        cell.iter().for_each(|item| key(item).hash(&mut hasher));
    }
    hasher.finish()
}

/// Rows have become each other where what heads them is the same, or most of what they say.
fn rows_are_alike(old: &Row, new: &Row) -> bool {
    let text = |cell: &Vec<Item>| -> String {
        let words = cell
            .iter()
            .map(|item| if let Item::Paragraph(paragraph) = item { plain(paragraph) } else { String::new() });
        words.collect::<Vec<_>>().join(" ")
    };
    let all = |row: &Row| row.cells.iter().map(text).collect::<Vec<_>>();
    let (old_text, new_text) = (all(old), all(new));
    old.head == new.head
        && old.cells.len() == new.cells.len()
        && (old_text.first() == new_text.first() || are_near(&old_text.join(" "), &new_text.join(" ")))
}

/// A row that was changed; both rows back where a cell cannot show it, since a cell ends with a paragraph that stays.
fn row(old: Row, new: Row) -> Result<Row, (Row, Row)> {
    let ends_alike = old.cells.iter().zip(&new.cells).all(|(old, new)| match (old.last(), new.last()) {
        (Some(Item::Paragraph(old)), Some(Item::Paragraph(new))) => old.role == new.role && sort(old) == sort(new),
        _ => false,
    });
    let same_tables = |cells: &[Vec<Item>]| cells.iter().flatten().all(|item| matches!(item, Item::Paragraph(_)));
    if old.cells.len() != new.cells.len() || !ends_alike || !same_tables(&old.cells) || !same_tables(&new.cells) {
        return Err((old, new));
    }
    let cells = old.cells.into_iter().zip(new.cells).map(|(mut old, mut new)| {
        let last = old.pop().zip(new.pop()).map(|(old, new)| both(old, new));
        let mut cell = items(old, new);
        cell.extend(last);
        cell
    });
    Ok(Row { head: new.head, cells: cells.collect(), mark: Mark::Same })
}

fn marked_row(row: Row, mark: Mark) -> Row {
    let cells = row.cells.into_iter().map(|cell| cell.into_iter().map(|item| marked(item, mark)).collect());
    Row { head: row.head, cells: cells.collect(), mark }
}

/// The whole item as inserted or deleted.
fn marked(item: Item, mark: Mark) -> Item {
    match item {
        Item::Paragraph(mut paragraph) => {
            paragraph.mark = mark;
            for piece in &mut paragraph.pieces {
                piece.mark = mark;
            }
            Item::Paragraph(paragraph)
        }
        Item::Table(mut table) => {
            table.rows = table.rows.into_iter().map(|row| marked_row(row, mark)).collect();
            Item::Table(table)
        }
        Item::Section(shape, _) => Item::Section(shape, mark),
        Item::Field(instruction, _) => Item::Field(instruction, mark),
    }
}

/// Paragraphs that were deleted here and inserted there moved, where only one stands on each side.
fn moves(merged: &mut [Item]) {
    let mut places: BTreeMap<(Role, String), [Vec<usize>; 2]> = BTreeMap::new();
    for (at, item) in merged.iter().enumerate() {
        let Item::Paragraph(paragraph) = item else { continue };
        let side = match paragraph.mark {
            Mark::Deleted => 0,
            Mark::Inserted => 1,
            _ => continue,
        };
        if plain(paragraph).len() >= LETTERS {
            places.entry((paragraph.role, words(paragraph).join("\u{6}"))).or_default()[side].push(at);
        }
    }
    let mut pairs: Vec<_> = places
        .values()
        .filter_map(|sides| match (&sides[0][..], &sides[1][..]) {
            ([from], [to]) => Some((*from, *to)),
            _ => None,
        })
        .collect();
    pairs.sort_unstable();
    let mut before: Option<(usize, usize)> = None;
    let mut number = 0;
    for (from, to) in pairs {
        // What moved together is one move.
        if before != Some((from.wrapping_sub(1), to.wrapping_sub(1))) {
            number += 1;
        }
        before = Some((from, to));
        for (at, mark) in [(from, Mark::MovedFrom(number)), (to, Mark::MovedTo(number))] {
            if let Some(Item::Paragraph(paragraph)) = merged.get_mut(at) {
                paragraph.mark = mark;
                for piece in &mut paragraph.pieces {
                    piece.mark = mark;
                }
            }
        }
    }
}

/// A list that is in both drafts is one list; the others of the old draft are counted behind those of the new one.
fn lists(merged: &mut [Item]) {
    let mut became = BTreeMap::new();
    let mut highest = 0;
    each(merged, &mut |paragraph| {
        let Some(list) = list_of(paragraph) else { return };
        highest = highest.max(list);
        if let Some(was) = paragraph.was {
            became.entry(was).or_insert(list);
        }
    });
    each(merged, &mut |paragraph| {
        let gone = matches!(paragraph.mark, Mark::Deleted | Mark::MovedFrom(_));
        if let (true, Some(Numbered::List(list, _))) = (gone, &mut paragraph.numbered) {
            *list = became.get(list).copied().unwrap_or(highest + 1 + *list);
        }
    });
}

fn each(items: &mut [Item], visit: &mut dyn FnMut(&mut Paragraph)) {
    for item in items {
        match item {
            Item::Paragraph(paragraph) => visit(paragraph),
            Item::Table(table) => {
                table.rows.iter_mut().flat_map(|row| &mut row.cells).for_each(|cell| each(cell, visit));
            }
            _ => {}
        }
    }
}
