//! From pest's tokens to the nodes of the tree. Tokens come one after the other, where a rule begins and where it ends; pest's pairs would
//! count what they hold each time that one is opened.

use pest::Token;
use pest::iterators::{Pairs, Tokens};

use crate::source::{FileId, Span};

use super::parser::{Rule, span};
use super::tree::{Argument, Block, Bound, Item, Value};

/// Makes tree nodes of pest's tokens.
pub(super) struct Builder<'t> {
    file: FileId,
    /// The text of the file.
    text: &'t str,
    /// Where in it begins what was parsed.
    offset: usize,
    tokens: Tokens<'t, Rule>,
    /// Arguments and items of what is not yet read to its end, so that each list is made once and in its size.
    arguments: Vec<Argument>,
    items: Vec<Item>,
}

impl<'t> Builder<'t> {
    /// What makes nodes of the pairs that pest found in a stretch of the file's text; the stretch begins at `offset`.
    pub(super) fn new(file: FileId, text: &'t str, offset: usize, pairs: Pairs<'t, Rule>) -> Self {
        Self { file, text, offset, tokens: pairs.tokens(), arguments: Vec::new(), items: Vec::new() }
    }

    /// The first item among the tokens.
    pub(super) fn first_item(&mut self) -> Option<Item> {
        loop {
            match self.tokens.next()? {
                Token::Start { rule: Rule::item, pos } => return Some(self.item(pos.pos())),
                Token::Start { .. } | Token::End { .. } => {}
            }
        }
    }

    fn span(&self, start: usize, end: usize) -> Span {
        span(self.file, &(self.offset + start..self.offset + end))
    }

    /// The next rule that begins, with where it does so; or where the rule around ends.
    fn step(&mut self, start: usize) -> Result<(Rule, usize), usize> {
        match self.tokens.next() {
            Some(Token::Start { rule, pos }) => Ok((rule, pos.pos())),
            Some(Token::End { pos, .. }) => Err(pos.pos()),
            None => Err(start),
        }
    }

    /// Where a rule ends that holds no other.
    fn end(&mut self, start: usize) -> Span {
        let end = self.step(start).map_or_else(|end| end, |(_, at)| at);
        self.span(start, end)
    }

    /// The item that begins at `start`.
    fn item(&mut self, start: usize) -> Item {
        let from = self.arguments.len();
        let (mut keyword, mut block) = (self.span(start, start), None);
        let end = loop {
            match self.step(start) {
                Ok((Rule::keyword, at)) => keyword = self.end(at),
                Ok((Rule::block, at)) => block = Some(Box::new(self.block(at))),
                Ok((rule, at)) => self.push(rule, at),
                Err(end) => break end,
            }
        };
        let arguments = self.arguments.drain(from..).collect();
        Item { span: self.span(start, end), keyword, arguments, block, broken: false }
    }

    fn block(&mut self, start: usize) -> Block {
        let from = self.items.len();
        let end = loop {
            match self.step(start) {
                Ok((_, at)) => {
                    let item = self.item(at);
                    self.items.push(item);
                }
                Err(end) => break end,
            }
        };
        Block { span: self.span(start, end), items: self.items.drain(from..).collect(), broken: false }
    }

    fn push(&mut self, rule: Rule, start: usize) {
        if rule == Rule::comma {
            self.end(start);
            if let Some(last) = self.arguments.last_mut() {
                last.comma = true;
            }
            return;
        }
        let (span, value) = self.value(rule, start);
        self.arguments.push(Argument { span, value, comma: false });
    }

    fn value(&mut self, rule: Rule, start: usize) -> (Span, Value) {
        match rule {
            Rule::group => self.group(start),
            Rule::range => {
                let (span, [low, high]) = self.bounds(start);
                (span, Value::Range(Box::new((low, high))))
            }
            Rule::quantity => {
                let (span, [Bound { number, unit }, _]) = self.bounds(start);
                (span, Value::Quantity { number, unit })
            }
            Rule::name | Rule::word => self.name(start),
            _ => {
                let span = self.end(start);
                let value = match rule {
                    Rule::date => Value::Date,
                    Rule::operator => Value::Operator,
                    _ if self.text[span.range()].starts_with("\"\"\"") => Value::Text,
                    _ => Value::String,
                };
                (span, value)
            }
        }
    }

    /// A name: the grammar tells apart only what stands behind a colon.
    fn name(&mut self, start: usize) -> (Span, Value) {
        let (mut package, mut name) = (None, None);
        let end = loop {
            match self.step(start) {
                Ok((_, at)) => (package, name) = (Some(self.span(start, at - 1)), Some(self.end(at))),
                Err(end) => break end,
            }
        };
        let whole = self.span(start, end);
        (whole, Value::Name { package, name: name.unwrap_or(whole) })
    }

    fn group(&mut self, start: usize) -> (Span, Value) {
        let from = self.arguments.len();
        let end = loop {
            match self.step(start) {
                Ok((rule, at)) => self.push(rule, at),
                Err(end) => break end,
            }
        };
        (self.span(start, end), Value::Group(self.arguments.drain(from..).collect()))
    }

    /// The numbers of a quantity or a range, each with its unit.
    fn bounds(&mut self, start: usize) -> (Span, [Bound; 2]) {
        let mut bounds = [Bound { number: self.span(start, start), unit: None }; 2];
        let mut at = 0;
        loop {
            match self.step(start) {
                Ok((Rule::unit, start)) => bounds[at].unit = Some(self.end(start)),
                Ok((_, number)) => {
                    at = usize::from(number > start);
                    bounds[at].number = self.end(number);
                }
                Err(end) => return (self.span(start, end), bounds),
            }
        }
    }
}
