//! The draft as JSON for the template, with what the template would otherwise have to measure: which words are names that stay on one line, and
//! which requirements, assessments and rows are so long that they may break over pages.

use serde_json::{Map, Value};

use crate::document::{Document, is_identifier};

/// Past how many characters something takes up a good part of a page.
const LONG: usize = 1_600;

/// The path at which the template finds the catalogue that it attaches.
pub(super) const ATTACHED: &str = "/catalogue.json";

/// What the template reads, with the path of the catalogue where that is to be attached.
pub(super) fn data(document: &Document, attach: bool) -> Result<Vec<u8>, String> {
    let mut value = serde_json::to_value(document).map_err(|error| error.to_string())?;
    measured(&mut value);
    value["attached"] = if attach { Value::from(ATTACHED) } else { Value::Null };
    serde_json::to_vec(&value).map_err(|error| error.to_string())
}

/// Marks what is long and what is whole; gives the number of characters in the value.
fn measured(value: &mut Value) -> usize {
    match value {
        Value::Array(values) => values.iter_mut().map(measured).sum(),
        Value::Object(map) => {
            let length = map.values_mut().map(measured).sum();
            mark(map, length);
            length
        }
        Value::String(text) => text.len(),
        _ => 0,
    }
}

fn mark(map: &mut Map<String, Value>, length: usize) {
    let word = |key: &str| map.get(key).and_then(Value::as_str).unwrap_or("");
    let (kind, is_row) = (word("type"), map.contains_key("cells"));
    let long = length > LONG && (is_row || matches!(kind, "requirement" | "assessment"));
    let pieces = if matches!(kind, "text" | "reference") { pieces(word("text")) } else { None };
    if long {
        map.insert("long".to_owned(), Value::Bool(true));
    }
    if let Some(pieces) = pieces {
        map.insert("pieces".to_owned(), Value::from(pieces));
    }
}

/// A text as other words and identifiers in turn, other words first; nothing where there are no identifiers.
fn pieces(text: &str) -> Option<Vec<String>> {
    let is_named = |word: &str| word.contains('-') && is_identifier(word);
    if !text.contains('-') || !text.split_whitespace().any(is_named) {
        return None;
    }
    let mut pieces = vec![String::new()];
    for word in text.split_inclusive(char::is_whitespace) {
        let bare = word.trim_end();
        if is_named(bare) {
            pieces.extend([bare.to_owned(), word[bare.len()..].to_owned()]);
        } else if let Some(last) = pieces.last_mut() {
            last.push_str(word);
        }
    }
    Some(pieces)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_are_told_from_other_words() {
        assert_eq!(pieces("no well-known names"), None);
        assert_eq!(pieces("see T-ONE, T-TWO and so on").unwrap(), ["see ", "T-ONE,", " ", "T-TWO", " and so on"]);
    }
}
