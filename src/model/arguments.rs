//! Matches an item's arguments to the slots of its keyword.

use jiff::civil::Date;

use crate::diagnostic::Fix;
use crate::language::{self, Argument as Slotted, Slot};
use crate::nearest::near;
use crate::source::{Sources, Span};
use crate::syntax::{Argument, Text, Value, condition};

use super::conform::bare_name;
use super::entry::{Comparison, Constraint, Limit, Matched, Quantity, Reference, Word};

/// Why the arguments do not fit.
pub(super) struct Problem {
    pub(super) span: Option<Span>,
    pub(super) message: String,
    pub(super) here: String,
    pub(super) help: Option<String>,
    pub(super) fix: Option<Fix>,
}

/// A walk over an item's arguments.
pub(super) struct Matcher<'s, 't> {
    sources: &'s Sources,
    arguments: &'t [Argument],
    at: usize,
    /// The first thing that does not fit.
    pub(super) problem: Option<Problem>,
}

impl<'s, 't> Matcher<'s, 't> {
    pub(super) fn new(sources: &'s Sources, arguments: &'t [Argument]) -> Self {
        Self { sources, arguments, at: 0, problem: None }
    }

    /// What stands at the next slot.
    pub(super) fn slot(&mut self, slot: &Slot) -> Matched<'s> {
        if self.problem.is_some() {
            return Matched::Missing;
        }
        let before = self.at;
        let found = self.argument(slot.argument);
        match found {
            Some(matched) => matched,
            None if slot.optional && self.at == before => {
                // A wrong word inside an optional argument is a problem; the absence of the argument is none.
                if self.problem.as_ref().is_some_and(|problem| problem.help.is_none()) {
                    self.problem = None;
                }
                Matched::Missing
            }
            None => {
                self.expected(describe(slot.argument));
                Matched::Missing
            }
        }
    }

    /// The first argument that no slot took.
    pub(super) fn leftover(&self) -> Option<Problem> {
        let extra = self.arguments.get(self.at).filter(|_| self.problem.is_none())?;
        if let Some(problem) = self.unit_problem(extra).or_else(|| self.comma_problem(self.at.checked_sub(1)?)) {
            return Some(problem);
        }
        Some(Problem {
            span: Some(extra.span),
            message: "takes no such argument".to_owned(),
            here: "this is one too many, or stands in the wrong place".to_owned(),
            help: None,
            fix: None,
        })
    }

    /// Whether the next argument was meant as an item of its own: a keyword with a text after it.
    fn is_next_item(&self) -> bool {
        let is_text = |argument: &Argument| matches!(argument.value, Value::String | Value::Text);
        self.comma_problem(self.at).is_some()
            && self.peek_word().is_some_and(language::is_keyword)
            && !self.arguments[self.at].comma
            && self.arguments.get(self.at + 1).is_some_and(is_text)
    }

    /// A word that begins a line and belongs to the item only because a comma ends the line before.
    fn comma_problem(&self, at: usize) -> Option<Problem> {
        let (before, word) = (self.arguments.get(at.checked_sub(1)?)?, self.arguments.get(at)?);
        let between = Span::new(word.span.file, before.span.end, word.span.start);
        (before.comma && self.slice(between).contains('\n')).then(|| Problem {
            span: Some(word.span),
            message: format!("goes on with `{}`, because a comma ends the line before", self.slice(word.span)),
            here: String::new(),
            help: Some("take that comma away, or write what the list goes on with".to_owned()),
            fix: None,
        })
    }

    /// A word after a number that is no unit.
    fn unit_problem(&self, extra: &Argument) -> Option<Problem> {
        let before = self.arguments.get(self.at.checked_sub(1)?)?;
        let is_number = match &before.value {
            Value::Quantity { unit, .. } => unit.is_none(),
            Value::Range(bounds) => bounds.1.unit.is_none(),
            _ => false,
        };
        let word = extra_word(extra).filter(|_| is_number && !before.comma).map(|span| self.slice(span))?;
        let units = || language::UNITS.iter().map(|unit| unit.word);
        let near = near(word, units());
        let meant = near.map_or_else(String::new, |near| format!("did you mean `{}`? ", near.name));
        Some(Problem {
            span: Some(extra.span),
            message: format!("does not know the unit `{word}`"),
            here: String::new(),
            help: Some(format!("{meant}The units are {}", units().collect::<Vec<_>>().join(", "))),
            fix: near.map(|near| Fix::rename(extra.span, near.name, false)),
        })
    }

    fn argument(&mut self, argument: Slotted) -> Option<Matched<'s>> {
        match argument {
            Slotted::Declares | Slotted::Value | Slotted::Package | Slotted::Rule => Some(Matched::Word(self.word()?)),
            Slotted::Values | Slotted::Packages | Slotted::Rules => Some(Matched::Words(self.list(Self::word)?)),
            Slotted::Title | Slotted::Text => Some(Matched::Text(self.text()?)),
            Slotted::Texts => Some(Matched::Texts(self.list(Self::text)?)),
            Slotted::Word(words) => Some(Matched::Word(self.one_of(words)?)),
            Slotted::Words(words) => Some(Matched::Words(self.list(|matcher| matcher.one_of(words))?)),
            Slotted::Scale => Some(Matched::Words(self.scale()?)),
            Slotted::Refer(_) => Some(Matched::References(vec![self.reference()?])),
            Slotted::Refers(_) => Some(Matched::References(self.list(Self::reference)?)),
            Slotted::Date => Some(Matched::Date(self.date()?)),
            Slotted::Count => self.count(),
            Slotted::Whole => self.whole(),
            Slotted::Quantity => self.value(),
            Slotted::Condition => self.condition(),
            Slotted::Constraint => Some(Matched::Constraint(Box::new(self.constraint()?))),
            Slotted::Clause(word, then) => self.clause(word, *then),
        }
    }

    fn peek(&self) -> Option<&'t Argument> {
        self.arguments.get(self.at)
    }

    fn slice(&self, span: Span) -> &'s str {
        self.sources.slice(span)
    }

    fn word(&mut self) -> Option<Word<'s>> {
        let span = bare_name(self.peek()?)?;
        self.at += 1;
        Some(Word { text: self.slice(span), span })
    }

    fn peek_word(&self) -> Option<&'s str> {
        bare_name(self.peek()?).map(|span| self.slice(span))
    }

    fn text(&mut self) -> Option<Text<'s>> {
        let argument = self.peek()?;
        matches!(argument.value, Value::String | Value::Text).then(|| {
            self.at += 1;
            Text::new(self.slice(argument.span), argument.span)
        })
    }

    fn one_of(&mut self, words: &'static [&'static str]) -> Option<Word<'s>> {
        let span = self.peek()?.span;
        let quoted = self.slice(span).trim_matches('"');
        if matches!(self.peek()?.value, Value::String) && words.contains(&quoted) {
            self.problem = Some(Problem {
                span: Some(span),
                message: format!("needs the word `{quoted}` without quotes"),
                here: String::new(),
                help: Some("take the quotes away: they stand around titles and texts only".to_owned()),
                fix: Some(Fix::safe(format!("write `{quoted}`")).replace(span, quoted)),
            });
            return None;
        }
        let text = self.peek_word()?;
        if words.contains(&text) {
            return self.word();
        }
        let near = near(text, words.iter().copied());
        self.problem = self.comma_problem(self.at).filter(|_| near.is_none());
        if self.problem.is_some() {
            return None;
        }
        self.problem = Some(Problem {
            span: Some(span),
            message: format!("does not know `{text}`"),
            here: String::new(),
            help: Some(near.map_or_else(
                || format!("write one of: {}", words.join(", ")),
                |near| format!("did you mean `{}`? These are known: {}", near.name, words.join(", ")),
            )),
            fix: near.map(|near| Fix::rename(span, near.name, near.certain)),
        });
        None
    }

    fn list<T>(&mut self, one: impl Fn(&mut Self) -> Option<T>) -> Option<Vec<T>> {
        let mut found = vec![one(self)?];
        while self.at > 0 && self.arguments[self.at - 1].comma {
            if self.is_next_item() {
                self.problem = self.comma_problem(self.at);
                return None;
            }
            match one(self) {
                Some(next) => found.push(next),
                None => {
                    self.expected("another entry of the list after the comma");
                    return None;
                }
            }
        }
        Some(found)
    }

    fn scale(&mut self) -> Option<Vec<Word<'s>>> {
        let mut words = vec![self.word()?];
        while self.operator("<") {
            match self.word() {
                Some(word) => words.push(word),
                None => {
                    self.expected("a word after `<`");
                    return None;
                }
            }
        }
        Some(words)
    }

    fn operator(&mut self, operator: &str) -> bool {
        let found = self
            .peek()
            .is_some_and(|argument| argument.value == Value::Operator && self.slice(argument.span) == operator);
        self.at += usize::from(found);
        found
    }

    fn reference(&mut self) -> Option<Reference<'s>> {
        let argument = self.peek()?;
        let reference = match argument.value {
            Value::Name { package, name } => Reference {
                package: package.map(|span| Word { text: self.slice(span), span }),
                name: Word { text: self.slice(name), span: name },
            },
            Value::Quantity { number, unit: None } => {
                Reference { package: None, name: Word { text: self.slice(number), span: number } }
            }
            _ => return None,
        };
        self.at += 1;
        Some(reference)
    }

    fn date(&mut self) -> Option<Date> {
        let argument = self.peek().filter(|argument| argument.value == Value::Date)?;
        let text = self.slice(argument.span);
        match text.parse() {
            Ok(date) => {
                self.at += 1;
                Some(date)
            }
            Err(_) => {
                self.problem = Some(Problem {
                    span: Some(argument.span),
                    message: format!("has a date that no calendar knows: `{text}`"),
                    here: String::new(),
                    help: Some("write year, month and day, such as `2026-10-30`".to_owned()),
                    fix: None,
                });
                None
            }
        }
    }

    fn whole(&mut self) -> Option<Matched<'s>> {
        let Value::Quantity { number, unit: None } = self.peek()?.value else { return None };
        let number = self.slice(number).parse().ok()?;
        self.at += 1;
        Some(Matched::Count(number, number))
    }

    fn count(&mut self) -> Option<Matched<'s>> {
        let (low, high) = match &self.peek()?.value {
            Value::Quantity { number, unit: None } => (*number, *number),
            Value::Range(bounds) if bounds.0.unit.is_none() && bounds.1.unit.is_none() => {
                (bounds.0.number, bounds.1.number)
            }
            _ => return None,
        };
        let counts = Matched::Count(self.slice(low).parse().ok()?, self.slice(high).parse().ok()?);
        self.at += 1;
        Some(counts)
    }

    fn value(&mut self) -> Option<Matched<'s>> {
        if let Value::Quantity { number, unit } = self.peek()?.value {
            let span = self.peek()?.span;
            let quantity = self.quantity(number, unit, span)?;
            self.at += 1;
            return Some(Matched::Quantity(Box::new(quantity)));
        }
        self.word().map(Matched::Word)
    }

    fn quantity(&mut self, number: Span, unit: Option<Span>, span: Span) -> Option<Quantity<'s>> {
        let (digits, unit) = (self.slice(number), unit.map(|unit| self.slice(unit)));
        let factor = unit.and_then(language::unit).map_or(1, |unit| unit.factor);
        let thousandths = thousandths(digits).and_then(|value| value.checked_mul(u128::from(factor)));
        if thousandths.is_none() {
            self.problem = Some(Problem {
                span: Some(span),
                message: format!("has a number out of range: `{digits}`"),
                here: String::new(),
                help: Some("write a number of at most 20 digits, with at most three decimals".to_owned()),
                fix: None,
            });
        }
        Some(Quantity { number: digits, unit, thousandths: thousandths?, span })
    }

    fn condition(&mut self) -> Option<Matched<'s>> {
        let span = self.peek()?.span.to(self.arguments.last()?.span);
        match condition(self.slice(span), span) {
            Ok(expression) => {
                self.at = self.arguments.len();
                Some(Matched::Condition(Box::new(expression)))
            }
            Err((at, why)) => {
                let word = self.slice(at).to_lowercase();
                let help = match &*word {
                    "and" | "or" | "not" if self.slice(at) != word => format!("write `{word}` in small letters"),
                    _ => "write features joined by `and`, `or`, `not` and brackets: `sync and not (a or b)`".to_owned(),
                };
                self.problem = Some(Problem {
                    span: Some(at),
                    message: "has a condition that cannot be read".to_owned(),
                    here: why.to_owned(),
                    help: Some(help),
                    fix: None,
                });
                None
            }
        }
    }

    /// What a parameter may be: `in 3..100`, `in (a, b)`, `>= 64 MiB <= 1 GiB`.
    pub(super) fn constraint(&mut self) -> Option<Constraint<'s>> {
        let start = self.peek()?.span;
        let mut limits = Vec::new();
        loop {
            if self.peek_word() == Some("in") {
                self.at += 1;
                let Some(limit) = self.set() else {
                    self.expected("a range such as `3..10` or a set such as `(gcm, ccm)` after `in`");
                    return None;
                };
                limits.push(limit);
            } else if let Some(comparison) = self.comparison() {
                self.at += 1;
                let Some(limit) = self.bound(comparison) else {
                    self.expected("a value after the comparison");
                    return None;
                };
                limits.push(limit);
            } else {
                break;
            }
            if self.peek_word() == Some("and") {
                self.at += 1;
            }
        }
        let end = self.arguments.get(self.at.checked_sub(1)?)?.span;
        (!limits.is_empty()).then(|| Constraint { limits, span: start.to(end) })
    }

    fn comparison(&self) -> Option<Comparison> {
        let argument = self.peek().filter(|argument| argument.value == Value::Operator)?;
        Comparison::of(self.slice(argument.span))
    }

    fn bound(&mut self, comparison: Comparison) -> Option<Limit<'s>> {
        match self.value()? {
            Matched::Quantity(quantity) => Some(Limit::Compare(comparison, *quantity)),
            Matched::Word(word) if comparison == Comparison::Equal => Some(Limit::OneOf(vec![word])),
            _ => None,
        }
    }

    fn set(&mut self) -> Option<Limit<'s>> {
        let argument = self.peek()?;
        let limit = match &argument.value {
            Value::Range(bounds) => {
                let (low, high) = **bounds;
                let from = self.quantity(low.number, low.unit.or(high.unit), argument.span)?;
                Limit::Within(from, self.quantity(high.number, high.unit, argument.span)?)
            }
            Value::Group(members) if members.iter().all(|member| matches!(member.value, Value::Quantity { .. })) => {
                let members = members.iter().filter_map(|member| match member.value {
                    Value::Quantity { number, unit } => Some((number, unit, member.span)),
                    _ => None,
                });
                let quantity = |(number, unit, span)| self.quantity(number, unit, span);
                Limit::Among(members.map(quantity).collect::<Option<_>>()?)
            }
            Value::Group(members) => {
                let word = |member: &Argument| bare_name(member).map(|span| Word { text: self.slice(span), span });
                Limit::OneOf(members.iter().map(word).collect::<Option<_>>()?)
            }
            _ => return None,
        };
        self.at += 1;
        Some(limit)
    }

    fn clause(&mut self, word: &'static str, then: Slotted) -> Option<Matched<'s>> {
        if self.peek_word() != Some(word) {
            return None;
        }
        self.at += 1;
        let found = self.argument(then);
        if found.is_none() && self.problem.is_none() {
            self.expected(format!("{} after `{word}`", describe(then)));
        }
        found
    }

    fn expected(&mut self, what: impl AsRef<str>) {
        if self.problem.is_some() {
            return;
        }
        let found = self.peek();
        let after = self.arguments.last().map(|argument| argument.span.after());
        self.problem = Some(Problem {
            span: found.map(|argument| argument.span).or(after),
            message: format!("needs {}", what.as_ref()),
            here: format!("expected {} here", what.as_ref()),
            help: None,
            fix: None,
        });
    }
}

fn extra_word(argument: &Argument) -> Option<Span> {
    matches!(argument.value, Value::Name { package: None, .. }).then_some(argument.span)
}

/// A decimal number in thousandths; `None` past three decimals or out of range.
fn thousandths(digits: &str) -> Option<u128> {
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, ""));
    if decimals.len() > 3 || whole.len() > 20 {
        return None;
    }
    let whole: u128 = whole.parse().ok()?;
    let decimals: u128 = format!("{decimals:0<3}").parse().ok()?;
    whole.checked_mul(1_000)?.checked_add(decimals)
}

fn describe(argument: Slotted) -> String {
    let words = |words: &[&str]| match words {
        [word] => format!("`{word}`"),
        [one, other] => format!("`{one}` or `{other}`"),
        [one, other, third] => format!("`{one}`, `{other}` or `{third}`"),
        _ => "one of its words".to_owned(),
    };
    match argument {
        Slotted::Declares => "a name".to_owned(),
        Slotted::Title => "a string in quotes".to_owned(),
        Slotted::Text | Slotted::Texts => "a text in quotes".to_owned(),
        Slotted::Word(known) | Slotted::Words(known) => words(known),
        Slotted::Value | Slotted::Values => "a value".to_owned(),
        Slotted::Scale => "words in rising order, such as `low < high`".to_owned(),
        Slotted::Refer(names) | Slotted::Refers(names) => format!("the name of {}", language::one_of(names)),
        Slotted::Package | Slotted::Packages => "the name of a package".to_owned(),
        Slotted::Rule | Slotted::Rules => "the name of a rule".to_owned(),
        Slotted::Date => "a date such as `2026-10-30`".to_owned(),
        Slotted::Count => "a whole number, or a range of two".to_owned(),
        Slotted::Whole => "a whole number".to_owned(),
        Slotted::Quantity => "a number, with its unit where it has one, or a word".to_owned(),
        Slotted::Condition => "a condition".to_owned(),
        Slotted::Constraint => "what the parameter may be, such as `>= 64 MiB`".to_owned(),
        Slotted::Clause(word, then) => format!("`{word}` and {}", describe(*then)),
    }
}
