//! OSCAL 1.2.1 catalogues: families are groups, requirements, threats and objectives are controls, assessments are parts.

mod control;
mod sound;
mod text;

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use crate::artifact::{Backend, Options, alone};
use crate::catalogue::{Catalogue, Item, Outside, uuid};

use text::{line, markup_line, token};

/// The catalogue in OSCAL.
pub(super) const BACKEND: Backend<Catalogue> = Backend {
    name: "oscal",
    extension: "oscal-catalog.json",
    media_type: "application/json",
    follows: "NIST OSCAL 1.2.1, catalog model, JSON",
    applies: |catalogue| matches!(catalogue.kind.as_str(), "standard" | "regulation"),
    emit,
    beside: alone,
};

/// The name space of properties that OSCAL has no name for.
const NAMESPACE: &str = "urn:normc:oscal:1.0";

fn emit(catalogue: &Catalogue, options: &Options) -> Result<Vec<u8>, String> {
    let document = json!({ "catalog": catalog(catalogue, options) });
    sound::check(&document)?;
    let mut bytes = serde_json::to_vec_pretty(&document).map_err(|error| error.to_string())?;
    bytes.push(b'\n');
    Ok(bytes)
}

fn catalog(catalogue: &Catalogue, options: &Options) -> Value {
    let version = catalogue.version.clone().unwrap_or_else(|| options.date.clone());
    let index = Index::new(catalogue);
    let mut metadata = json!({
        "title": markup_line(&catalogue.title),
        "last-modified": format!("{}T00:00:00Z", options.date),
        "version": line(&version),
        "oscal-version": "1.2.1",
        "props": [own("generator", &options.generator)],
    });
    if let Some(number) = &catalogue.number {
        metadata["document-ids"] = json!([{ "identifier": line(number) }]);
    }
    let mut catalog = Map::new();
    // A document's own UUID changes with its version; those of its subjects do not.
    catalog.insert("uuid".to_owned(), json!(uuid(&format!("{}@{version}#oscal-catalog", catalogue.package))));
    catalog.insert("metadata".to_owned(), metadata);
    insert(&mut catalog, "groups", groups(catalogue, &index));
    insert_some(&mut catalog, "back-matter", back_matter(&index));
    Value::Object(catalog)
}

/// What stands in the catalogue, by id.
struct Index<'c> {
    items: BTreeMap<&'c str, &'c Item>,
    outside: BTreeMap<&'c str, &'c Outside>,
    /// Ids of others that an item refers to: relation and id.
    relations: BTreeMap<&'c str, Vec<(&'c str, &'c str)>>,
    assessments: BTreeMap<&'c str, Vec<&'c Item>>,
}

impl<'c> Index<'c> {
    fn new(catalogue: &'c Catalogue) -> Self {
        let items: BTreeMap<_, _> = catalogue.items.iter().map(|item| (item.id.as_str(), item)).collect();
        let mut relations: BTreeMap<_, Vec<_>> = BTreeMap::new();
        let mut assessments: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for relation in &catalogue.relations {
            relations
                .entry(relation.from.as_str())
                .or_default()
                .push((relation.relation.as_str(), relation.to.as_str()));
            if let ("assesses", Some(assessment)) = (relation.relation.as_str(), items.get(relation.from.as_str())) {
                assessments.entry(relation.to.as_str()).or_default().push(*assessment);
            }
        }
        let outside = catalogue.outside.iter().map(|other| (other.id.as_str(), other)).collect();
        Self { items, outside, relations, assessments }
    }

    fn related<'i>(&'i self, id: &str, word: &'i str) -> impl Iterator<Item = &'c str> + 'i {
        self.relations.get(id).into_iter().flatten().filter(move |(relation, _)| *relation == word).map(|(_, to)| *to)
    }

    /// Whether an id is a control of this catalogue.
    fn is_control(&self, id: &str) -> bool {
        self.items
            .get(id)
            .is_some_and(|item| matches!(item.kind.as_str(), "requirement" | "threat" | "objective" | "essential"))
    }
}

fn groups(catalogue: &Catalogue, index: &Index<'_>) -> Vec<Value> {
    let of = |kind: &str| catalogue.items.iter().filter(|item| item.kind == kind).collect::<Vec<_>>();
    let mut groups = Vec::new();
    let mut group = |id: &str, class: &str, title: &str, items: &[&Item]| {
        if !items.is_empty() {
            let controls: Vec<_> = items.iter().map(|item| control::control(item, index)).collect();
            groups.push(json!({ "id": token(id), "class": class, "title": markup_line(title), "controls": controls }));
        }
    };
    group("essential-requirements", "essential-requirements", "Essential requirements", &of("essential"));
    group("threats", "threats", "Threats", &of("threat"));
    group("objectives", "objectives", "Objectives", &of("objective"));
    let mut families: BTreeMap<&str, Vec<&Item>> = BTreeMap::new();
    for requirement in of("requirement") {
        families.entry(index.related(&requirement.id, "family").next().unwrap_or("")).or_default().push(requirement);
    }
    // In the order in which families are declared, as in the draft.
    let own = catalogue.items.iter().filter(|item| item.kind == "family").map(|item| (item.id.as_str(), &item.title));
    let outside = catalogue.outside.iter().filter(|it| it.kind == "family").map(|it| (it.id.as_str(), &it.title));
    let general = "Requirements".to_owned();
    for (family, title) in std::iter::once(("", &general)).chain(outside).chain(own) {
        let Some(items) = families.remove(family) else { continue };
        let id = if family.is_empty() {
            "requirements".to_owned()
        } else {
            format!("family-{}", family.rsplit(':').next().unwrap_or(family))
        };
        group(&id, "requirements", title, &items);
    }
    groups
}

fn back_matter(index: &Index<'_>) -> Option<Value> {
    let outside: std::collections::BTreeSet<&str> = index
        .relations
        .iter()
        .filter(|(from, _)| index.is_control(from))
        .flat_map(|(_, to)| to)
        .filter(|(relation, to)| control::link_relation(relation).is_some() && !index.is_control(to))
        .map(|(_, to)| *to)
        .collect();
    let resources: Vec<_> = outside.into_iter().map(|id| resource(id, index)).collect();
    (!resources.is_empty()).then(|| json!({ "resources": resources }))
}

/// What a link leads to outside the controls: something of this catalogue, or of another package.
fn resource(id: &str, index: &Index<'_>) -> Value {
    let mut resource = json!({ "uuid": uuid(id), "props": [own("norm-id", id)] });
    let Some(outside) = index.outside.get(id) else {
        let title = index.items.get(id).map(|item| &item.title).filter(|title| !title.is_empty());
        resource["title"] = json!(markup_line(title.map_or(id, String::as_str)));
        return resource;
    };
    let document = outside.document.as_ref().filter(|_| outside.kind != "reference");
    let place: Vec<_> = document.into_iter().chain(&outside.number).map(String::as_str).collect();
    let title = [place.join(", "), outside.title.clone()].into_iter().filter(|part| !part.is_empty());
    resource["title"] = json!(markup_line(&title.collect::<Vec<_>>().join(": ")));
    if let Some(url) = outside.url.as_ref().filter(|url| url.starts_with("https://") || url.starts_with("http://")) {
        resource["rlinks"] = json!([{ "href": line(url) }]);
    }
    resource
}

/// A property that OSCAL has no name for.
fn own(name: &str, value: &str) -> Value {
    json!({ "name": name, "ns": NAMESPACE, "value": line(value) })
}

/// OSCAL knows no empty arrays.
fn insert(object: &mut Map<String, Value>, name: &str, values: Vec<Value>) {
    if !values.is_empty() {
        object.insert(name.to_owned(), Value::Array(values));
    }
}

fn insert_some(object: &mut Map<String, Value>, name: &str, value: Option<Value>) {
    if let Some(value) = value {
        object.insert(name.to_owned(), value);
    }
}
