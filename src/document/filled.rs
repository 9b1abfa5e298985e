//! The words of the outline, with what the deliverable declares in place of names.

use crate::model::{Model, Regulation, Request, Standard};

use super::block::{Block, Cell};
use super::compose::{Composer, read};
use super::outline::{Drawings, Fields, Outline, Phrases, TableWords, Tables, fill};

impl Composer<'_, '_> {
    /// A text of the outline with what the header declares in place of `{…}`.
    pub(super) fn filled(&self, text: &str) -> String {
        let values: Vec<_> = self.declared.iter().map(|(name, value)| (*name, value.as_str())).collect();
        fill(text, &values)
    }

    /// The words of the tables that normc makes.
    pub(super) fn tables(&self) -> &Tables {
        &self.outline.words.tables
    }

    /// The names of the parts of requirements and assessments.
    pub(super) fn fields(&self) -> &Fields {
        &self.outline.words.fields
    }

    /// Sentences and parts of sentences.
    pub(super) fn phrases(&self) -> &Phrases {
        &self.outline.words.phrases
    }

    /// The words of the figures that normc draws.
    pub(super) fn drawings(&self) -> &Drawings {
        &self.outline.words.drawings
    }

    /// A table that normc makes, under the words of the outline; nothing where it has no rows.
    pub(super) fn made(&self, id: &str, words: &TableWords, widths: &[u8], rows: Vec<Vec<Cell>>) -> Vec<Block> {
        let head: Vec<_> = words.head.iter().map(|text| self.filled(text)).collect();
        let head: Vec<_> = head.iter().map(String::as_str).collect();
        if rows.is_empty() { Vec::new() } else { vec![self.table(id, &words.caption, widths, &head, rows)] }
    }

    /// Several words in a sentence: `a`, `a and b`, `a, b and c`.
    pub(super) fn listed(&self, words: &[&str]) -> String {
        listed(self.phrases(), words)
    }
}

fn listed(phrases: &Phrases, words: &[&str]) -> String {
    match words.split_last() {
        None => String::new(),
        Some((only, [])) => (*only).to_owned(),
        Some((last, others)) => fill(&phrases.list, &[("others", &others.join(", ")), ("last", last)]),
    }
}

/// What stands for the names in the texts of an outline.
pub(super) fn declared(model: &Model<'_>, standard: &Standard<'_>, outline: &Outline) -> Vec<(&'static str, String)> {
    let present = &outline.cover.present;
    let mut capital = present.chars();
    let capital = capital.next().into_iter().flat_map(char::to_uppercase).chain(capital).collect();
    let act = model.addressed(standard).first().and_then(|id| {
        let head = model.package(model.get(*id).package).head?;
        model.body::<Regulation<'_>>(head)?.official.map(read)
    });
    vec![
        ("present", present.clone()),
        ("present-cap", capital),
        ("act", act.unwrap_or_else(|| outline.words.phrases.act.clone())),
        ("body", standard.body.map_or_else(|| outline.publisher.clone(), read)),
        ("items", items(model, standard, &outline.words.phrases)),
    ]
}

/// The items that a deliverable answers, and of which request they are.
fn items(model: &Model<'_>, standard: &Standard<'_>, phrases: &Phrases) -> String {
    let items: Vec<_> = standard.answers.iter().map(|item| model.get(item.id)).collect();
    let request = items.first().and_then(|item| model.package(item.package).head);
    let official = request.map_or_else(String::new, |head| {
        let official = model.body::<Request<'_>>(head).and_then(|request| request.official);
        official.map_or_else(|| model.get(head).label(), read)
    });
    let names: Vec<_> = items.iter().map(|item| item.name.as_str()).collect();
    let form = if names.len() == 1 { &phrases.item } else { &phrases.items };
    fill(form, &[("items", &listed(phrases, &names)), ("request", &official)])
}
