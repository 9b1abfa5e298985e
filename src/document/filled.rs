//! The words of the outline, with what the deliverable declares in place of names.

use super::block::{Block, Cell};
use super::compose::{Composer, read};
use super::outline::{Drawings, Fields, Phrases, TableWords, Tables, fill};

impl Composer<'_, '_> {
    /// A text of the outline with what the header declares in place of `{…}`.
    pub(super) fn filled(&self, text: &str) -> String {
        let present = &self.outline.cover.present;
        let mut capital = present.chars();
        let capital: String = capital.next().into_iter().flat_map(char::to_uppercase).chain(capital).collect();
        let items: Vec<_> = self.standard.answers.iter().map(|item| self.model.get(item.id)).collect();
        let request = items.first().and_then(|item| self.model.package(item.package).head);
        let official = request.map_or_else(String::new, |head| {
            let official = self.model.body::<crate::model::Request<'_>>(head).and_then(|request| request.official);
            official.map_or_else(|| self.model.get(head).label(), read)
        });
        let names: Vec<_> = items.iter().map(|item| item.name.as_str()).collect();
        let phrases = self.phrases();
        let form = if names.len() == 1 { &phrases.item } else { &phrases.items };
        let items = fill(form, &[("items", &self.listed(&names)), ("request", &official)]);
        let act = self.model.addressed(self.standard).first().and_then(|id| {
            let head = self.model.package(self.model.get(*id).package).head?;
            self.model.body::<crate::model::Regulation<'_>>(head)?.official.map(read)
        });
        let body = self.standard.body.map_or_else(|| self.outline.publisher.clone(), read);
        let values = [
            ("present-cap", capital.as_str()),
            ("present", present),
            ("act", act.as_deref().unwrap_or(&phrases.act)),
            ("body", &body),
            ("items", &items),
        ];
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
        match words.split_last() {
            None => String::new(),
            Some((only, [])) => (*only).to_owned(),
            Some((last, others)) => fill(&self.phrases().list, &[("others", &others.join(", ")), ("last", last)]),
        }
    }
}
