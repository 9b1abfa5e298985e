//! Reads an outline: its tree, its shape, what it takes over from another, then what only the whole can tell. Whatever is wrong, there is an
//! outline to go on with: what cannot be read is as normc has it.

use serde_json::Value;

use crate::diagnostic::Diagnostic;
use crate::source::{FileId, Sources};
use crate::yaml::{self, Node};

use super::words::Words;
use super::{Organisation, Outline, elements, forms, schema, shape};

/// The name of an outline's file in the folder of its organisation.
pub const OUTLINE_FILE: &str = "outline.yaml";
/// The name of the file with the words of every draft.
pub const WORDS_FILE: &str = "words.yaml";

/// Reads an outline and finds what is wrong with it. `words` are those that every draft has; `organisation` is whose outline stands in
/// for what cannot be read.
///
/// # Errors
/// Where an outline that comes with normc cannot be read, which never happens in a program that passed its tests.
pub fn examine(
    file: FileId,
    text: &str,
    words: &Value,
    organisation: Organisation,
) -> Result<(Outline, Vec<Diagnostic>), String> {
    let (node, mut found) = tree(file, text);
    let base = node.get("base").and_then(organisation_of).or_else(|| organisation_of(node.get("eso")?));
    let mut whole = whole(base.unwrap_or(organisation), words)?;
    let said = shape::check(&node, &schema::outline(), node.get("base").is_some(), &mut found);
    merge(&mut whole, said);
    let outline: Outline = serde_json::from_value(whole).map_err(|error| format!("outline: {error}"))?;
    if node.get("eso").is_some() || node.get("base").is_some() {
        forms::check(&outline, &node, &mut found);
        elements::check(&outline, &node, &mut found);
    }
    Ok((outline, found))
}

/// Reads the words of every draft, over those that come with normc, and finds what is wrong with them.
///
/// # Errors
/// Where the words that come with normc cannot be read, which never happens in a program that passed its tests.
pub fn examine_words(file: FileId, text: &str) -> Result<(Value, Vec<Diagnostic>), String> {
    let (node, mut found) = tree(file, text);
    let mut whole = built_in_words()?;
    let said = shape::check(&node, &schema::words(), true, &mut found);
    merge(&mut whole, said);
    forms::check_words(&node, &[], &mut found);
    Ok((whole, found))
}

/// The outline that comes with normc for an organisation, over these words.
fn whole(organisation: Organisation, words: &Value) -> Result<Value, String> {
    let mut outline = value(organisation.outline())?;
    let mut whole = words.clone();
    merge(&mut whole, outline["words"].take());
    outline["words"] = whole;
    Ok(outline)
}

/// The outline that comes with normc for an organisation, over these words.
pub(super) fn over(organisation: Organisation, words: &Value) -> Result<Outline, String> {
    serde_json::from_value(whole(organisation, words)?).map_err(|error| format!("outline: {error}"))
}

/// The words that come with normc.
pub fn built_in_words() -> Result<Value, String> {
    value(Words::BUILT_IN)
}

fn value(text: &str) -> Result<Value, String> {
    let node = yaml::read(Sources::default().attach("", ""), text).map_err(|fault| fault.message)?;
    Ok(shape::value(&node))
}

/// The tree of a text; an empty one where it is no YAML.
fn tree(file: FileId, text: &str) -> (Node, Vec<Diagnostic>) {
    match yaml::read(file, text) {
        Ok(node) => (node, Vec::new()),
        Err(fault) => {
            let help = "mend what stands at this place; after that the rest of the file is checked";
            let found = Diagnostic::error("syntax-error", fault.span, fault.message).help(help);
            (Node { span: fault.span, kind: yaml::Kind::Map(Vec::new()) }, vec![found])
        }
    }
}

fn organisation_of(node: &Node) -> Option<Organisation> {
    Organisation::ALL.into_iter().find(|it| shape::value(node).as_str() == Some(it.word()))
}

/// Puts what `other` says in the place of what `value` says, key by key.
fn merge(value: &mut Value, other: Value) {
    match (value, other) {
        (Value::Object(value), Value::Object(other)) => {
            for (key, other) in other {
                merge(value.entry(key).or_insert(Value::Null), other);
            }
        }
        (_, Value::Null) => {}
        (value, other) => *value = other,
    }
}
