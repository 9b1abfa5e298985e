//! From pest's pairs to the nodes of the tree.

use pest::iterators::Pair;

use crate::source::{FileId, Span};

use super::parser::{Rule, span};
use super::tree::{Argument, Block, Bound, Item, Value};

/// Makes tree nodes of pest's pairs; `offset` is where the parsed text begins in the file.
pub(super) struct Builder {
    pub(super) file: FileId,
    pub(super) offset: usize,
}

impl Builder {
    fn span(&self, pair: &Pair<'_, Rule>) -> Span {
        let range = pair.as_span();
        span(self.file, &(self.offset + range.start()..self.offset + range.end()))
    }

    /// The item of a pair `item`: its line, and its block where it has one.
    pub(super) fn item(&self, pair: Pair<'_, Rule>) -> Item {
        let span = self.span(&pair);
        let mut parts = pair.into_inner();
        let mut item = parts.next().map_or_else(|| bare(span), |line| self.line(line));
        item.span = span;
        item.block = parts.next().map(|block| {
            let span = self.span(&block);
            let inner = block.into_inner();
            let mut items = Vec::with_capacity(inner.len());
            items.extend(inner.map(|inner| self.item(inner)));
            Box::new(Block { span, items, broken: false })
        });
        item
    }

    /// The item of a pair `line`: a keyword and its arguments.
    pub(super) fn line(&self, pair: Pair<'_, Rule>) -> Item {
        let mut item = bare(self.span(&pair));
        let mut parts = pair.into_inner();
        if let Some(keyword) = parts.next() {
            item.keyword = self.span(&keyword);
        }
        item.arguments.reserve_exact(parts.len());
        parts.for_each(|part| self.push(part, &mut item.arguments));
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
                let mut bound = || Bound {
                    number: parts.next().map_or(whole, |part| self.span(&part)),
                    unit: parts.next_if(|part| part.as_rule() == Rule::unit).map(|part| self.span(&part)),
                };
                Value::Range(Box::new((bound(), bound())))
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

fn bare(span: Span) -> Item {
    Item { span, keyword: span, arguments: Vec::new(), block: None, broken: false }
}
