//! The OSCAL that is built from the shipped corpus and from a new workspace: valid, and identified by UUIDs that stay.

mod support;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;
use support::program::{change, new, normc};

/// NIST's schema, which the project does not carry.
fn schema() -> Option<Value> {
    let path = support::root().parent()?.join("shared/schemas/oscal-1.2.1/oscal_catalog_schema.json");
    let text = fs::read_to_string(path).ok()?;
    Some(serde_json::from_str(&text).unwrap())
}

fn read(path: &Path) -> Value {
    serde_json::from_slice(&fs::read(path).unwrap()).unwrap()
}

/// Builds the corpus, and gives the catalogues in this format with their names.
fn corpus(format: &str, extension: &str) -> BTreeMap<String, Value> {
    let out = tempfile::tempdir().unwrap();
    let ended = normc(support::root(), &format!("build --draft --to {format} --out {}", out.path().display()));
    assert!(ended.code < 2, "{}", ended.err);
    let name = |path: &PathBuf| path.file_name().unwrap().to_str().unwrap().to_owned();
    let files = support::files(out.path(), "json").into_iter().filter(|path| name(path).ends_with(extension));
    files.map(|path| (name(&path), read(&path))).collect()
}

/// Every value of a member, wherever it stands.
fn all<'v>(value: &'v Value, member: &str, found: &mut Vec<&'v str>) {
    match value {
        Value::Array(values) => values.iter().for_each(|value| all(value, member, found)),
        Value::Object(object) => {
            found.extend(object.get(member).and_then(Value::as_str));
            object.values().for_each(|value| all(value, member, found));
        }
        _ => {}
    }
}

fn members<'v>(value: &'v Value, member: &str) -> Vec<&'v str> {
    let mut found = Vec::new();
    all(value, member, &mut found);
    found
}

#[test]
fn of_the_corpus_is_valid() {
    let catalogues = corpus("oscal", ".oscal-catalog.json");
    assert!(catalogues.len() >= 2, "{:?}", catalogues.keys());
    let Some(schema) = schema() else {
        println!("skipped: ../shared/schemas/oscal-1.2.1 is not there");
        return;
    };
    let validator = jsonschema::validator_for(&schema).unwrap();
    // The validator reads the schema's patterns: a token may hold letters of any script, but no blank.
    let mut wrong = read_sample(&catalogues);
    wrong["catalog"]["metadata"]["props"][0]["name"] = "two words".into();
    assert!(!validator.is_valid(&wrong), "the patterns of the schema are not checked");
    wrong["catalog"]["metadata"]["props"][0]["name"] = "größe".into();
    assert!(validator.is_valid(&wrong), "the patterns of the schema are not understood");
    for (name, catalogue) in &catalogues {
        let errors: Vec<_> =
            validator.iter_errors(catalogue).map(|error| format!("{}: {error}", error.instance_path())).collect();
        assert!(errors.is_empty(), "{name}: {errors:#?}");
    }
}

fn read_sample(catalogues: &BTreeMap<String, Value>) -> Value {
    catalogues.values().next().unwrap().clone()
}

#[test]
fn names_everything_once() {
    let catalogues = corpus("oscal", ".oscal-catalog.json");
    let mut documents = BTreeSet::new();
    for (name, catalogue) in &catalogues {
        assert!(documents.insert(catalogue["catalog"]["uuid"].as_str().unwrap().to_owned()), "{name}");
        for member in ["uuid", "id"] {
            let found = members(catalogue, member);
            let unique: BTreeSet<_> = found.iter().collect();
            assert_eq!(unique.len(), found.len(), "{name}: a `{member}` stands twice");
        }
        let known: BTreeSet<_> = members(catalogue, "id").into_iter().chain(members(catalogue, "uuid")).collect();
        for href in members(catalogue, "href") {
            if let Some(target) = href.strip_prefix('#') {
                assert!(known.contains(target), "{name}: {href} leads nowhere");
            }
        }
    }
    let mut known = BTreeSet::new();
    for (name, catalogue) in corpus("json", ".json") {
        // The package and the item that heads it are one thing.
        for uuid in members(&catalogue["catalogue"]["items"], "uuid") {
            assert!(known.insert(uuid.to_owned()), "{name}: {uuid} is another thing's");
        }
    }
}

#[test]
fn says_the_same_of_the_same_thing_in_every_version() {
    let folder = new();
    let workspace = folder.path().join("w");
    let built = |extension: &str| {
        assert_eq!(normc(&workspace, "build --to json,oscal").code, 0);
        read(&workspace.join(format!("build/my-standard/my-standard.{extension}")))
    };
    let by_id = |catalogue: &Value| -> BTreeMap<String, (Value, Value)> {
        let items = catalogue["catalogue"]["items"].as_array().unwrap();
        items
            .iter()
            .map(|it| (it["id"].as_str().unwrap().to_owned(), (it["uuid"].clone(), it["hash"].clone())))
            .collect()
    };
    let (first, first_oscal) = (by_id(&built("json")), built("oscal-catalog.json"));

    // A new version, with a thing before the others, and one that says something else.
    change(&workspace, "version \"0.0.1\"", "version \"0.0.2\"");
    change(
        &workspace,
        "use-case UC-HOME",
        "term first \"first\" { definition \"what stands before\" }\n\nuse-case UC-HOME",
    );
    change(&workspace, "agent \"Someone who holds the device\"", "agent \"Someone who found the device\"");
    let (second, second_oscal) = (by_id(&built("json")), built("oscal-catalog.json"));
    assert_ne!(first_oscal["catalog"]["uuid"], second_oscal["catalog"]["uuid"], "a document's UUID is its version's");
    for (id, (uuid, hash)) in first {
        assert_eq!(second[&id].0, uuid, "{id} is another thing now");
        let says_else = id == "my-standard:T-READ" || id == "my-standard";
        assert_eq!(second[&id].1 != hash, says_else, "the hash of {id}");
    }
    let ids = |catalogue: &Value| {
        members(&catalogue["catalog"]["groups"], "id").into_iter().map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(ids(&first_oscal), ids(&second_oscal));
}
