//! What runs through all packages: requirements, essential requirements with what covers them, threats, and terms.

use serde::Serialize;

use crate::catalogue::Item;
use crate::corpus::{Corpus, Volume};
use crate::document::{Block, by_itself};

use super::places::{Link, Places, package};

/// A row of the list of requirements.
#[derive(Debug, Serialize)]
pub(super) struct RequirementRow {
    requirement: Link,
    package: Link,
    level: Vec<Link>,
    refines: Vec<Link>,
    /// What other packages make of it.
    used: Vec<Link>,
}

/// An act, with what covers its essential requirements.
#[derive(Debug, Serialize)]
pub(super) struct Act {
    act: Link,
    /// The deliverables, one a column.
    columns: Vec<Link>,
    rows: Vec<EssentialRow>,
}

#[derive(Debug, Serialize)]
struct EssentialRow {
    essential: Link,
    cells: Vec<Vec<Covering>>,
}

/// How a deliverable answers to an essential requirement.
#[derive(Debug, Serialize)]
struct Covering {
    /// `adopts`; empty where it covers by a requirement of its own, or does not cover.
    words: &'static str,
    link: Link,
}

/// A row of the list of threats.
#[derive(Debug, Serialize)]
pub(super) struct ThreatRow {
    threat: Link,
    package: Link,
    /// The threats of a catalogue that it is a case of, or its cases.
    related: Vec<Link>,
    countered: Vec<Link>,
    reduced: Vec<Link>,
}

/// A row of the list of terms.
#[derive(Debug, Serialize)]
pub(super) struct TermRow<'c> {
    term: Link,
    package: Link,
    kind: &'c str,
    pub(super) definition: Vec<Block>,
    also: Vec<&'c str>,
    #[serde(skip)]
    key: String,
}

fn items<'c>(corpus: &'c Corpus, kinds: &'static [&str]) -> impl Iterator<Item = (&'c Volume, &'c Item)> {
    let all = corpus.packages.iter().flat_map(|volume| volume.catalogue.items.iter().map(move |item| (volume, item)));
    all.filter(|(_, item)| kinds.contains(&&*item.kind))
}

fn links(places: &Places<'_>, ids: Vec<&str>) -> Vec<Link> {
    ids.into_iter().map(|id| places.link(id)).collect()
}

/// Every requirement, by package and in the order of its files.
pub(super) fn requirements(corpus: &Corpus, places: &Places<'_>) -> Vec<RequirementRow> {
    let row = |(volume, item): (&Volume, &Item)| {
        let used = ["refines", "adopts", "deviates"].into_iter().flat_map(|word| places.origins(&item.id, word));
        RequirementRow {
            requirement: places.link(&item.id),
            package: places.link(&volume.catalogue.package),
            level: links(places, places.targets(&item.id, "level")),
            refines: links(places, places.targets(&item.id, "refines")),
            used: used.map(|id| user(places, id)).collect(),
        }
    };
    items(corpus, &["requirement"]).map(row).collect()
}

/// What uses something: by its number where it has a name, by its package where it has none, as `adopts` and `deviates`.
fn user(places: &Places<'_>, id: &str) -> Link {
    let link = places.link(id);
    if link.title.is_empty() { Link { text: format!("{}: {}", package(id), link.text), ..link } } else { link }
}

/// Every act that has essential requirements.
pub(super) fn acts(corpus: &Corpus, places: &Places<'_>) -> Vec<Act> {
    let standards: Vec<&str> =
        corpus.packages.iter().filter(|it| it.document.is_some()).map(|it| &*it.catalogue.package).collect();
    let acts = corpus.packages.iter().filter_map(|volume| {
        let essentials: Vec<_> = volume.catalogue.items.iter().filter(|item| item.kind == "essential").collect();
        (!essentials.is_empty()).then(|| Act {
            act: places.link(&volume.catalogue.package),
            columns: standards.iter().map(|standard| places.link(standard)).collect(),
            rows: essentials.into_iter().map(|item| essential(places, item, &standards)).collect(),
        })
    });
    acts.collect()
}

fn essential(places: &Places<'_>, item: &Item, standards: &[&str]) -> EssentialRow {
    let mut cells: Vec<Vec<Covering>> = standards.iter().map(|_| Vec::new()).collect();
    let mut add = |words: &'static str, by: &str, link: Link| {
        if let Ok(column) = standards.binary_search(&package(by)) {
            cells[column].push(Covering { words, link });
        }
    };
    // What covers a part of it covers it, so far.
    let mut ids = vec![&*item.id];
    ids.extend(places.origins(&item.id, "of"));
    let origins = |relation: &str| {
        let found: std::collections::BTreeSet<_> = ids.iter().flat_map(|id| places.origins(id, relation)).collect();
        found
    };
    let covering = origins("covers");
    covering.iter().for_each(|id| add("", id, places.link(id)));
    for id in &covering {
        places.origins(id, "adopts").into_iter().for_each(|by| add("adopts", by, places.link(id)));
    }
    for (relation, text) in [("omits", "left out, with the reason"), ("not-applicable", "not applicable")] {
        origins(relation).into_iter().for_each(|by| add("", by, Link { text: text.to_owned(), ..places.link(by) }));
    }
    EssentialRow { essential: places.link(&item.id), cells }
}

/// Every threat, those of catalogues included.
pub(super) fn threats(corpus: &Corpus, places: &Places<'_>) -> Vec<ThreatRow> {
    let row = |(volume, item): (&Volume, &Item)| {
        let related = [places.targets(&item.id, "based-on"), places.origins(&item.id, "based-on")].concat();
        ThreatRow {
            threat: places.link(&item.id),
            package: places.link(&volume.catalogue.package),
            related: links(places, related),
            countered: links(places, places.origins(&item.id, "counters")),
            reduced: links(places, places.origins(&item.id, "reduces")),
        }
    };
    items(corpus, &["threat"]).map(row).collect()
}

/// Every term, abbreviation and symbol, in the order of the alphabet.
pub(super) fn terms<'c>(corpus: &'c Corpus, places: &Places<'c>) -> Vec<TermRow<'c>> {
    let row = |(volume, item): (&'c Volume, &'c Item)| {
        let said = |word: &str| item.properties.get(word).into_iter().flatten().map(String::as_str);
        let link = places.link(&item.id);
        let shown = if item.kind == "term" && !item.title.is_empty() { &item.title } else { &item.name };
        TermRow {
            key: shown.to_lowercase(),
            term: Link { text: shown.clone(), title: String::new(), ..link },
            package: places.link(&volume.catalogue.package),
            kind: &item.kind,
            definition: definition(item),
            also: said("admitted").collect(),
        }
    };
    let mut rows: Vec<_> = items(corpus, &["term", "abbreviation", "symbol"]).map(row).collect();
    rows.sort_by(|one, other| one.key.cmp(&other.key));
    rows
}

/// What a term means; an abbreviation says it by its title.
fn definition(item: &Item) -> Vec<Block> {
    let defined = item.properties.get("definition").and_then(|texts| texts.first());
    by_itself(defined.unwrap_or(&item.title))
}
