//! The shape of an outline: which settings there are, and what their values are. Reads the JSON Schema that is made from the types, so that the
//! two agree, and finds everything at once.

use serde_json::{Map, Value};

use crate::diagnostic::Diagnostic;
use crate::nearest::nearest;
use crate::source::Span;
use crate::yaml::{Key, Kind, Node};

/// What a tree says that its schema knows; what it does not know is found and left out. Where it is `partial`, a setting may be missing.
pub(super) fn check(node: &Node, schema: &Value, partial: bool, found: &mut Vec<Diagnostic>) -> Value {
    let mut checker = Checker { root: schema, found, path: Vec::new() };
    checker.check(node, schema, partial).unwrap_or_default()
}

/// The value of a tree, whatever it says.
pub(super) fn value(node: &Node) -> Value {
    match &node.kind {
        Kind::Scalar(value) => value.clone(),
        Kind::List(items) => items.iter().map(value).collect(),
        Kind::Map(entries) => {
            Value::Object(entries.iter().map(|(key, inner)| (key.text.clone(), value(inner))).collect())
        }
    }
}

struct Checker<'c> {
    root: &'c Value,
    found: &'c mut Vec<Diagnostic>,
    /// The keys on the way to what is looked at.
    path: Vec<String>,
}

impl<'c> Checker<'c> {
    fn check(&mut self, node: &Node, schema: &'c Value, partial: bool) -> Option<Value> {
        let schema = self.resolved(schema);
        match &node.kind {
            Kind::Map(entries) if schema.get("properties").is_some() || schema["additionalProperties"].is_object() => {
                self.map(node.span, entries, schema, partial)
            }
            Kind::List(items) if !schema["items"].is_null() => self.list(node.span, items, schema),
            Kind::Scalar(value) if is_one_of(schema, value) => Some(value.clone()),
            _ => self.other(node, schema),
        }
    }

    /// What a value is taken for that is none of those it may be: the word that it is near to, or nothing.
    fn other(&mut self, node: &Node, schema: &Value) -> Option<Value> {
        let Some(meant) = meant(node, schema) else {
            let (expected, met) = (expected(schema), met(node));
            self.report(node.span, format!("{} has to be {expected}, not {met}", self.name()), None);
            return None;
        };
        let message = format!("{} cannot be {}", self.name(), met(node));
        self.report(node.span, message, Some(format!("did you mean `{meant}`?")));
        // It is gone on with, so that nothing else is found for the same cause.
        Some(Value::from(meant))
    }

    /// A schema without references to definitions, and of what may also be nothing the part that says what it is.
    fn resolved(&self, schema: &'c Value) -> &'c Value {
        if let Some(name) = schema["$ref"].as_str().and_then(|path| path.strip_prefix("#/$defs/")) {
            return self.resolved(&self.root["$defs"][name]);
        }
        let or_nothing = schema["anyOf"].as_array().filter(|either| either.iter().any(|it| it["type"] == "null"));
        let some = or_nothing.and_then(|either| either.iter().find(|it| it["type"] != "null"));
        some.map_or(schema, |some| self.resolved(some))
    }

    fn map(&mut self, span: Span, entries: &[(Key, Node)], schema: &'c Value, partial: bool) -> Option<Value> {
        let mut said = Map::new();
        let properties = schema["properties"].as_object();
        for (key, node) in entries {
            if said.contains_key(&key.text) {
                self.report(key.span, format!("`{}` is there twice", key.text), Some("keep one of the two".to_owned()));
                continue;
            }
            let inner = properties.and_then(|it| it.get(&key.text)).or(schema.get("additionalProperties"));
            match inner.filter(|inner| inner.is_object()) {
                Some(inner) => {
                    self.path.push(key.text.clone());
                    let value = self.check(node, inner, partial);
                    self.path.pop();
                    said.insert(key.text.clone(), value.unwrap_or_default());
                }
                None => self.unknown(key, properties),
            }
        }
        if !partial {
            self.missing(span, entries, schema);
        }
        said.retain(|_, value| !value.is_null());
        // What is not whole cannot be gone on with; normc's own takes its place, or an item is left out.
        let whole = partial || self.path.is_empty() || required(schema).all(|key| said.contains_key(key));
        whole.then_some(Value::Object(said))
    }

    fn unknown(&mut self, key: &Key, properties: Option<&Map<String, Value>>) {
        let known: Vec<_> = properties.into_iter().flat_map(Map::keys).map(String::as_str).collect();
        let place = self.place();
        let help = match nearest(&key.text, known.iter().copied()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!("these are known here: {}", known.join(", ")),
        };
        self.report(key.span, format!("there is no setting `{}` {place}", key.text), Some(help));
    }

    fn missing(&mut self, span: Span, entries: &[(Key, Node)], schema: &Value) {
        let there = |key: &str| entries.iter().any(|(known, _)| known.text == key);
        let missing: Vec<_> = required(schema).filter(|key| !there(key)).collect();
        if missing.is_empty() {
            return;
        }
        let message =
            format!("{} {} missing {}", ticked(&missing), if missing.len() == 1 { "is" } else { "are" }, self.place());
        let help = if self.path.is_empty() {
            "write what belongs there; an outline that says `base: etsi` or `base: cen` takes over what it does not say"
        } else {
            "write what belongs there"
        };
        self.found.push(Diagnostic::error("outline-gap", span, message).help(help));
    }

    fn list(&mut self, span: Span, items: &[Node], schema: &'c Value) -> Option<Value> {
        let bounds = |key: &str| schema[key].as_u64().and_then(|bound| usize::try_from(bound).ok());
        if let Some(count) = bounds("minItems").filter(|count| *count != items.len()) {
            let message = format!("{} has {} items, and has to have {count}", self.name(), items.len());
            self.report(span, message, None);
            return None;
        }
        // What a list says takes the place of all that the list of the base says, so each item is whole.
        let items = items.iter().filter_map(|item| self.check(item, &schema["items"], false));
        Some(items.collect())
    }

    fn report(&mut self, span: Span, message: String, help: Option<String>) {
        let found = Diagnostic::error("outline-setting", span, message);
        let help = help.unwrap_or_else(|| "`normc schema outline` says what each setting holds".to_owned());
        self.found.push(found.help(help));
    }

    fn name(&self) -> String {
        self.path.last().map_or_else(|| "an outline".to_owned(), |key| format!("`{key}`"))
    }

    fn place(&self) -> String {
        if self.path.is_empty() { "in an outline".to_owned() } else { format!("in `{}`", self.path.join(".")) }
    }
}

/// The settings that have to be there.
fn required(schema: &Value) -> impl Iterator<Item = &str> {
    let of_all = schema["anyOf"].as_array().and_then(|either| either.last()).map(|last| &last["required"]);
    let required = schema["required"].as_array().or(of_all.and_then(Value::as_array));
    required.into_iter().flatten().filter_map(Value::as_str)
}

fn is_one_of(schema: &Value, value: &Value) -> bool {
    let types = |name: &str| {
        schema["type"] == name || schema["type"].as_array().is_some_and(|it| it.iter().any(|it| it == name))
    };
    match value {
        Value::String(text) => words(schema).map_or_else(|| types("string"), |words| words.contains(&text.as_str())),
        Value::Bool(_) => types("boolean"),
        Value::Number(_) => types("integer"),
        Value::Null => types("null") || schema["default"].is_null() && schema.get("default").is_some(),
        Value::Array(_) | Value::Object(_) => false,
    }
}

/// The words that a value is one of, where it is one of a few.
fn words(schema: &Value) -> Option<Vec<&str>> {
    if let Some(words) = schema["enum"].as_array() {
        return Some(words.iter().filter_map(Value::as_str).collect());
    }
    Some(schema["oneOf"].as_array()?.iter().filter_map(|one| one["const"].as_str()).collect())
}

/// The word that a text is near to, where a value is one of a few words.
fn meant<'s>(node: &Node, schema: &'s Value) -> Option<&'s str> {
    let Kind::Scalar(Value::String(text)) = &node.kind else { return None };
    nearest(text, words(schema)?)
}

fn expected(schema: &Value) -> String {
    if let Some(words) = words(schema) {
        return format!("one of {}", ticked(&words));
    }
    let first = schema["type"].as_array().and_then(|types| types.first()).unwrap_or(&schema["type"]);
    let word = match first.as_str() {
        Some("object") => "settings with their values",
        Some("array") => "a list",
        Some("boolean") => "`true` or `false`",
        Some("integer") => "a whole number",
        _ => "a text",
    };
    word.to_owned()
}

fn met(node: &Node) -> String {
    match &node.kind {
        Kind::Map(_) => "settings".to_owned(),
        Kind::List(_) => "a list".to_owned(),
        Kind::Scalar(Value::Null) => "nothing".to_owned(),
        Kind::Scalar(Value::String(text)) => format!("`{text}`"),
        Kind::Scalar(value) => format!("`{value}`, which is no text without quotation marks"),
    }
}

fn ticked(words: &[&str]) -> String {
    words.iter().map(|word| format!("`{word}`")).collect::<Vec<_>>().join(", ")
}
