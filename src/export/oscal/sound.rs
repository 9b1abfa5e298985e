//! What no validator of OSCAL sees: twice-given ids, controls without a statement, links and inserts that lead nowhere.

use std::collections::BTreeSet;

use serde_json::Value;

/// Refuses a catalogue with such a fault; the error names the first.
pub(super) fn check(document: &Value) -> Result<(), String> {
    let mut found = Found::default();
    found.walk(document);
    if let Some(id) = found.twice.first() {
        return Err(format!("the OSCAL id `{id}` would stand twice"));
    }
    if let Some(id) = found.without_statement.first() {
        return Err(format!("the OSCAL control `{id}` would have no statement"));
    }
    if let Some(link) = found.links.iter().find(|link| !found.ids.contains(link.as_str())) {
        return Err(format!("the OSCAL link `#{link}` would lead nowhere"));
    }
    if let Some(insert) = found.inserts.iter().find(|insert| !found.ids.contains(insert.as_str())) {
        return Err(format!("the OSCAL insert of `{insert}` would lead nowhere"));
    }
    Ok(())
}

#[derive(Default)]
struct Found {
    ids: BTreeSet<String>,
    twice: Vec<String>,
    without_statement: Vec<String>,
    links: Vec<String>,
    inserts: Vec<String>,
}

impl Found {
    fn walk(&mut self, value: &Value) {
        match value {
            Value::Array(values) => values.iter().for_each(|value| self.walk(value)),
            Value::Object(object) => {
                for key in ["id", "uuid"] {
                    if let Some(id) = object.get(key).and_then(Value::as_str)
                        && !self.ids.insert(id.to_owned())
                    {
                        self.twice.push(id.to_owned());
                    }
                }
                for control in object.get("controls").and_then(Value::as_array).into_iter().flatten() {
                    let parts = control["parts"].as_array().into_iter().flatten();
                    if !parts.into_iter().any(|part| part["name"] == "statement") {
                        self.without_statement.push(control["id"].as_str().unwrap_or("?").to_owned());
                    }
                }
                if let Some(target) = object.get("href").and_then(Value::as_str).and_then(|href| href.strip_prefix('#'))
                {
                    self.links.push(target.to_owned());
                }
                if let Some(prose) = object.get("prose").and_then(Value::as_str) {
                    let inserts = prose.split("{{ insert: param, ").skip(1).filter_map(|rest| rest.split(" }}").next());
                    self.inserts.extend(inserts.map(str::to_owned));
                }
                object.values().for_each(|value| self.walk(value));
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::check;
    use serde_json::json;

    fn with(control: serde_json::Value) -> Result<(), String> {
        check(&json!({ "catalog": { "controls": [control] } }))
    }

    #[test]
    fn refuses_what_no_validator_sees() {
        let statement = json!({ "id": "a_smt", "name": "statement", "prose": "-" });
        assert_eq!(with(json!({ "id": "a", "parts": [statement] })), Ok(()));
        assert!(with(json!({ "id": "a_smt", "parts": [statement] })).unwrap_err().contains("twice"));
        assert!(with(json!({ "id": "a" })).unwrap_err().contains("no statement"));
        let link = json!({ "id": "a", "links": [{ "href": "#b" }], "parts": [statement] });
        assert!(with(link).unwrap_err().contains("link"));
        let insert = json!({ "id": "a", "parts": [{ "name": "statement", "prose": "at {{ insert: param, b }}" }] });
        assert!(with(insert).unwrap_err().contains("insert"));
    }
}
