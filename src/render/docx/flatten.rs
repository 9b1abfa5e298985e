//! From a document to paragraphs, tables and sections in the order of reading.

use crate::document::{Clause, ClauseKind, Document, Mark};

use super::flat::{Item, Numbered, Paragraph, Piece, Shape, What};
use super::role::{self, Role};
use super::rules::{Numbering, PageNumbers, Rules};
use super::sequence::Sequences;
use super::targets::Targets;

/// What a draft is flattened with.
pub(super) struct Flatten<'d> {
    pub(super) rules: &'d Rules,
    pub(super) targets: Targets,
    pub(super) items: Vec<Item>,
    /// How many ordered lists there were.
    pub(super) lists: usize,
    pub(super) sequences: Sequences,
    document: &'d Document,
}

/// A draft, flat.
pub(super) fn flatten(document: &Document, rules: &Rules) -> Vec<Item> {
    let mut flatten = Flatten {
        rules,
        targets: Targets::of(document),
        items: Vec::new(),
        lists: 0,
        sequences: Sequences::default(),
        document,
    };
    flatten.front();
    for (at, clause) in document.clauses.iter().enumerate() {
        if at == document.contents_before {
            flatten.contents();
        }
        flatten.clause(clause);
    }
    flatten.end();
    flatten.items
}

impl Flatten<'_> {
    pub(super) fn push(&mut self, role: Role, pieces: Vec<Piece>) {
        self.items.push(Item::Paragraph(Paragraph::new(role, pieces)));
    }

    /// Whatever goes or comes at the end, one paragraph stays: that of a text cannot be taken away.
    fn end(&mut self) {
        let ends = match self.items.last() {
            Some(Item::Paragraph(paragraph)) => paragraph.role == Role::Space && paragraph.pieces.is_empty(),
            last => matches!(last, Some(Item::Section(..))),
        };
        if !ends {
            self.push(Role::Space, Vec::new());
        }
    }

    /// Cover and page 2.
    fn front(&mut self) {
        let cover = &self.document.cover;
        self.push(Role::CoverIdentifier, vec![Piece::text(&cover.identifier)]);
        self.push(Role::CoverType, vec![Piece::text(&cover.type_line)]);
        if let Some((last, elements)) = cover.title.split_last() {
            for element in elements {
                self.push(Role::CoverTitle, vec![Piece::text(&format!("{element}{}", self.rules.title_separator))]);
            }
            self.push(Role::CoverMainTitle, vec![Piece::text(last)]);
        }
        let metadata = &self.document.metadata;
        self.push(Role::CoverDate, vec![Piece::text(&metadata.publisher), Piece::tab(), Piece::text(&metadata.date)]);
        self.items.push(Item::Section(Shape::Cover, super::flat::Mark::Same));
        for block in &cover.page_two {
            self.push(Role::PageTwoHeading, vec![Piece::text(&block.heading)]);
            let role = if block.placeholder { Role::PageTwoPlaceholder } else { Role::PageTwo };
            for paragraph in &block.paragraphs {
                self.push(role, vec![Piece::text(paragraph)]);
            }
        }
    }

    /// The list of contents: a field with its result.
    fn contents(&mut self) {
        let rules = &self.rules.contents;
        self.page_break();
        self.push(Role::ContentsTitle, vec![Piece::text(&rules.title)]);
        let instruction = listing_instruction(&rules.instruction, rules.page_numbers);
        self.items.push(Item::Field(Some(instruction), super::flat::Mark::Same));
        let clauses = &self.document.clauses;
        clauses.iter().for_each(|clause| self.contents_entry(clause));
        self.items.push(Item::Field(None, super::flat::Mark::Same));
        self.push(Role::Space, Vec::new());
    }

    fn contents_entry(&mut self, clause: &Clause) {
        if is_gone(clause) {
            return;
        }
        if clause.in_contents && clause.level <= self.rules.contents.depth {
            let mut pieces = Vec::new();
            let role = if is_annex(clause) {
                pieces.push(Piece::text(&annex_lines(&self.rules.annex, clause).join(" ")));
                Role::ContentsAnnex
            } else {
                if !clause.number.is_empty() {
                    pieces.extend([Piece::text(&clause.number), Piece::tab()]);
                }
                pieces.push(Piece::text(&clause.title));
                role::contents(clause.level)
            };
            let pieces = self.with_page(&clause.id, pieces);
            self.push(role, pieces);
        }
        clause.clauses.iter().for_each(|inner| self.contents_entry(inner));
    }

    /// The pieces as a link to a place, with the number of its page.
    pub(super) fn with_page(&self, id: &str, mut pieces: Vec<Piece>) -> Vec<Piece> {
        let Some(target) = self.targets.get(id) else { return pieces };
        if self.rules.contents.page_numbers == PageNumbers::OnOpening {
            let instruction = format!("PAGEREF {} \\h", target.bookmark);
            pieces.extend([Piece::tab(), Piece::new(What::Field { instruction, result: String::new() })]);
        }
        for piece in &mut pieces {
            piece.link = Some(super::flat::Link::Inside(target.bookmark.clone()));
        }
        pieces
    }

    fn clause(&mut self, clause: &Clause) {
        if is_gone(clause) {
            return;
        }
        if clause.page_break {
            self.page_break();
        }
        let heading = self.heading(clause);
        self.items.push(Item::Paragraph(heading));
        self.blocks(&clause.blocks);
        clause.clauses.iter().for_each(|inner| self.clause(inner));
    }

    fn heading(&mut self, clause: &Clause) -> Paragraph {
        let bookmark = self.targets.get(&clause.id).map_or_else(String::new, |target| target.bookmark.clone());
        if is_annex(clause) {
            let lines = self.rules.annex.iter().map(|line| annex_line(line, clause, &bookmark));
            let pieces = lines.collect::<Vec<_>>().join(&Piece::new(What::Break));
            return Paragraph { numbered: Some(Numbered::Typed), ..Paragraph::new(Role::Annex, pieces) };
        }
        let in_annex = clause.number.starts_with(|c: char| c.is_alphabetic());
        let role = match clause.kind {
            ClauseKind::Unnumbered if clause.level == 1 => Role::Unnumbered,
            _ if in_annex => role::annex_heading(clause.level),
            _ => role::heading(clause.level),
        };
        if clause.number.is_empty() {
            let pieces = Piece::place(&bookmark, vec![Piece::text(&clause.title)]);
            return Paragraph { numbered: Some(Numbered::Typed), ..Paragraph::new(role, pieces) };
        }
        // The word processor counts what it would count the same.
        if self.rules.numbering == Numbering::Word && self.sequences.counts(&clause.number) {
            let pieces = Piece::place(&bookmark, vec![Piece::text(&clause.title)]);
            let letter = clause.number.split('.').next().filter(|_| in_annex).unwrap_or_default();
            let numbered = Some(Numbered::Heading(letter.to_owned(), clause.level - 1));
            return Paragraph { numbered, ..Paragraph::new(role, pieces) };
        }
        let mut pieces = Piece::place(&bookmark, vec![Piece::text(&clause.number)]);
        pieces.extend([Piece::tab(), Piece::text(&clause.title)]);
        Paragraph { numbered: Some(Numbered::Typed), ..Paragraph::new(role, pieces) }
    }

    /// A page break, where no page begins already; what is empty before it holds it, so that it does not begin a page of its own.
    fn page_break(&mut self) {
        match self.items.last_mut() {
            Some(Item::Section(..)) => {}
            Some(Item::Paragraph(last)) if last.role == Role::Space && last.pieces.is_empty() => {
                last.pieces.push(Piece::new(What::PageBreak));
            }
            _ => self.push(Role::Space, vec![Piece::new(What::PageBreak)]),
        }
    }
}

/// The instruction of a list of contents.
pub(super) fn listing_instruction(instruction: &str, page_numbers: PageNumbers) -> String {
    match page_numbers {
        PageNumbers::OnOpening => instruction.to_owned(),
        PageNumbers::None => format!("{instruction} \\n"),
    }
}

/// Whether the clause stands in the draft before only.
fn is_gone(clause: &Clause) -> bool {
    clause.mark == Some(Mark::Deleted)
}

fn is_annex(clause: &Clause) -> bool {
    matches!(clause.kind, ClauseKind::NormativeAnnex | ClauseKind::InformativeAnnex)
}

fn annex_lines(lines: &[String], clause: &Clause) -> Vec<String> {
    lines.iter().map(|line| said(line, clause).replace("{n}", &clause.number)).collect()
}

fn said(line: &str, clause: &Clause) -> String {
    let status = if clause.kind == ClauseKind::NormativeAnnex { "normative" } else { "informative" };
    line.replace("{status}", status).replace("{title}", &clause.title)
}

/// A line that heads an annex; its letter is the place that cross-references lead to.
fn annex_line(line: &str, clause: &Clause, bookmark: &str) -> Vec<Piece> {
    let Some((before, after)) = line.split_once("{n}") else { return vec![Piece::text(&said(line, clause))] };
    let mut pieces = vec![Piece::text(&said(before, clause))];
    pieces.extend(Piece::place(bookmark, vec![Piece::text(&clause.number)]));
    pieces.push(Piece::text(&said(after, clause)));
    pieces.retain(|piece| piece.what != What::Text(String::new()));
    pieces
}
