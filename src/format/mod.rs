//! Format: a syntax tree and its source make the canonical text. Changes blanks, line breaks and nothing that has a meaning.

use crate::source::Span;
use crate::syntax::{Argument, Block, Item, SyntaxTree, Text, Value};

/// Blanks for each depth.
const INDENT: usize = 2;
/// How long a block on one line may be.
const ONE_LINE: usize = 100;
/// Where a list is broken after a comma.
const WIDTH: usize = 120;

/// The canonical text of a source that parses without errors.
pub fn format(source: &str, tree: &SyntaxTree) -> String {
    let mut printer =
        Printer { source, comments: &tree.comments, next_comment: 0, out: String::with_capacity(source.len()) };
    printer.items(&tree.items, source.len(), 0);
    printer.out
}

struct Printer<'s> {
    source: &'s str,
    comments: &'s [Span],
    next_comment: usize,
    out: String,
}

impl Printer<'_> {
    fn slice(&self, span: Span) -> &str {
        &self.source[span.range()]
    }

    /// Items one a line, with the comments up to `end`.
    fn items(&mut self, items: &[Item], end: usize, depth: usize) {
        let mut first = true;
        for item in items {
            self.comments_before(item.span.start as usize, depth, &mut first);
            self.begin_line(item.span.start as usize, depth, &mut first);
            self.item(item, depth);
            self.trailing_comment(item.span.end as usize);
            self.out.push('\n');
        }
        self.comments_before(end, depth, &mut first);
    }

    /// A blank line where the source has one, then the indent.
    fn begin_line(&mut self, at: usize, depth: usize, first: &mut bool) {
        if !*first && self.blank_line_before(at) {
            self.out.push('\n');
        }
        *first = false;
        self.indent(depth);
    }

    fn indent(&mut self, depth: usize) {
        self.out.extend(std::iter::repeat_n(' ', depth * INDENT));
    }

    fn blank_line_before(&self, at: usize) -> bool {
        let before = &self.source[..at];
        let gap = before.len() - before.trim_end_matches([' ', '\t', '\r', '\n', ';']).len();
        before[before.len() - gap..].bytes().filter(|byte| *byte == b'\n').count() > 1
    }

    fn comments_before(&mut self, end: usize, depth: usize, first: &mut bool) {
        while let Some(comment) =
            self.comments.get(self.next_comment).copied().filter(|comment| (comment.start as usize) < end)
        {
            self.next_comment += 1;
            self.begin_line(comment.start as usize, depth, first);
            self.comment(comment);
            self.out.push('\n');
        }
    }

    fn comment(&mut self, comment: Span) {
        let text = self.source[comment.range()].trim_end().to_owned();
        self.out.push_str(&text);
    }

    fn trailing_comment(&mut self, after: usize) {
        let Some(comment) = self.comments.get(self.next_comment).copied() else { return };
        let between = self.source.get(after..comment.start as usize);
        if between.is_some_and(|between| between.chars().all(|c| c == ' ' || c == '\t' || c == ';')) {
            self.next_comment += 1;
            self.out.push_str("  ");
            self.comment(comment);
        }
    }

    fn item(&mut self, item: &Item, depth: usize) {
        let keyword = self.slice(item.keyword).to_owned();
        self.out.push_str(&keyword);
        self.arguments(&item.arguments, depth);
        if let Some(block) = &item.block {
            self.out.push(' ');
            self.block(block, depth);
        }
    }

    fn arguments(&mut self, arguments: &[Argument], depth: usize) {
        let mut comma = false;
        for argument in arguments {
            let text = self.argument(argument, depth);
            let head = text.find('\n').unwrap_or(text.len());
            let column = self.out.len() - self.out.rfind('\n').map_or(0, |at| at + 1);
            if comma && column + 1 + text[..head].chars().count() > WIDTH {
                self.out.push('\n');
                self.indent(depth + 2);
            } else {
                self.out.push(' ');
            }
            self.out.push_str(&text);
            comma = argument.comma;
            if comma {
                self.out.push(',');
            }
        }
    }

    fn argument(&self, argument: &Argument, depth: usize) -> String {
        let slice = |span: Span| self.slice(span);
        let unit = |unit: Option<Span>| unit.map_or_else(String::new, |unit| format!(" {}", slice(unit)));
        match &argument.value {
            Value::Text => self.text(argument.span, depth),
            Value::Quantity { number, unit: with } => format!("{}{}", slice(*number), unit(*with)),
            Value::Range { low, low_unit, high, unit: with } => {
                format!("{}{}..{}{}", slice(*low), unit(*low_unit), slice(*high), unit(*with))
            }
            Value::Group(members) => self.group(members, depth),
            Value::Name { .. } | Value::String | Value::Date | Value::Operator => slice(argument.span).to_owned(),
        }
    }

    fn group(&self, members: &[Argument], depth: usize) -> String {
        let mut text = "(".to_owned();
        for (at, member) in members.iter().enumerate() {
            if at > 0 {
                text.push(' ');
            }
            text.push_str(&self.argument(member, depth));
            if member.comma {
                text.push(',');
            }
        }
        text.push(')');
        text
    }

    /// A text on lines of its own, two blanks deeper than its item; what it reads stays the same.
    fn text(&self, span: Span, depth: usize) -> String {
        let text = Text::new(self.slice(span), span);
        let content = text.content();
        let mut out = "\"\"\"\n".to_owned();
        let indent = " ".repeat((depth + 1) * INDENT);
        for line in content.as_str().split('\n') {
            if !line.is_empty() {
                out.push_str(&indent);
                out.push_str(line);
            }
            out.push('\n');
        }
        out.push_str(&indent);
        out.push_str("\"\"\"");
        out
    }

    fn block(&mut self, block: &Block, depth: usize) {
        if block.items.is_empty() && !self.holds_comment(block.span) {
            self.out.push_str("{ }");
            return;
        }
        if let Some(line) = self.on_one_line(block) {
            self.out.push_str(&line);
            return;
        }
        self.out.push('{');
        self.trailing_comment(block.span.start as usize + 1);
        self.out.push('\n');
        self.items(&block.items, block.span.end as usize, depth + 1);
        self.indent(depth);
        self.out.push('}');
    }

    /// The block on one line, where it was written so, holds no comment and no text, and fits.
    fn on_one_line(&self, block: &Block) -> Option<String> {
        let source = self.slice(block.span);
        if source.contains('\n') || source.contains("\"\"\"") || self.holds_comment(block.span) {
            return None;
        }
        let mut inner = Printer { source: self.source, comments: &[], next_comment: 0, out: String::new() };
        for (at, item) in block.items.iter().enumerate() {
            inner.out.push_str(if at == 0 { "{ " } else { "; " });
            inner.item(item, 0);
        }
        inner.out.push_str(" }");
        let column = self.out.len() - self.out.rfind('\n').map_or(0, |at| at + 1);
        let fits = !inner.out.contains('\n') && column + inner.out.chars().count() <= ONE_LINE;
        fits.then_some(inner.out)
    }

    fn holds_comment(&self, span: Span) -> bool {
        let first = self.comments.partition_point(|comment| comment.start < span.start);
        self.comments.get(first).is_some_and(|comment| comment.end <= span.end)
    }
}
