//! Format: a syntax tree and its source make the canonical text. Changes blanks, line breaks and nothing that has a meaning.

use crate::edit::{INDENT, ONE_LINE, WIDTH};
use crate::source::Span;
use crate::syntax::{Argument, Block, Bound, Item, SyntaxTree, Text, Value};

/// The canonical text of a source that parses without errors.
pub fn format(source: &str, tree: &SyntaxTree) -> String {
    let mut printer =
        Printer { source, comments: &tree.comments, next_comment: 0, out: String::with_capacity(source.len()) };
    printer.items(&tree.items, source.len(), 0);
    printer.out
}

/// What may stand before an argument.
#[derive(Clone, Copy)]
struct Before {
    blank: bool,
    /// Whether a line may end there: after a comma, and inside round brackets.
    may_break: bool,
}

struct Printer<'s> {
    source: &'s str,
    comments: &'s [Span],
    next_comment: usize,
    out: String,
}

impl<'s> Printer<'s> {
    fn slice(&self, span: Span) -> &'s str {
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
        while let Some(comment) = self.comment_before(end) {
            self.begin_line(comment.start as usize, depth, first);
            self.comment(comment);
            self.out.push('\n');
        }
    }

    /// The next comment, where it stands before `end`.
    fn comment_before(&mut self, end: usize) -> Option<Span> {
        let comment = self.comments.get(self.next_comment).copied().filter(|comment| (comment.start as usize) < end)?;
        self.next_comment += 1;
        Some(comment)
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
        self.out.push_str(self.slice(item.keyword));
        self.arguments(&item.arguments, depth);
        if let Some(block) = &item.block {
            self.out.push(' ');
            self.block(block, depth);
        }
    }

    fn arguments(&mut self, arguments: &[Argument], depth: usize) {
        let mut comma = false;
        for argument in arguments {
            self.argument(argument, Before { blank: true, may_break: comma }, depth);
            comma = argument.comma;
        }
    }

    fn argument(&mut self, argument: &Argument, before: Before, depth: usize) {
        let source = self.source;
        let slice = |span: Span| &source[span.range()];
        let unit = |unit: Option<Span>| unit.map_or_else(String::new, |unit| format!(" {}", slice(unit)));
        let start = argument.span.start as usize;
        match &argument.value {
            Value::Text => self.token(start, &self.text(argument.span, depth), before, depth),
            Value::Quantity { number, unit: with } => {
                self.token(start, &format!("{}{}", slice(*number), unit(*with)), before, depth);
            }
            Value::Range(bounds) => {
                let bound = |bound: Bound| slice(bound.number).to_owned() + &unit(bound.unit);
                let range = format!("{}..{}", bound(bounds.0), bound(bounds.1));
                self.token(start, &range, before, depth);
            }
            Value::Group(members) => {
                self.token(start, "(", before, depth);
                for (at, member) in members.iter().enumerate() {
                    self.argument(member, Before { blank: at > 0, may_break: true }, depth);
                }
                self.inner_comments(argument.span.end as usize, depth);
                self.out.push(')');
            }
            Value::Name { .. } | Value::String | Value::Date | Value::Operator => {
                self.token(start, slice(argument.span), before, depth);
            }
        }
        if argument.comma {
            self.out.push(',');
        }
    }

    /// One argument, on the next line where it does not fit on this one, or where a comment stands before it.
    fn token(&mut self, start: usize, text: &str, before: Before, depth: usize) {
        if before.may_break && self.inner_comments(start, depth) {
            self.out.push_str(text);
            return;
        }
        let head = &text[..text.find('\n').unwrap_or(text.len())];
        if before.may_break && self.column() + usize::from(before.blank) + head.chars().count() > WIDTH {
            self.out.push('\n');
            self.indent(depth + 2);
        } else if before.blank {
            self.out.push(' ');
        }
        self.out.push_str(text);
    }

    /// The comments among arguments up to `end`; after them a new line is begun. Whether there were any.
    fn inner_comments(&mut self, end: usize, depth: usize) -> bool {
        let mut any = false;
        while let Some(comment) = self.comment_before(end) {
            let before = &self.source[..comment.start as usize];
            let alone = before.trim_end_matches([' ', '\t', '\r']).ends_with('\n');
            if any || !alone {
                self.out.push_str(if any { "" } else { "  " });
            } else {
                self.out.push('\n');
                self.indent(depth + 2);
            }
            self.comment(comment);
            self.out.push('\n');
            self.indent(depth + 2);
            any = true;
        }
        any
    }

    fn column(&self) -> usize {
        let line = self.out.rfind('\n').map_or(0, |at| at + 1);
        self.out[line..].chars().count()
    }

    /// A text on lines of its own, two blanks deeper than its item; what it reads stays the same.
    fn text(&self, span: Span, depth: usize) -> String {
        let text = Text::new(self.slice(span), span);
        let content = text.content();
        if content.as_str().is_empty() {
            return "\"\"\"\"\"\"".to_owned();
        }
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
        let fits = !inner.out.contains('\n') && self.column() + inner.out.chars().count() <= ONE_LINE;
        fits.then_some(inner.out)
    }

    fn holds_comment(&self, span: Span) -> bool {
        let first = self.comments.partition_point(|comment| comment.start < span.start);
        self.comments.get(first).is_some_and(|comment| comment.end <= span.end)
    }
}
