//! What of a requirement binds, part by part, in words that are the same however the source is laid out, and what only explains.

use crate::digest;
use crate::graph::Graph;
use crate::language::{UNITS, unit};
use crate::model::{
    Assessment, Choice, Condition, Constraint, Declaration, Id, Kind, Limit, Model, Param, ParamValue, Quantity,
    Relation, Requirement, Target, alternatives,
};
use crate::source::Span;
use crate::syntax::Text;

use super::review::TEXTS;

/// A part of what binds.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Part {
    /// Which part: `statement`, `level`, `parameter memory`.
    pub name: String,
    /// What it says; of the texts of an assessment, their digest.
    pub words: String,
    /// Where it stands.
    pub span: Span,
}

/// What a requirement says.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Content {
    /// What binds.
    pub parts: Vec<Part>,
    /// The digest of what binds.
    pub binding: String,
    /// The digest of what only explains: titles, notes, examples, rationale, and what parameters stand for.
    pub prose: String,
}

impl Content {
    /// What a requirement says; nothing where it could not be read whole.
    pub fn of(model: &Model<'_>, graph: &Graph, id: Id) -> Option<Self> {
        let declaration = model.get(id);
        let requirement = Requirement::of(declaration)?;
        let assessments = assessments(model, graph, declaration);
        if declaration.loose || assessments.iter().any(|(declaration, _)| declaration.loose) {
            return None;
        }
        let mut parts = own_parts(model, declaration, requirement);
        parts.extend(
            assessments.iter().flat_map(|(declaration, assessment)| assessment_parts(model, declaration, assessment)),
        );
        parts.sort_by(|one, other| one.name.cmp(&other.name));
        let said: Vec<_> = parts.iter().flat_map(|part| [&*part.name, &*part.words]).collect();
        let binding = digest::short(said.join("\0"));
        let explained: Vec<_> = assessments.iter().flat_map(|(declaration, _)| prose(declaration)).collect();
        let labels = requirement.params.iter().filter_map(|param| param.label).map(words);
        let explained: Vec<_> = prose(declaration).into_iter().chain(labels).chain(explained).collect();
        Some(Self { parts, binding, prose: digest::short(explained.join("\0")) })
    }
}

/// The assessments of a requirement in its own package; what others add for themselves changes nothing of it.
fn assessments<'m, 's>(
    model: &'m Model<'s>,
    graph: &Graph,
    requirement: &Declaration<'s>,
) -> Vec<(&'m Declaration<'s>, &'m Assessment<'s>)> {
    let from = graph.incoming_by(requirement.id, Relation::Assesses).map(|edge| model.get(edge.from));
    let own = from.filter(|assessment| assessment.package == requirement.package);
    let mut found: Vec<_> = own.filter_map(|declaration| Some((declaration, Assessment::of(declaration)?))).collect();
    found.sort_by_key(|(declaration, _)| declaration.id);
    found.dedup_by_key(|(declaration, _)| declaration.id);
    found
}

fn own_parts(model: &Model<'_>, declaration: &Declaration<'_>, requirement: &Requirement<'_>) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut say = |name: &str, words: String, span: Span| parts.push(Part { name: name.to_owned(), words, span });
    if let Some(statement) = requirement.statement {
        say("statement", words(statement), statement.span());
        say("verb", requirement.verb().map_or("none", |verb| verb.word()).to_owned(), statement.span());
    }
    if let Some(level) = requirement.level {
        say("level", model.qualified(level.id), level.span);
    }
    if let Some(when) = &requirement.when {
        say("condition", condition(model, when), declaration.at);
    }
    for (name, targets) in [("coverage", &requirement.covers), ("dependencies", &requirement.requires)] {
        if let Some(first) = targets.first() {
            say(name, names(model, targets), first.span);
        }
    }
    for param in &requirement.params {
        say(&format!("parameter {}", param.name.text), parameter(param), param.name.span);
    }
    for refinement in &requirement.refines {
        let parent = model.qualified(refinement.parent.id);
        for narrowing in &refinement.narrowings {
            let name = format!("parameter {parent}.{}", narrowing.parameter.text);
            say(&name, constraint(&narrowing.constraint), narrowing.parameter.span);
        }
    }
    parts
}

/// How it is assessed, and a digest of the texts that say what is done and when it passes.
fn assessment_parts(model: &Model<'_>, declaration: &Declaration<'_>, assessment: &Assessment<'_>) -> [Part; 2] {
    let list = |words: Vec<&'static str>| words.join(", ");
    let methods = list(assessment.methods.iter().map(|method| method.word()).collect());
    let aspects = list(assessment.aspects.iter().map(|aspect| aspect.word()).collect());
    let level = assessment.level.map_or_else(String::new, |level| format!("from {}", model.qualified(level.id)));
    let said = [methods, aspects, names(model, &assessment.modules), level];
    let said: Vec<_> = said.into_iter().filter(|part| !part.is_empty()).collect();
    let verdict = assessment.verdict.map(|verdict| [verdict.pass, verdict.fail, verdict.inconclusive]);
    let texts = [assessment.objective, assessment.preparation, assessment.evidence].into_iter();
    let texts = texts.chain(verdict.into_iter().flatten()).map(|text| text.map_or_else(String::new, words));
    let texts: Vec<_> = texts.chain(assessment.activities.iter().copied().map(words)).collect();
    let name = &declaration.name;
    [
        Part { name: format!("assessment {name}"), words: said.join("; "), span: declaration.at },
        Part {
            name: format!("assessment {name}{TEXTS}"),
            words: digest::short(texts.join("\0")),
            span: declaration.at,
        },
    ]
}

/// A text with one blank between words, as Markdown reads it.
fn words(text: Text<'_>) -> String {
    text.content().as_str().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn prose(declaration: &Declaration<'_>) -> Vec<String> {
    let common = &declaration.common;
    let texts = declaration.title.iter().chain(&common.notes).chain(&common.examples).chain(&common.rationale);
    texts.copied().map(words).collect()
}

fn names(model: &Model<'_>, targets: &[Target]) -> String {
    let mut names: Vec<_> = targets.iter().map(|target| model.qualified(target.id)).collect();
    names.sort();
    names.dedup();
    names.join(", ")
}

/// A condition whose parts stand in the order of their words: `a and b` is `b and a`.
fn condition(model: &Model<'_>, when: &Condition) -> String {
    model.condition_in_words(&sorted(model, when), &|id| model.qualified(id))
}

fn sorted(model: &Model<'_>, when: &Condition) -> Condition {
    let list = |parts: &[Condition]| {
        let mut parts: Vec<_> = parts.iter().map(|part| sorted(model, part)).collect();
        parts.sort_by_cached_key(|part| model.condition_in_words(part, &|id| model.qualified(id)));
        parts
    };
    match when {
        Condition::Not(part) => Condition::Not(Box::new(sorted(model, part))),
        Condition::And(parts) => Condition::And(list(parts)),
        Condition::Or(parts) => Condition::Or(list(parts)),
        Condition::Feature(_) | Condition::Factor { .. } => when.clone(),
    }
}

fn parameter(param: &Param<'_>) -> String {
    let mut said = vec![param.kind.map_or("text", |kind| kind.word()).to_owned()];
    said.extend(param.constraint.as_ref().map(constraint));
    said.extend(param.options.iter().map(option));
    said.extend(param.pick.map(|(low, high)| format!("pick {low} to {high}")));
    said.extend(param.default.map(|default| format!("default {}", value(default))));
    said.join(", ")
}

fn option(option: &Choice<'_>) -> String {
    let label = option.label.map_or_else(String::new, |label| format!(" “{}”", words(label)));
    let params = option.params.iter().map(|param| format!(" ({}: {})", param.name.text, parameter(param)));
    format!("option {}{label}{}", option.name.text, params.collect::<String>())
}

fn constraint(constraint: &Constraint<'_>) -> String {
    let mut limits: Vec<_> = constraint.limits.iter().map(limit).collect();
    limits.sort();
    limits.join(" and ")
}

fn limit(limit: &Limit<'_>) -> String {
    match limit {
        Limit::Compare(comparison, bound) => format!("{} {}", comparison.operator(), quantity(bound)),
        Limit::Within(low, high) => format!("{} to {}", quantity(low), quantity(high)),
        Limit::OneOf(options) => one_of(options.iter().map(|option| option.text.to_owned())),
        Limit::Among(values) => one_of(values.iter().map(quantity)),
    }
}

fn one_of(words: impl Iterator<Item = String>) -> String {
    let mut words: Vec<_> = words.collect();
    words.sort_unstable();
    alternatives(words.iter().map(String::as_str))
}

fn value(value: ParamValue<'_>) -> String {
    match value {
        ParamValue::Quantity(value) => quantity(&value),
        ParamValue::Word(word) => word.text.to_owned(),
    }
}

/// A quantity in the largest unit of which it is a whole number: `65536 KiB` is `64 MiB`.
fn quantity(value: &Quantity<'_>) -> String {
    let measures = value.unit.and_then(unit).map(|unit| unit.measures);
    let fits = |factor: u64| value.thousandths > 0 && value.thousandths.is_multiple_of(u128::from(factor) * 1000);
    let mut units: Vec<_> = UNITS.iter().filter(|unit| Some(unit.measures) == measures && fits(unit.factor)).collect();
    let Some(factor) = units.iter().map(|unit| unit.factor).max() else {
        return ParamValue::Quantity(*value).display();
    };
    units.retain(|unit| unit.factor == factor);
    let number = value.thousandths / (u128::from(factor) * 1000);
    // Of several words for a unit, the first is for one of it and the last for many.
    let unit = if number == 1 { units.first() } else { units.last() };
    format!("{number} {}", unit.map_or("", |unit| unit.word))
}
