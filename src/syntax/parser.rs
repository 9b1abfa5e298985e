//! The tree of a file, item by item: pest reads one item at a time, so that a broken one hides no other.

use std::ops::Range;

use pest::Parser;

use crate::diagnostic::Diagnostic;
use crate::language;
use crate::source::{FileId, Span};

use super::builder::Builder;
use super::characters;
use super::explain::{Told, astray, bracket_not_closed, closes_nothing, explain, word};
use super::split::{DEPTH, Fault, Piece, next_line_with, split, texts};
use super::tree::{Block, Item, SyntaxTree};

/// How often a file is cut after something that is never closed, so that a hostile file costs no more than this many walks.
const CUTS: usize = 32;

#[derive(pest_derive::Parser)]
#[grammar = "../grammar/norm.pest"]
pub(super) struct ItemParser;

/// Makes the syntax tree of a file, with everything that is wrong with its form.
pub fn parse(file: FileId, text: &str) -> (SyntaxTree, Vec<Diagnostic>) {
    let start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let mut reading = Reading { file, text, diagnostics: characters::check(file, text), comments: Vec::new() };
    let items = reading.file_items(start..text.len());
    let comments = reading.comments.iter().map(|range| span(file, range)).collect();
    reading.diagnostics.sort_by(Diagnostic::order);
    (SyntaxTree { file, items, comments }, reading.diagnostics)
}

struct Reading<'t> {
    file: FileId,
    text: &'t str,
    diagnostics: Vec<Diagnostic>,
    comments: Vec<Range<usize>>,
}

pub(super) fn span(file: FileId, range: &Range<usize>) -> Span {
    let at = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
    Span::new(file, at(range.start), at(range.end))
}

impl Reading<'_> {
    fn file_items(&mut self, range: Range<usize>) -> Vec<Item> {
        let mut items = Vec::new();
        let mut rest = range;
        for cuts in 0.. {
            let before = self.comments.len();
            let mut pieces = split(self.text, rest.clone(), &mut self.comments);
            // What swallows the rest of the file is cut where the next known keyword begins a line; the walk starts again there.
            let last = pieces.last().filter(|_| cuts < CUTS);
            let known = |word: &str| language::keyword(word).is_some();
            let next = |range: Range<usize>| next_line_with(self.text, range, known);
            // Where the number of texts' quotes is odd, those that are missing are missing before the first item inside a text.
            let open_text = last.and_then(|last| last.open_text);
            let cut = open_text
                .and_then(|open| texts(self.text, rest.start..open).find_map(next))
                .or_else(|| next(open_text.or(last?.unclosed)?..rest.end));
            if let Some(cut) = cut {
                self.comments.truncate(before);
                pieces = split(self.text, rest.start..cut, &mut self.comments);
                rest = cut..rest.end;
            }
            self.items(&pieces, &mut items);
            if cut.is_none() {
                break;
            }
        }
        items
    }

    fn items(&mut self, pieces: &[Piece], items: &mut Vec<Item>) {
        let mut end = None;
        // Of several in a row the first is told.
        let mut after_stray = false;
        for piece in pieces {
            let start = piece.range.start;
            if piece.fault == Some(Fault::StrayBracket(start)) {
                if !after_stray {
                    self.tell(closes_nothing(start));
                }
                after_stray = true;
                end = None;
                continue;
            }
            after_stray = false;
            if self.text[start..].starts_with('{') {
                self.headless(piece, items);
            } else {
                if end.is_some_and(|end: usize| !self.text[end..start].contains(['\n', ';'])) {
                    self.tell(Told::new(
                        start..start + word(&self.text[piece.range.clone()]).len(),
                        "a second item begins on the line",
                        "begin it on a line of its own, or write `;` before it",
                    ));
                }
                items.extend(self.item(piece));
            }
            end = Some(piece.range.end);
        }
    }

    /// A block without an item before it on its line: it is taken for the block of the item before it.
    fn headless(&mut self, piece: &Piece, items: &mut [Item]) {
        let brace = piece.range.start;
        let owner = items.last_mut().filter(|item| item.block.is_none());
        let help = match &owner {
            Some(owner) => {
                let word = &self.text[owner.keyword.range()];
                format!("write the brace on the line of the `{word}` before it")
            }
            None => "write a keyword and its arguments before the brace, or take the braces away".to_owned(),
        };
        self.diagnostics.push(Told::new(brace..brace + 1, "this block belongs to no item", help).diagnostic(self.file));
        let block = self.block(piece, brace);
        if let Some(owner) = owner {
            owner.block = Some(Box::new(block));
        }
    }

    fn item(&mut self, piece: &Piece) -> Option<Item> {
        if piece.fault.is_none()
            && let Ok(pairs) = ItemParser::parse(Rule::top, &self.text[piece.range.clone()])
        {
            return Builder::new(self.file, self.text, piece.range.start, pairs).first_item();
        }
        if let Some(Fault::TooDeep(at)) = piece.fault {
            self.tell(Told::new(
                at..at + 1,
                format!("more than {DEPTH} braces and brackets are open here"),
                "close some before, or part the item",
            ));
            return None;
        }
        self.broken(piece)
    }

    /// An item that the grammar refuses: its head and each item of its block are read alone.
    fn broken(&mut self, piece: &Piece) -> Option<Item> {
        let head_end = piece.brace.unwrap_or(piece.range.end);
        let reported = self.diagnostics.len();
        let head = self.head(piece.range.start..head_end, piece.fault);
        let block = piece.brace.map(|brace| self.block(piece, brace));
        let sound = |item: &Item| !item.broken;
        let inner = block.iter().flat_map(|block| &block.items).all(sound);
        if head.as_ref().is_some_and(sound) && inner && self.diagnostics.len() == reported {
            let help = "check that every line of its block is an item of its own";
            self.tell(Told::new(piece.range.start..head_end, "this item cannot be read", help));
        }
        let mut item = head?;
        if let Some(block) = &block {
            item.span = item.span.to(block.span);
        }
        item.block = block.map(Box::new);
        Some(item)
    }

    fn block(&mut self, piece: &Piece, brace: usize) -> Block {
        let closed = piece.unclosed != Some(brace);
        if piece.fault == Some(Fault::OpenBracket(brace)) {
            let mut told = bracket_not_closed(self.text, brace).diagnostic(self.file);
            if let Some(astray) = astray(self.text, brace..piece.range.end) {
                let here = span(self.file, &(astray..astray + 1));
                told = told.label(here, "or this one, whose closing brace stands further left");
            }
            self.diagnostics.push(told);
        }
        let inner_end = if closed { piece.range.end.saturating_sub(1).max(brace + 1) } else { piece.range.end };
        let pieces = split(self.text, brace + 1..inner_end, &mut Vec::new());
        let mut items = Vec::new();
        self.items(&pieces, &mut items);
        let broken = items.len() < pieces.len() || !closed;
        Block { span: span(self.file, &(brace..piece.range.end)), items, broken }
    }

    /// What stands before an item's block. Of a broken one, what can be read is kept.
    fn head(&mut self, range: Range<usize>, fault: Option<Fault>) -> Option<Item> {
        let text = self.text[range.clone()].trim_end();
        let at = match self.read_head(range.start, text) {
            Ok(item) => return item,
            Err(at) => at,
        };
        let told = explain(self.text, range.start..range.start + text.len(), range.start + at, fault);
        self.diagnostics.extend(told.map(|told| told.diagnostic(self.file)));
        let whole = text[..at].trim_end_matches(|c: char| c.is_whitespace() || c == ',');
        let shorter = whole.rfind(char::is_whitespace).map_or("", |end| whole[..end].trim_end());
        let keyword = whole.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').map_or(whole, |end| &whole[..end]);
        let kept = [whole, shorter, keyword].into_iter().find_map(|kept| self.read_head(range.start, kept).ok());
        let mut item = kept.flatten()?;
        item.broken = true;
        Some(item)
    }

    /// The item of a head, or where the head stops making sense.
    fn read_head(&self, start: usize, text: &str) -> Result<Option<Item>, usize> {
        let pairs = ItemParser::parse(Rule::top, text).map_err(|error| match error.location {
            pest::error::InputLocation::Pos(at) | pest::error::InputLocation::Span((at, _)) => at,
        })?;
        Ok(Builder::new(self.file, self.text, start, pairs).first_item())
    }

    fn tell(&mut self, told: Told) {
        self.diagnostics.push(told.diagnostic(self.file));
    }
}
