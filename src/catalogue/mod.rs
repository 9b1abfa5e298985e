//! Extract: the model and the graph make a catalogue of one package: identities, what each thing says, and relations. Knows no format.

mod control;
mod parameter;
mod properties;

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;

use crate::digest;
use crate::document::{self, House};
use crate::graph::Graph;
use crate::language::Header;
use crate::model::{Declaration, Id, Model, PackageId};

pub use control::{AssessmentFields, Control};
pub use parameter::{Parameter, ParameterOption};

/// The version of the catalogue's schema. The first part changes where a reader of an older one would be misled.
pub const SCHEMA_VERSION: &str = "1.0.0";

/// The name space of every UUID (version 5) that normc gives.
const NAMESPACE: Uuid = Uuid::from_u128(0x8d3c_5e0a_1f42_4b7e_9a61_c7d2_40f8_e315);

/// The UUID of a stable name, such as `password-managers:R-KDF`.
pub fn uuid(name: &str) -> Uuid {
    Uuid::new_v5(&NAMESPACE, name.as_bytes())
}

/// One package as data.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Catalogue {
    /// The package's name.
    pub package: String,
    /// What the package is: `regulation`, `request`, `standard`, `library`, `survey` or `programme`.
    pub kind: String,
    /// The package's title.
    pub title: String,
    /// Version 5, from the package's name: the same in every version.
    pub uuid: Uuid,
    /// The version, such as `0.1.0`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub version: Option<String>,
    /// The date of the version, `YYYY-MM-DD`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<String>,
    /// The number of the deliverable, or the official reference of the act or request.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// Everything the package declares, in the order of its files.
    pub items: Vec<Item>,
    /// What the declarations have to do with each other and with those of other packages.
    pub relations: Vec<Relation>,
    /// The declarations of other packages that relations lead to.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub outside: Vec<Outside>,
}

/// A declaration of another package.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Outside {
    /// Its name in the workspace, such as `cra:I-2e`.
    pub id: String,
    /// Its kind, such as `essential`.
    pub kind: String,
    /// Version 5, from its id: the same as in the catalogue of its own package.
    pub uuid: Uuid,
    /// Its title.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// Its official place or number, such as `Annex I, Part I, point (2)(e)` or `REQ-GEN-CONF-001`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// The number of the deliverable, or the official reference of the act, that it belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub document: Option<String>,
    /// Where it is published.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// A declaration.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Item {
    /// Its name in the workspace, such as `password-managers:R-KDF`.
    pub id: String,
    /// Its name in the package; empty where its kind has none.
    pub name: String,
    /// Its kind, such as `requirement`.
    pub kind: String,
    /// The number that drafts print, such as `REQ-PM-CONF-001`; requirements have one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<String>,
    /// Version 5, from its id.
    pub uuid: Uuid,
    /// SHA-256, in hexadecimal, over what the item says and what it refers to: equal where nothing changed.
    pub hash: String,
    /// Its title.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// What its kind says, by property; texts in Markdown.
    #[serde(skip_serializing_if = "std::collections::BTreeMap::is_empty")]
    pub properties: std::collections::BTreeMap<String, Vec<String>>,
    /// What a requirement says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub requirement: Option<Control>,
    /// What an assessment says.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub assessment: Option<AssessmentFields>,
}

/// A relation between two declarations.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Relation {
    /// The id of the declaration that states it.
    pub from: String,
    /// The relation, such as `covers`.
    pub relation: String,
    /// The id of what it is stated of.
    pub to: String,
}

/// Makes the catalogue of a package.
pub fn extract(model: &Model<'_>, graph: &Graph, house: &House, package: PackageId) -> Catalogue {
    let members = model.members(package);
    let head = model.package(package).head.map(|head| model.get(head));
    let header = head.map_or_else(Default::default, |head| properties::properties(model, head));
    let one = |word: &str| header.get(word).and_then(|values| values.first()).cloned();
    let numbers = document::requirement_numbers(model, house, package);
    let mut items = Vec::with_capacity(members.len());
    let mut relations = Vec::new();
    let mut outside = BTreeSet::new();
    for member in members {
        let own = relations_of(model, graph, member.id);
        items.push(item(model, member, numbers.get(&member.id), &own));
        relations.extend(own);
        outside.extend(graph.outgoing(member.id).map(|edge| edge.to).filter(|to| model.get(*to).package != package));
    }
    let name = model.package(package).name;
    Catalogue {
        package: name.to_owned(),
        kind: model.package(package).header.map_or("", Header::word).to_owned(),
        title: head.map_or_else(|| name.to_owned(), Declaration::label),
        uuid: uuid(name),
        version: one("version"),
        date: one("date"),
        number: one("number").or_else(|| one("official")),
        items,
        relations,
        outside: outside.into_iter().map(|id| outsider(model, id, numbers.get(&id))).collect(),
    }
}

fn outsider(model: &Model<'_>, id: Id, number: Option<&String>) -> Outside {
    let declaration = model.get(id);
    let said = properties::properties(model, declaration);
    let one = |word: &str| said.get(word).and_then(|values| values.first()).cloned();
    let head = model.package(declaration.package).head.map(|head| properties::properties(model, model.get(head)));
    let document = head.and_then(|said| said.get("number").or_else(|| said.get("official"))?.first().cloned());
    let parent = declaration.parent.map(|parent| properties::properties(model, model.get(parent)));
    let of_parent = || parent.as_ref()?.get("official")?.first().cloned();
    let id = model.qualified(id);
    Outside {
        uuid: uuid(&id),
        kind: declaration.kind().to_owned(),
        title: one("title").unwrap_or_else(|| declaration.label()),
        number: number.cloned().or_else(|| one("official")).or_else(|| one("number")).or_else(of_parent),
        document,
        url: one("url"),
        id,
    }
}

fn item(model: &Model<'_>, declaration: &Declaration<'_>, number: Option<&String>, relations: &[Relation]) -> Item {
    let id = model.qualified(declaration.id);
    let mut item = Item {
        uuid: uuid(&id),
        name: declaration.name.clone(),
        kind: declaration.kind().to_owned(),
        number: number.cloned(),
        hash: String::new(),
        title: declaration.title.map_or_else(String::new, |title| title.content().as_str().to_owned()),
        properties: properties::properties(model, declaration),
        requirement: Control::extract(model, declaration),
        assessment: AssessmentFields::extract(model, declaration),
        id,
    };
    item.hash = hash(&item, relations);
    item
}

fn relations_of(model: &Model<'_>, graph: &Graph, id: Id) -> Vec<Relation> {
    let from = model.qualified(id);
    let mut found: Vec<_> = graph
        .outgoing(id)
        .map(|edge| Relation {
            from: from.clone(),
            relation: edge.relation.word().to_owned(),
            to: model.qualified(edge.to),
        })
        .collect();
    found.sort();
    found.dedup();
    found
}

fn hash(item: &Item, relations: &[Relation]) -> String {
    let said = (&item.kind, &item.title, &item.properties, &item.requirement, &item.assessment, relations);
    digest::sha256(serde_json::to_vec(&said).unwrap_or_default())
}
