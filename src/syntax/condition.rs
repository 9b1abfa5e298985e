//! Conditions: the text after `when`, as an expression with spans.

use pest::Parser;
use pest::iterators::Pair;

use crate::source::Span;

#[derive(pest_derive::Parser)]
#[grammar = "../grammar/condition.pest"]
struct ConditionParser;

/// How deep negations and brackets may nest.
const DEPTH: usize = 64;

/// A condition as it is written; names are not resolved.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Expression {
    /// A feature's name.
    Name(Span),
    /// A risk factor compared with one of its values.
    Comparison {
        /// The factor.
        name: Span,
        /// `<=`, `>=`, `<`, `>` or `=`.
        operator: Span,
        /// The value.
        value: Span,
    },
    /// `not X`.
    Not(Box<Expression>),
    /// `X and Y and …`.
    And(Vec<Expression>),
    /// `X or Y or …`.
    Or(Vec<Expression>),
}

/// Reads the condition in `text`, which stands at `span`. An error is the place where the condition stops making sense, and why.
pub fn condition(text: &str, span: Span) -> Result<Expression, (Span, &'static str)> {
    if depth(text) > DEPTH {
        return Err((span, "the condition nests more than 64 levels deep"));
    }
    match ConditionParser::parse(Rule::condition, text) {
        Ok(mut pairs) => {
            let either = pairs.next().and_then(|condition| condition.into_inner().next());
            either.map(|pair| expression(pair, span)).ok_or((span, "a condition is missing here"))
        }
        Err(error) => {
            let at = match error.location {
                pest::error::InputLocation::Pos(at) | pest::error::InputLocation::Span((at, _)) => at,
            };
            // What reads as a condition up to here can only be joined to another.
            let whole = ConditionParser::parse(Rule::condition, &text[..at]).is_ok();
            let why = match whole {
                true => "expected `and`, `or`, or the end of the condition",
                false => "expected a feature, a comparison such as `DAT >= personal`, `not` or `(`",
            };
            Err((place(text, at, span), why))
        }
    }
}

fn depth(text: &str) -> usize {
    text.matches('(').count()
        + text.split(|c: char| !c.is_ascii_alphanumeric() && c != '-').filter(|w| *w == "not").count()
}

fn place(text: &str, at: usize, span: Span) -> Span {
    let rest = &text[at..];
    let end = rest.find(char::is_whitespace).unwrap_or(rest.len()).max(rest.chars().next().map_or(0, char::len_utf8));
    sub(span, at, at + end)
}

fn sub(span: Span, start: usize, end: usize) -> Span {
    let at = |offset: usize| span.start.saturating_add(u32::try_from(offset).unwrap_or(u32::MAX)).min(span.end);
    Span::new(span.file, at(start), at(end))
}

fn expression(pair: Pair<'_, Rule>, span: Span) -> Expression {
    let place = |pair: &Pair<'_, Rule>| sub(span, pair.as_span().start(), pair.as_span().end());
    match pair.as_rule() {
        Rule::either => list(pair, span, Expression::Or),
        Rule::both => list(pair, span, Expression::And),
        Rule::negation => {
            let mut inner = pair.into_inner();
            match (inner.next(), inner.next()) {
                (Some(_), Some(negated)) => Expression::Not(Box::new(expression(negated, span))),
                (Some(atom), None) => expression(atom, span),
                (None, _) => Expression::And(Vec::new()),
            }
        }
        Rule::comparison => {
            let mut spans = pair.into_inner().map(|part| place(&part));
            let name = spans.next().unwrap_or(span);
            match (spans.next(), spans.next()) {
                (Some(operator), Some(value)) => Expression::Comparison { name, operator, value },
                _ => Expression::Name(name),
            }
        }
        _ => Expression::Name(place(&pair)),
    }
}

fn list(pair: Pair<'_, Rule>, span: Span, make: fn(Vec<Expression>) -> Expression) -> Expression {
    let parts = pair.into_inner().filter(|part| !matches!(part.as_rule(), Rule::and | Rule::or));
    let mut parts: Vec<_> = parts.map(|part| expression(part, span)).collect();
    if parts.len() == 1 { parts.remove(0) } else { make(parts) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::FileId;

    fn read(text: &str) -> Result<Expression, (Span, &'static str)> {
        condition(text, Span::new(FileId(0), 0, u32::try_from(text.len()).unwrap()))
    }

    fn show(expression: &Expression, text: &str) -> String {
        let list = |parts: &[Expression], word: &str| {
            format!("({})", parts.iter().map(|part| show(part, text)).collect::<Vec<_>>().join(word))
        };
        match expression {
            Expression::Name(span) => text[span.range()].to_owned(),
            Expression::Comparison { name, operator, value } => {
                [name, operator, value].map(|span| &text[span.range()]).concat()
            }
            Expression::Not(inner) => format!("!{}", show(inner, text)),
            Expression::And(parts) => list(parts, " & "),
            Expression::Or(parts) => list(parts, " | "),
        }
    }

    #[test]
    fn and_binds_tighter_than_or() {
        let text = "a or b and not (c or pm:DAT >= personal)";
        assert_eq!(show(&read(text).unwrap(), text), "(a | (b & !(c | pm:DAT>=personal)))");
    }

    #[test]
    fn words_that_begin_like_an_operator_are_names() {
        let text = "nothing and order and android";
        assert_eq!(show(&read(text).unwrap(), text), "(nothing & order & android)");
    }

    #[test]
    fn an_error_stands_where_the_condition_breaks() {
        let (span, _) = read("a and and b").unwrap_err();
        assert_eq!((span.start, span.end), (6, 9));
        assert!(read("").is_err());
        assert!(read(&"(".repeat(100_000)).is_err());
    }
}
