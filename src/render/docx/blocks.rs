//! Blocks as paragraphs and tables.

use crate::document::{Block, Definition, Field, Figure, Inline, Listed, ListingEntry, Mark, Table as DocumentTable};

use super::flat::{self, Item, Numbered, Paragraph, Picture, Piece, Row, Shape, Table, What};
use super::flatten::{Flatten, listing_instruction};
use super::role::{self, Role};
use super::text::one_line;

/// Where blocks stand, which decides on the styles of their paragraphs.
#[derive(Clone, Copy)]
struct Place {
    paragraph: Role,
    /// How deep in lists.
    depth: usize,
    in_cell: bool,
}

const BODY: Place = Place { paragraph: Role::Paragraph, depth: 0, in_cell: false };
const CELL: Place = Place { paragraph: Role::TableCell, depth: 0, in_cell: true };

impl Flatten<'_> {
    /// Blocks of a clause.
    pub(super) fn blocks(&mut self, blocks: &[Block]) {
        self.blocks_in(blocks, BODY);
    }

    fn blocks_in(&mut self, blocks: &[Block], place: Place) {
        blocks.iter().for_each(|block| self.block(block, place));
    }

    fn block(&mut self, block: &Block, place: Place) {
        match block {
            Block::Paragraph { text } => {
                let pieces = self.text(text);
                self.push(place.paragraph, pieces);
            }
            Block::Label { text } => {
                let pieces = if place.in_cell { self.strong(text) } else { self.text(text) };
                self.push(if place.in_cell { place.paragraph } else { Role::Label }, pieces);
            }
            Block::List { start, items } => self.list(*start, items, place),
            Block::Note { label, blocks } => self.labelled(label, blocks, [Role::Note, Role::NoteMore], place),
            Block::Example { label, blocks } => self.labelled(label, blocks, [Role::Example, Role::ExampleMore], place),
            Block::Warning { label, blocks } => self.labelled(label, blocks, [Role::Warning, Role::WarningMore], place),
            Block::EditorsNote { label, blocks } => {
                self.push(Role::EditorsNoteLabel, vec![Piece::text(label)]);
                self.blocks_in(blocks, Place { paragraph: Role::EditorsNote, ..place });
            }
            Block::Table(table) => self.table(table),
            Block::Figure(figure) => self.figure(figure),
            Block::Formula { id, label, math, source } => self.formula(id, label, math, source),
            Block::Listing { of, entries } => self.listing(*of, entries),
            Block::Marked { mark: Mark::Deleted, .. } => {}
            Block::Marked { blocks, .. } => self.blocks_in(blocks, place),
            Block::Code { text, .. } => {
                let role = if place.in_cell { Role::TableCode } else { Role::Code };
                text.trim_end_matches('\n').split('\n').for_each(|line| self.push(role, code_line(line)));
            }
            Block::Term { .. } => self.term(block),
            Block::Definitions { entries } => self.definitions(entries),
            Block::Reference { id, label, text, .. } => self.entry(id, label, text),
            Block::Requirement { .. } => self.requirement(block),
            Block::Assessment { id, number, title, fields, .. } => self.assessment(id, number, title, fields),
        }
    }

    /// The first paragraph stands behind the label, the others below it.
    fn labelled(&mut self, label: &str, blocks: &[Block], roles: [Role; 2], place: Place) {
        let [mut first, mut more] = roles;
        if place.in_cell {
            (first, more) = (Role::TableNote, Role::TableNote);
        }
        let from = self.items.len();
        self.blocks_in(blocks, Place { paragraph: more, ..place });
        if label.is_empty() {
            return;
        }
        let (like, head) = (self.rules.alike(first, more), vec![Piece::text(label), Piece::tab()]);
        let (label, rest) = match self.items.get_mut(from..).and_then(|items| items.split_first_mut()) {
            Some((Item::Paragraph(paragraph), rest)) if paragraph.role == more => {
                paragraph.role = first;
                paragraph.pieces.splice(0..0, head);
                (None, rest)
            }
            _ => (Some(Item::Paragraph(Paragraph::new(first, head))), &mut [][..]),
        };
        // Where both have one style, with a hanging indent, a tab brings what follows below the text.
        for item in rest.iter_mut().filter(|_| like) {
            match item {
                Item::Paragraph(paragraph) if paragraph.role == more => paragraph.pieces.insert(0, Piece::tab()),
                _ => {}
            }
        }
        if let Some(label) = label {
            self.items.insert(from, label);
        }
    }

    fn list(&mut self, start: Option<u64>, items: &[Vec<Block>], place: Place) {
        let depth = place.depth + 1;
        let (role, more) = match (place.in_cell, start.is_some()) {
            (true, true) => (Role::TableNumber, Role::TableCell),
            (true, false) => (Role::TableBullet, Role::TableCell),
            (false, ordered) => (role::item(ordered, depth), role::more(depth)),
        };
        let numbered = start.map(|start| {
            self.lists += 1;
            Numbered::List(self.lists, start)
        });
        for blocks in items {
            let from = self.items.len();
            self.blocks_in(blocks, Place { paragraph: more, depth, ..place });
            let first = match self.items.get_mut(from) {
                Some(Item::Paragraph(paragraph)) if paragraph.role == more => paragraph,
                _ => {
                    self.items.insert(from, Item::Paragraph(Paragraph::new(role, Vec::new())));
                    let Some(Item::Paragraph(paragraph)) = self.items.get_mut(from) else { continue };
                    paragraph
                }
            };
            (first.role, first.numbered) = (role, numbered.clone());
        }
    }

    fn figure(&mut self, figure: &Figure) {
        let picture = Picture {
            id: figure.id.clone(),
            format: figure.format.clone(),
            alt: one_line(&figure.alt),
            bytes: figure.bytes.clone(),
        };
        self.push(Role::Figure, vec![Piece::new(What::Picture(picture))]);
        self.caption(Role::FigureTitle, &figure.id, &figure.label, &figure.caption);
    }

    /// A caption whose number is counted by a field.
    fn caption(&mut self, role: Role, id: &str, label: &str, caption: &str) {
        let bookmark = self.targets.get(id).map(|target| target.bookmark.clone()).unwrap_or_default();
        let pieces = match caption.split_once(label) {
            Some((before, after)) if !label.is_empty() => {
                let mut pieces = vec![Piece::text(before)];
                pieces.extend(self.sequences.label(label, &bookmark));
                pieces.push(Piece::text(after));
                pieces
            }
            _ => Piece::place(&bookmark, vec![Piece::text(caption)]),
        };
        let pieces = pieces.into_iter().filter(|piece| !is_nameless(piece)).collect();
        self.push(role, pieces);
    }

    fn formula(&mut self, id: &str, label: &str, math: &crate::formula::Math, source: &str) {
        let mut pieces = vec![Piece::tab(), Piece::new(What::Formula(math.clone(), source.to_owned()))];
        if !label.is_empty() {
            pieces.push(Piece::tab());
            let number = self.sequences.number("Formula", label);
            match self.targets.get(id) {
                Some(target) => pieces.extend(Piece::place(&target.bookmark, number)),
                None => pieces.extend(number),
            }
        }
        self.push(Role::Formula, pieces);
    }

    fn listing(&mut self, of: Listed, entries: &[ListingEntry]) {
        let rules = &self.rules.contents;
        let instruction = match of {
            Listed::Tables => Some(&rules.tables),
            Listed::Figures => Some(&rules.figures),
            // No style tells requirements from assessments, so their list has fields for its pages only.
            Listed::Requirements => None,
        };
        let field = instruction.map(|instruction| listing_instruction(instruction, rules.page_numbers));
        let is_field = field.is_some();
        if is_field {
            self.items.push(Item::Field(field, flat::Mark::Same));
        }
        for entry in entries {
            let mut pieces = vec![Piece::text(&entry.label)];
            if !entry.title.is_empty() {
                pieces.push(Piece::text(&if is_field {
                    format!(": {}", entry.title)
                } else {
                    format!(" {}", entry.title)
                }));
            }
            let pieces = self.with_page(&entry.target, pieces);
            self.push(Role::ListingEntry, pieces);
        }
        if is_field {
            self.items.push(Item::Field(None, flat::Mark::Same));
            self.push(Role::Space, Vec::new());
        }
    }

    fn term(&mut self, block: &Block) {
        let Block::Term { id, number, term, admitted, deprecated, definition, notes } = block else { return };
        let bookmark = self.targets.get(id).map(|target| target.bookmark.clone()).unwrap_or_default();
        if number.is_empty() {
            let mut pieces = Piece::place(&bookmark, vec![Piece::looking(term, Role::Strong)]);
            pieces.extend([Piece::looking(":", Role::Strong), Piece::text(" ")]);
            pieces.extend(self.text(definition));
            self.push(Role::TermInline, pieces);
        } else {
            self.push(Role::TermNumber, Piece::place(&bookmark, vec![Piece::text(number)]));
            self.push(Role::Term, vec![Piece::text(term)]);
        }
        for (label, words) in [(&self.rules.admitted, admitted), (&self.rules.deprecated, deprecated)] {
            if !words.is_empty() {
                let pieces = vec![Piece::text(&format!("{label} {}", words.join(", ")))];
                self.items.push(Item::Paragraph(Paragraph::new(Role::TermOther, pieces)));
            }
        }
        if !number.is_empty() {
            let pieces = self.text(definition);
            self.push(Role::Definition, pieces);
        }
        self.blocks(notes);
    }

    fn definitions(&mut self, entries: &[Definition]) {
        for (at, entry) in entries.iter().enumerate() {
            let bookmark = self.targets.get(&entry.id).map(|target| target.bookmark.clone()).unwrap_or_default();
            let mut pieces = Piece::place(&bookmark, vec![Piece::text(&entry.term)]);
            pieces.push(Piece::tab());
            pieces.extend(self.text(&entry.text));
            let last = at + 1 == entries.len();
            self.push(if last { Role::AbbreviationLast } else { Role::Abbreviation }, pieces);
        }
    }

    /// An entry of a list of references.
    fn entry(&mut self, id: &str, label: &str, text: &[Inline]) {
        let bookmark = self.targets.get(id).map(|target| target.bookmark.clone()).unwrap_or_default();
        if label.is_empty() {
            let mut pieces = Piece::place(&bookmark, Vec::new());
            pieces.extend(self.text(text));
            self.push(Role::UnlabelledReference, pieces);
        } else {
            let mut pieces = Piece::place(&bookmark, vec![Piece::text(label)]);
            pieces.push(Piece::tab());
            pieces.extend(self.text(text));
            self.push(Role::Reference, pieces);
        }
    }

    fn requirement(&mut self, block: &Block) {
        let Block::Requirement { id, number, title, applicability, blocks, relations, .. } = block else { return };
        self.numbered_title(Role::RequirementTitle, id, number, title);
        if !applicability.is_empty() {
            let emphasis = Inline::Emphasis { content: applicability.clone() };
            let pieces = self.text(&[emphasis]);
            self.push(Role::Applicability, pieces);
        }
        self.blocks(blocks);
        for field in relations {
            self.field(field);
        }
    }

    fn numbered_title(&mut self, role: Role, id: &str, number: &str, title: &str) {
        let bookmark = self.targets.get(id).map(|target| target.bookmark.clone()).unwrap_or_default();
        let mut pieces = Piece::place(&bookmark, vec![Piece::text(number)]);
        pieces.extend([Piece::tab(), Piece::text(title)]);
        self.push(role, pieces);
    }

    /// What a requirement refines, covers and serves.
    fn field(&mut self, field: &Field) {
        let from = self.items.len();
        self.blocks_in(&field.blocks, Place { paragraph: Role::Relation, ..BODY });
        let head = vec![Piece::looking(&format!("{}:", field.label), Role::Strong), Piece::text(" ")];
        match self.items.get_mut(from) {
            Some(Item::Paragraph(paragraph)) if paragraph.role == Role::Relation => {
                paragraph.pieces.splice(0..0, head);
            }
            _ => self.items.insert(from, Item::Paragraph(Paragraph::new(Role::Relation, head))),
        }
    }

    /// The six fields, one a row.
    fn assessment(&mut self, id: &str, number: &str, title: &str, fields: &[Field]) {
        self.numbered_title(Role::AssessmentTitle, id, number, title);
        let rows = fields.iter().map(|field| {
            let label = Paragraph::new(Role::TableCell, vec![Piece::looking(&field.label, Role::Strong)]);
            let text = self.cell(|flatten| flatten.blocks_in(&field.blocks, CELL));
            Row { head: false, cells: vec![vec![Item::Paragraph(label)], text], mark: flat::Mark::Same }
        });
        let rows = rows.collect();
        let width = self.rules.pages.text_width(Shape::Upright);
        let label = width / 6;
        self.items.push(Item::Table(Table {
            key: id.to_owned(),
            role: Role::AssessmentTable,
            alt: format!("{number} {title}"),
            widths: vec![label, width - label],
            row_headers: true,
            rows,
        }));
        self.push(Role::Space, Vec::new());
    }

    fn table(&mut self, table: &DocumentTable) {
        if table.wide {
            self.items.push(Item::Section(Shape::Upright, flat::Mark::Same));
        }
        if !table.caption.is_empty() {
            self.caption(Role::TableTitle, &table.id, &table.label, &table.caption);
        }
        let shape = if table.wide { Shape::Wide } else { Shape::Upright };
        let widths = widths(&table.widths, self.rules.pages.text_width(shape));
        let key = if table.id.is_empty() { words(&table.head) } else { table.id.clone() };
        let mut rows = vec![self.row(&table.head, true)];
        let kept = table.rows.iter().filter(|row| row.mark != Some(Mark::Deleted));
        rows.extend(kept.map(|row| self.row(&row.cells, false)).collect::<Vec<_>>());
        if !table.notes.is_empty() {
            let notes =
                self.cell(|flatten| flatten.blocks_in(&table.notes, Place { paragraph: Role::TableNote, ..CELL }));
            rows.push(Row { head: false, cells: vec![notes], mark: flat::Mark::Same });
        }
        let row_headers = table.row_headers;
        let alt = table.caption.clone();
        self.items.push(Item::Table(Table { key, role: Role::Table, alt, widths, row_headers, rows }));
        if table.wide {
            self.items.push(Item::Section(Shape::Wide, flat::Mark::Same));
        } else {
            self.push(Role::Space, Vec::new());
        }
    }

    fn row(&mut self, cells: &[Vec<Inline>], head: bool) -> Row {
        let role = if head { Role::TableHead } else { Role::TableCell };
        let cell = |cell: &Vec<Inline>| {
            let pieces = self.text(cell);
            vec![Item::Paragraph(Paragraph::new(role, pieces))]
        };
        Row { head, cells: cells.iter().map(cell).collect(), mark: flat::Mark::Same }
    }

    /// What `fill` makes, as the content of a cell, which ends with a paragraph.
    fn cell(&mut self, fill: impl FnOnce(&mut Self)) -> Vec<Item> {
        let outside = std::mem::take(&mut self.items);
        fill(self);
        if !matches!(self.items.last(), Some(Item::Paragraph(_))) {
            self.push(Role::TableCell, Vec::new());
        }
        std::mem::replace(&mut self.items, outside)
    }
}

/// Widths in twentieths of a point from relative ones; together they are the whole.
fn widths(relative: &[u8], whole: u32) -> Vec<u32> {
    let all = relative.iter().map(|width| u32::from(*width)).sum::<u32>().max(1);
    let mut widths: Vec<_> = relative.iter().map(|width| u32::from(*width) * whole / all).collect();
    let rest = whole - widths.iter().sum::<u32>().min(whole);
    if let Some(last) = widths.last_mut() {
        *last += rest;
    }
    widths
}

fn words(cells: &[Vec<Inline>]) -> String {
    cells.iter().flatten().map(Inline::words).collect::<Vec<_>>().join("\u{1}")
}

fn is_nameless(piece: &Piece) -> bool {
    match &piece.what {
        What::Text(text) | What::Start(text) | What::End(text) => text.is_empty(),
        _ => false,
    }
}

/// A line of code with its tabs.
fn code_line(line: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for (at, part) in line.trim_end_matches('\r').split('\t').enumerate() {
        if at > 0 {
            pieces.push(Piece::tab());
        }
        if !part.is_empty() {
            pieces.push(Piece::text(part));
        }
    }
    pieces
}
