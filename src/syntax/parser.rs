//! The tree of a file, item by item: pest reads one item at a time, so that a broken one hides no other.

use std::ops::Range;

use pest::Parser;
use pest::iterators::Pair;

use crate::diagnostic::Diagnostic;
use crate::language;
use crate::source::{FileId, Span};

use super::split::{DEPTH, Fault, Piece, next_line_with, split};
use super::tree::{Argument, Block, Item, SyntaxTree, Value};

/// How often a file is cut after something that is never closed, so that a hostile file costs no more than this many walks.
const CUTS: usize = 32;

#[derive(pest_derive::Parser)]
#[grammar = "../grammar/norm.pest"]
struct ItemParser;

/// Makes the syntax tree of a file, with everything that is wrong with its form.
pub fn parse(file: FileId, text: &str) -> (SyntaxTree, Vec<Diagnostic>) {
    let start = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let mut reading = Reading { file, text, diagnostics: Vec::new(), comments: Vec::new() };
    let items = reading.file_items(start..text.len());
    let comments = reading.comments.iter().map(|range| span(file, range)).collect();
    (SyntaxTree { file, items, comments }, reading.diagnostics)
}

struct Reading<'t> {
    file: FileId,
    text: &'t str,
    diagnostics: Vec<Diagnostic>,
    comments: Vec<Range<usize>>,
}

fn span(file: FileId, range: &Range<usize>) -> Span {
    let at = |offset: usize| u32::try_from(offset).unwrap_or(u32::MAX);
    Span::new(file, at(range.start), at(range.end))
}

impl Reading<'_> {
    fn file_items(&mut self, range: Range<usize>) -> Vec<Item> {
        let mut items = Vec::new();
        let mut rest = range;
        let mut cuts = 0;
        // What swallows the rest of the file is cut where the next known keyword begins a line, and the walk starts again there.
        'walk: loop {
            let before = self.comments.len();
            for piece in split(self.text, rest.clone(), &mut self.comments) {
                let unclosed = match piece.fault {
                    Some(Fault::OpenText(at) | Fault::OpenBracket(at)) => Some(at),
                    _ => None,
                };
                let cut = unclosed
                    .and_then(|at| next_line_with(self.text, at..rest.end, |word| language::keyword(word).is_some()));
                if let Some(cut) = cut.filter(|_| cuts < CUTS) {
                    cuts += 1;
                    self.comments.truncate(before);
                    let kept = split(self.text, rest.start..cut, &mut self.comments);
                    for piece in &kept {
                        if piece.range.start >= items.last().map_or(rest.start, |item: &Item| item.span.end as usize) {
                            items.extend(self.item(piece));
                        }
                    }
                    rest = cut..rest.end;
                    continue 'walk;
                }
                items.extend(self.item(&piece));
            }
            return items;
        }
    }

    fn item(&mut self, piece: &Piece) -> Option<Item> {
        if piece.fault.is_none()
            && let Ok(mut pairs) = ItemParser::parse(Rule::top, &self.text[piece.range.clone()])
        {
            let top = pairs.next()?;
            let item = top.into_inner().find(|pair| pair.as_rule() == Rule::item)?;
            return Some(Builder { file: self.file, offset: piece.range.start }.item(item));
        }
        if let Some(Fault::TooDeep(at)) = piece.fault {
            self.report(at..at + 1, format!("more than {DEPTH} brackets are open here"), "nest less deeply");
            return None;
        }
        self.broken(piece)
    }

    /// An item that the grammar refuses: its head and each item of its block are read alone.
    fn broken(&mut self, piece: &Piece) -> Option<Item> {
        let head_end = piece.brace.unwrap_or(piece.range.end);
        let head = self.head(piece.range.start..head_end, piece.fault);
        let Some(brace) = piece.brace else {
            if head.is_some() {
                self.fault(piece);
            }
            return head;
        };
        let closed = !matches!(piece.fault, Some(Fault::OpenBracket(at)) if at == brace);
        if !closed {
            self.report(
                brace..brace + 1,
                "this brace is not closed",
                "close the block with `}` on a line of its own, before the next item begins",
            );
        }
        let inner_end = if closed { piece.range.end.saturating_sub(1).max(brace + 1) } else { piece.range.end };
        let reported = self.diagnostics.len();
        let mut dropped = Vec::new();
        let pieces = split(self.text, brace + 1..inner_end, &mut dropped);
        let items: Vec<_> = pieces.iter().filter_map(|piece| self.item(piece)).collect();
        if closed && head.is_some() && self.diagnostics.len() == reported {
            let range = piece.range.clone();
            self.report(
                range.start..head_end,
                "this item cannot be read",
                "check that every line of its block is an item of its own",
            );
        }
        let mut item = head?;
        let block = span(self.file, &(brace..piece.range.end));
        item.span = item.span.to(block);
        item.block = Some(Block { span: block, broken: items.len() < pieces.len() || !closed, items });
        Some(item)
    }

    fn head(&mut self, range: Range<usize>, fault: Option<Fault>) -> Option<Item> {
        let text = self.text[range.clone()].trim_end();
        match ItemParser::parse(Rule::head, text) {
            Ok(mut pairs) => {
                let builder = Builder { file: self.file, offset: range.start };
                let parts = pairs.next()?.into_inner().filter(|pair| pair.as_rule() != Rule::EOI);
                Some(builder.parts(parts, span(self.file, &(range.start..range.start + text.len()))))
            }
            Err(error) => {
                let at = match error.location {
                    pest::error::InputLocation::Pos(at) | pest::error::InputLocation::Span((at, _)) => at,
                };
                self.explain(range.start + at, range.start + text.len(), fault);
                None
            }
        }
    }

    fn fault(&mut self, piece: &Piece) {
        if let Some(Fault::StrayBracket(at)) = piece.fault {
            self.report(
                at..at + 1,
                "this bracket closes nothing",
                "take it away, or open its block on the line of its item",
            );
        }
    }

    /// Says what is wrong where the grammar stops making sense of an item's head.
    fn explain(&mut self, at: usize, end: usize, fault: Option<Fault>) {
        match fault {
            Some(Fault::OpenString(open)) if open < end => {
                let line = self.text[open..].find('\n').map_or(self.text.len(), |length| open + length);
                let line = open + self.text[open..line].trim_end().len();
                self.report(
                    open..line,
                    "this string is not closed on its line",
                    "close it with `\"`; a text over several lines stands between `\"\"\"` and `\"\"\"`",
                );
                return;
            }
            Some(Fault::OpenText(open)) if open < end => {
                self.report(open..open + 3, "this text is not closed", "close it with `\"\"\"` on a line of its own");
                return;
            }
            Some(Fault::StrayBracket(stray)) => {
                self.report(
                    stray..stray + 1,
                    "this bracket closes nothing",
                    "take it away, or open its block on the line of its item",
                );
                return;
            }
            Some(Fault::OpenBracket(open)) if open < end && &self.text[open..=open] == "(" => {
                self.report(open..open + 1, "this bracket is not closed", "close it with `)`");
                return;
            }
            _ => {}
        }
        let rest = &self.text[at..end.max(at)];
        let Some(first) = rest.chars().next() else {
            self.report(at.saturating_sub(1)..at, "the item ends too early", "write an argument after the comma");
            return;
        };
        let word =
            rest.find(|c: char| c.is_whitespace() || c == '{').filter(|end| *end > 0).unwrap_or(first.len_utf8());
        let found = &rest[..word];
        let (message, help) = match first {
            '"' => (
                "this string has an escape that Norm does not know".to_owned(),
                "write `\\\"`, `\\\\` or `\\n`; other backslashes are doubled",
            ),
            '\'' | '\u{2018}' | '\u{2019}' | '\u{201c}' | '\u{201d}' => {
                (format!("`{first}` does not open a string"), "write strings between straight double quotes: `\"…\"`")
            }
            '[' | ']' => (
                format!("`{first}` has no meaning here"),
                "write lists with commas, sets in round brackets, and references to things in texts only",
            ),
            ':' if self.begins_item(at) => (
                "an item begins with a keyword, not with a reference".to_owned(),
                "a line break ends an item: end the line before with a comma, or put a long condition between round brackets",
            ),
            ':' => (
                "`:` has no meaning here".to_owned(),
                "write the value after a blank, without a colon; `package:name` has no blanks around its colon",
            ),
            _ => (
                format!("`{found}` cannot be read here"),
                "write a name, a string in quotes, a number with its unit, a date, or a block in braces",
            ),
        };
        self.report(at..at + word, message, help);
    }

    /// Whether nothing but a word stands before `at` on its line.
    fn begins_item(&self, at: usize) -> bool {
        let line = self.text[..at].rfind('\n').map_or(0, |end| end + 1);
        !self.text[line..at].trim_start().contains(char::is_whitespace)
    }

    fn report(&mut self, range: Range<usize>, message: impl Into<String>, help: &str) {
        self.diagnostics.push(Diagnostic::error("syntax-error", span(self.file, &range), message).help(help));
    }
}

/// Makes tree nodes of pest's pairs; `offset` is where the parsed text begins in the file.
struct Builder {
    file: FileId,
    offset: usize,
}

impl Builder {
    fn span(&self, pair: &Pair<'_, Rule>) -> Span {
        let range = pair.as_span();
        span(self.file, &(self.offset + range.start()..self.offset + range.end()))
    }

    fn item(&self, pair: Pair<'_, Rule>) -> Item {
        let whole = self.span(&pair);
        self.parts(pair.into_inner(), whole)
    }

    fn parts<'t>(&self, pairs: impl Iterator<Item = Pair<'t, Rule>>, whole: Span) -> Item {
        let mut item = Item { span: whole, keyword: whole, arguments: Vec::new(), block: None };
        let mut end = whole;
        for pair in pairs {
            match pair.as_rule() {
                Rule::keyword => {
                    item.keyword = self.span(&pair);
                    end = item.keyword;
                }
                Rule::block => {
                    let span = self.span(&pair);
                    end = span;
                    let items = pair.into_inner().map(|inner| self.item(inner)).collect();
                    item.block = Some(Block { span, items, broken: false });
                }
                _ => {
                    if pair.as_rule() != Rule::comma {
                        end = self.span(&pair);
                    }
                    self.push(pair, &mut item.arguments);
                }
            }
        }
        item.span = item.keyword.to(end);
        item
    }

    fn push(&self, pair: Pair<'_, Rule>, arguments: &mut Vec<Argument>) {
        if pair.as_rule() == Rule::comma {
            if let Some(last) = arguments.last_mut() {
                last.comma = true;
            }
            return;
        }
        let span = self.span(&pair);
        let value = self.value(pair, span);
        arguments.push(Argument { span, value, comma: false });
    }

    fn value(&self, pair: Pair<'_, Rule>, whole: Span) -> Value {
        match pair.as_rule() {
            Rule::text => Value::Text,
            Rule::string => Value::String,
            Rule::date => Value::Date,
            Rule::operator => Value::Operator,
            Rule::group => {
                let mut members = Vec::new();
                pair.into_inner().for_each(|member| self.push(member, &mut members));
                Value::Group(members)
            }
            Rule::range => {
                let mut parts = pair.into_inner().peekable();
                let low = parts.next().map_or(whole, |part| self.span(&part));
                let low_unit = parts.next_if(|part| part.as_rule() == Rule::unit).map(|part| self.span(&part));
                let high = parts.next().map_or(whole, |part| self.span(&part));
                Value::Range { low, low_unit, high, unit: parts.next().map(|part| self.span(&part)) }
            }
            Rule::quantity => {
                let mut parts = pair.into_inner().map(|part| self.span(&part));
                Value::Quantity { number: parts.next().unwrap_or(whole), unit: parts.next() }
            }
            _ => {
                let mut parts = pair.into_inner().map(|part| self.span(&part));
                let first = parts.next().unwrap_or(whole);
                match parts.next() {
                    Some(name) => Value::Name { package: Some(first), name },
                    None => Value::Name { package: None, name: first },
                }
            }
        }
    }
}
