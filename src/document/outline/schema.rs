//! The JSON Schema of an outline: made from the types, it tells editors of YAML what may be written, and the check of outlines what is wrong.

use schemars::schema_for;
use serde_json::Value;

use super::Outline;
use super::words::Words;

/// The definitions whose keys can all be left out: what is not said is as `templates/words.yaml` has it.
const PARTIAL: &[&str] = &["Words", "Tables", "TableWords", "Fields", "Phrases", "Drawings"];

/// The JSON Schema of an outline.
pub fn schema() -> schemars::Schema {
    schemars::Schema::try_from(outline()).unwrap_or_default()
}

/// The same as a value.
pub(super) fn outline() -> Value {
    let mut schema = schema_for!(Outline).to_value();
    for name in PARTIAL {
        if let Some(definition) = schema["$defs"][*name].as_object_mut() {
            definition.remove("required");
        }
    }
    // An outline that changes another says only what is otherwise.
    if let Some(Value::Array(required)) = schema.as_object_mut().and_then(|schema| schema.remove("required")) {
        let required: Vec<_> = required.into_iter().filter(|key| key != "words").collect();
        schema["anyOf"] = serde_json::json!([{ "required": ["base"] }, { "required": required }]);
    }
    schema["title"] = Value::from("An outline of normc");
    schema
}

/// The JSON Schema of the words of every draft.
pub(super) fn words() -> Value {
    schema_for!(Words).to_value()
}
