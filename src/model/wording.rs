//! Parameters, conditions and levels in words, as drafts and catalogues print them.

use crate::syntax::Text;

use super::kinds::{Choice, Param, ParamValue};
use super::{
    CitedDocument, Comparison, Condition, Constraint, Id, Kind, Limit, Model, Narrowing, PackageId, Quantity,
    Requirement, RiskFactor, placeholders,
};

/// What a parameter may be, in words: `at least 64 MiB`.
pub fn constraint_in_words(constraint: &Constraint<'_>) -> String {
    let limit = |limit: &Limit<'_>| match limit {
        Limit::Compare(comparison, quantity) => {
            let value = ParamValue::Quantity(*quantity).display();
            match comparison {
                Comparison::AtLeast => format!("at least {value}"),
                Comparison::AtMost => format!("at most {value}"),
                Comparison::Above => format!("more than {value}"),
                Comparison::Below => format!("less than {value}"),
                Comparison::Equal => value,
            }
        }
        Limit::Within(low, high) => {
            let words = |quantity: &Quantity<'_>| ParamValue::Quantity(*quantity).display();
            let low = if low.unit == high.unit { low.number.to_owned() } else { words(low) };
            format!("{low} to {}", words(high))
        }
        Limit::Among(quantities) => {
            let words: Vec<_> = quantities.iter().map(|one| ParamValue::Quantity(*one).display()).collect();
            alternatives(words.iter().map(String::as_str))
        }
        Limit::OneOf(words) => alternatives(words.iter().map(|word| word.text)),
    };
    constraint.limits.iter().map(limit).collect::<Vec<_>>().join(" and ")
}

/// `a`, `a or b`, `a, b or c`.
pub fn alternatives<'w>(words: impl Iterator<Item = &'w str>) -> String {
    let words: Vec<_> = words.collect();
    match words.split_last() {
        None => String::new(),
        Some((only, [])) => (*only).to_owned(),
        Some((last, rest)) => format!("{} or {last}", rest.join(", ")),
    }
}

impl Choice<'_> {
    /// What the option says, with the values of its own parameters in place; its name where it says nothing.
    pub fn in_words(&self) -> String {
        let Some(label) = self.label else { return self.name.text.to_owned() };
        let content = label.content();
        filled(content.as_str(), |name| find(&self.params, name).map(value), |_, value| value.to_owned())
    }
}

impl Param<'_> {
    /// The default in words: of a choice, what the option says.
    pub fn default_in_words(&self) -> Option<String> {
        let default = self.default?;
        let option = match default {
            ParamValue::Word(word) => self.options.iter().find(|option| option.name.text == word.text),
            ParamValue::Quantity(_) => None,
        };
        Some(option.map_or_else(|| default.display(), Choice::in_words))
    }
}

/// The value that stands for a constraint in a sentence such as `at least {memory}`.
fn bound(constraint: &Constraint<'_>) -> String {
    match constraint.limits.as_slice() {
        [Limit::Compare(_, quantity)] => ParamValue::Quantity(*quantity).display(),
        _ => constraint_in_words(constraint),
    }
}

impl<'s> Model<'s> {
    /// The value that `{name}` shows in a requirement's texts: what the requirement narrows it to, its default, or its bound.
    pub fn parameter_value(&self, requirement: &Requirement<'s>, name: &str) -> Option<String> {
        if let Some(param) = find(&requirement.params, name) {
            return Some(value(param));
        }
        requirement.refines.iter().find_map(|refinement| {
            let narrowed = |narrowing: &&Narrowing<'s>| narrowing.parameter.text == name;
            if let Some(narrowing) = refinement.narrowings.iter().find(narrowed) {
                return Some(bound(&narrowing.constraint));
            }
            self.parameter_value(self.body(refinement.parent.id)?, name)
        })
    }

    /// A text of a requirement with its parameters' values in place; `slot` makes what stands for each.
    pub fn with_values(
        &self,
        requirement: &Requirement<'s>,
        text: &str,
        slot: impl Fn(&str, &str) -> String,
    ) -> String {
        filled(text, |name| self.parameter_value(requirement, name), slot)
    }

    /// A text of a package for readers who follow no references: each stands as the number or the name of what it leads to.
    pub fn without_references(&self, package: PackageId, text: Text<'_>) -> String {
        super::prose::without_references(text.content().as_str(), &|name| {
            let declaration = self.get(self.lookup(package, name)?);
            Some(match (CitedDocument::of(declaration).and_then(|document| document.number), declaration.kind()) {
                (Some(number), _) => number.content().as_str().to_owned(),
                (
                    None,
                    "requirement" | "assessment" | "threat" | "objective" | "assumption" | "policy" | "use-case",
                ) => declaration.name.clone(),
                (None, _) => declaration.label(),
            })
        })
    }

    /// A condition in words, features and factors called by `name`.
    pub fn condition_in_words(&self, condition: &Condition, name: &dyn Fn(Id) -> String) -> String {
        let inner = |part: &Condition| match part {
            Condition::And(parts) | Condition::Or(parts) if parts.len() > 1 => {
                format!("({})", self.condition_in_words(part, name))
            }
            _ => self.condition_in_words(part, name),
        };
        let list = |parts: &[Condition], word: &str| parts.iter().map(&inner).collect::<Vec<_>>().join(word);
        match condition {
            Condition::Feature(id) => name(*id),
            Condition::Not(part) => format!("not {}", inner(part)),
            Condition::And(parts) if parts.is_empty() => "always".to_owned(),
            Condition::Or(parts) if parts.is_empty() => "never".to_owned(),
            Condition::And(parts) => list(parts, " and "),
            Condition::Or(parts) => list(parts, " or "),
            Condition::Factor { factor, low, high } => {
                let scale = RiskFactor::of(self.get(*factor)).map_or(&[][..], |factor| &factor.values);
                let step = |at: usize| scale.get(at).map_or("?", |word| word.text);
                let name = name(*factor);
                match (*low, *high) {
                    (low, high) if low == high => format!("{name} = {}", step(low)),
                    (0, high) => format!("{name} <= {}", step(high)),
                    (low, _) => format!("{name} >= {}", step(low)),
                }
            }
        }
    }
}

fn find<'m, 's>(params: &'m [Param<'s>], name: &str) -> Option<&'m Param<'s>> {
    let of_options = params.iter().flat_map(|param| &param.options).flat_map(|option| &option.params);
    params.iter().chain(of_options).find(|param| param.name.text == name)
}

/// A text with what `slot` makes of each placeholder that has a value.
fn filled(text: &str, value: impl Fn(&str) -> Option<String>, slot: impl Fn(&str, &str) -> String) -> String {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for (name, range) in placeholders(text) {
        let Some(value) = value(name) else { continue };
        out.push_str(&text[at..range.start - 1]);
        out.push_str(&slot(name, &value));
        at = range.end + 1;
    }
    out.push_str(&text[at..]);
    out
}

fn value(param: &Param<'_>) -> String {
    let options = || {
        let words: Vec<_> = param.options.iter().map(Choice::in_words).collect();
        alternatives(words.iter().map(String::as_str))
    };
    match (param.default_in_words(), &param.constraint) {
        (Some(default), _) => default,
        (None, Some(constraint)) => bound(constraint),
        (None, None) if !param.options.is_empty() => options(),
        (None, None) => {
            param.label.map_or_else(|| param.name.text.to_owned(), |label| label.content().as_str().to_owned())
        }
    }
}
