//! A package as the site shows it: what it is, what it declares, and which packages it has to do with.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::corpus::Volume;
use crate::language;

use super::entry::{Entry, plural};
use super::places::{Link, Places};

/// The groups of the start page, in order.
const GROUPS: &[&str] = &[
    "Horizontal standards",
    "Vertical standards",
    "Vulnerability handling",
    "Libraries",
    "Acts",
    "Requests",
    "Work programmes",
    "Gap analyses",
];

/// A package.
#[derive(Serialize)]
pub(super) struct Shelf<'c> {
    pub(super) link: Link,
    /// What it is, one of the groups.
    group: &'static str,
    number: Option<&'c str>,
    version: Option<&'c str>,
    date: Option<&'c str>,
    /// What its header says.
    pub(super) head: Option<Entry<'c>>,
    pub(super) kinds: Vec<Kind<'c>>,
    /// The packages that it refers to.
    refers: Vec<Link>,
    /// The packages that refer to it.
    referred: Vec<Link>,
    has_draft: bool,
    has_coverage: bool,
    #[serde(skip)]
    pub(super) volume: &'c Volume,
}

/// Everything of one kind in a package.
#[derive(Serialize)]
pub(super) struct Kind<'c> {
    pub(super) word: &'c str,
    pub(super) heading: String,
    help: &'static str,
    pub(super) entries: Vec<Entry<'c>>,
}

/// A group of the start page.
#[derive(Serialize)]
pub(super) struct Group<'s, 'c> {
    heading: &'static str,
    shelves: Vec<&'s Shelf<'c>>,
}

impl<'c> Shelf<'c> {
    /// What is shown of a package.
    pub(super) fn of(places: &Places<'c>, volume: &'c Volume) -> Self {
        let catalogue = &volume.catalogue;
        let package = &*catalogue.package;
        let head = catalogue.items.iter().find(|item| item.id == package);
        let links = |packages: Vec<&str>| packages.into_iter().map(|package| places.link(package)).collect();
        Self {
            link: places.link(package),
            group: group(places, volume),
            number: catalogue.number.as_deref(),
            version: catalogue.version.as_deref(),
            date: catalogue.date.as_deref(),
            head: head.map(|head| Entry::of(places, volume, head)),
            kinds: kinds(places, volume),
            refers: links(places.refers(package)),
            referred: links(places.referred(package)),
            has_draft: volume.document.is_some(),
            has_coverage: volume.coverage.is_some(),
            volume,
        }
    }

    /// What the pages below its own say of it.
    pub(super) fn head_line(&self) -> BTreeMap<&'static str, &str> {
        BTreeMap::from([("title", &*self.link.text), ("package", &*self.volume.catalogue.package)])
    }
}

/// The packages as the start page groups them; groups without one are left out.
pub(super) fn groups<'s, 'c>(shelves: &'s [Shelf<'c>]) -> Vec<Group<'s, 'c>> {
    let group = |heading: &&'static str| Group {
        heading,
        shelves: shelves.iter().filter(|shelf| shelf.group == *heading).collect(),
    };
    GROUPS.iter().map(group).filter(|group| !group.shelves.is_empty()).collect()
}

/// What a package declares, kind by kind, in the order of the language.
fn kinds<'c>(places: &Places<'c>, volume: &'c Volume) -> Vec<Kind<'c>> {
    let order: BTreeMap<_, _> = language::top_level().map(|keyword| keyword.word).zip(0..).collect();
    let mut kinds: BTreeMap<(usize, &str), Kind<'c>> = BTreeMap::new();
    for item in volume.catalogue.items.iter().filter(|item| item.id != volume.catalogue.package) {
        let rank = order.get(&*item.kind).copied().unwrap_or(order.len());
        let kind = kinds.entry((rank, &item.kind)).or_insert_with(|| Kind {
            word: &item.kind,
            heading: plural(&item.kind),
            help: language::keyword(&item.kind).map_or("", |keyword| keyword.help),
            entries: Vec::new(),
        });
        kind.entries.push(Entry::of(places, volume, item));
    }
    kinds.into_values().collect()
}

/// The group of a package. The request says which deliverables are on the handling of vulnerabilities.
fn group(places: &Places<'_>, volume: &Volume) -> &'static str {
    let catalogue = &volume.catalogue;
    let answers = places.targets(&catalogue.package, "answers");
    match &*catalogue.kind {
        "standard" if answers.iter().any(|item| places.says(item, "role", "vulnerability-handling")) => GROUPS[2],
        "standard" if places.says(&catalogue.package, "role", "vertical") => GROUPS[1],
        "standard" => GROUPS[0],
        "library" => GROUPS[3],
        "regulation" => GROUPS[4],
        "request" => GROUPS[5],
        "programme" => GROUPS[6],
        _ => GROUPS[7],
    }
}
