//! What a page says of one declaration: its own words, what it refers to, and where it is used.

use serde::Serialize;

use crate::catalogue::{AssessmentFields, Control, Item, Parameter};
use crate::corpus::Volume;
use crate::document::{Block, Inline, by_itself};

use super::places::{Elsewhere, Group, Link, Places, anchor};

/// What is read first, where a declaration says it.
const FIRST: &[&str] = &["official", "number", "text", "definition"];

/// One declaration, as it is shown.
#[derive(Debug, Serialize)]
pub(super) struct Entry<'c> {
    /// The anchor in its page.
    pub(super) anchor: &'c str,
    /// The link to itself, from the site's root.
    pub(super) link: Link,
    /// The name in the source; empty where it has none.
    pub(super) name: &'c str,
    /// What it says, labelled.
    pub(super) said: Vec<Said>,
    /// What it refers to.
    above: Vec<Group>,
    /// What refers to it in its own package.
    inside: Vec<Group>,
    /// What refers to it in others.
    elsewhere: Vec<Elsewhere>,
}

/// A labelled part of what a declaration says.
#[derive(Debug, Serialize)]
pub(super) struct Said {
    /// The label.
    label: String,
    /// What it says.
    pub(super) blocks: Vec<Block>,
}

impl<'c> Entry<'c> {
    /// What is shown of a declaration.
    pub(super) fn of(places: &Places<'c>, volume: &'c Volume, item: &'c Item) -> Self {
        let mut said: Vec<_> = item.requirement.iter().flat_map(requirement).collect();
        said.extend(item.assessment.iter().flat_map(assessment));
        let mut properties: Vec<_> = item.properties.iter().collect();
        let place = |name: &str| FIRST.iter().position(|first| *first == name).unwrap_or(FIRST.len());
        properties.sort_by_key(|(name, _)| place(name));
        said.extend(properties.into_iter().map(|(name, values)| Said { label: label(name), blocks: several(values) }));
        let is_head = item.id == volume.catalogue.package;
        let (mut above, mut inside) = (places.above(&item.id), places.inside(&item.id));
        if is_head {
            inside.clear();
        }
        // A relation that reads alike from both ends, such as `goes with`, is one.
        for group in &mut above {
            let same = inside.iter().position(|other| other.words == group.words);
            group.links.extend(same.map(|at| inside.remove(at).links).into_iter().flatten());
        }
        Self {
            anchor: anchor(item),
            link: places.link(&item.id),
            name: &item.name,
            said,
            above,
            inside,
            elsewhere: places.elsewhere(&item.id),
        }
    }
}

fn requirement(control: &Control) -> Vec<Said> {
    let mut said = vec![Said { label: "Provision".to_owned(), blocks: by_itself(&control.resolved) }];
    said.extend(control.when.iter().map(|when| Said { label: "Applies where".to_owned(), blocks: by_itself(when) }));
    if !control.parameters.is_empty() {
        let items = control.parameters.iter().map(|it| words(&parameter(it))).collect();
        said.push(Said { label: "Parameters".to_owned(), blocks: vec![Block::List { start: None, items }] });
    }
    if !control.narrowings.is_empty() {
        let narrowed = control.narrowings.iter();
        let items =
            narrowed.map(|it| words(&format!("{} of {}: {}", it.parameter, it.requirement, it.allowed))).collect();
        said.push(Said { label: "Narrows".to_owned(), blocks: vec![Block::List { start: None, items }] });
    }
    said
}

fn parameter(parameter: &Parameter) -> String {
    let mut text = parameter.name.clone();
    let mut add = |before: &str, part: &str| {
        if !part.is_empty() {
            text += before;
            text += part;
        }
    };
    add(": ", &parameter.label);
    add("; ", parameter.allowed.as_deref().unwrap_or(""));
    let options: Vec<_> = parameter.options.iter().map(|option| option.name.as_str()).collect();
    add("; one of ", &options.join(", "));
    add("; by default ", parameter.default.as_deref().unwrap_or(""));
    text
}

fn assessment(fields: &AssessmentFields) -> Vec<Said> {
    let one = |label: &str, text: &Option<String>| {
        text.as_ref().map(|text| Said { label: label.to_owned(), blocks: by_itself(text) })
    };
    let mut said = vec![Said { label: "Methods".to_owned(), blocks: words(&fields.methods.join(", ")) }];
    said.extend(one("Objective", &fields.objective));
    said.extend(one("Preparation", &fields.preparation));
    if !fields.activities.is_empty() {
        let items = fields.activities.iter().map(|text| by_itself(text)).collect();
        said.push(Said { label: "Activities".to_owned(), blocks: vec![Block::List { start: Some(1), items }] });
    }
    said.extend(one("Passes", &fields.pass));
    said.extend(one("Fails", &fields.fail));
    said.extend(one("Inconclusive", &fields.inconclusive));
    said.extend(one("Evidence", &fields.evidence));
    said
}

/// A paragraph of plain words.
fn words(text: &str) -> Vec<Block> {
    vec![Block::Paragraph { text: vec![Inline::text(text)] }]
}

/// One text as it stands; of several, a list.
fn several(values: &[String]) -> Vec<Block> {
    match values {
        [value] => by_itself(value),
        _ => vec![Block::List { start: None, items: values.iter().map(|value| by_itself(value)).collect() }],
    }
}

/// A word of the language as a label: `use-case` is `Use case`.
pub(super) fn label(word: &str) -> String {
    match word {
        "editors-note" => return "Editor's note".to_owned(),
        "essential" => return "Essential requirement".to_owned(),
        _ => {}
    }
    let mut text = word.replace('-', " ");
    if let Some(first) = text.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    text
}

/// The same for several of a kind: `policy` is `Policies`.
pub(super) fn plural(word: &str) -> String {
    let text = label(word);
    match text.strip_suffix('y') {
        Some(stem) => format!("{stem}ies"),
        None if text.ends_with('s') => text,
        None => text + "s",
    }
}
