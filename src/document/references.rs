//! The documents that a draft cites: which, in which order, under which label.

use std::collections::BTreeMap;

use crate::graph::Graph;
use crate::model::{CitedDocument, Id, Model, PackageId, Relation};
use crate::wording::Style;

use super::block::{Block, Citation, Clause};
use super::compose::{Composer, anchor, read};
use super::inline::Inline;
use super::outline::{Labels, fill};
use super::prose::is_web;
use super::walk;

/// The documents that a draft lists, in the order of their numbers and titles.
pub(super) struct References {
    entries: Vec<Id>,
    /// By anchor, whether the document is normative.
    normative: BTreeMap<String, bool>,
}

impl References {
    /// The package's own references, and those of others that it mentions, cites or takes something from. Catalogue entries stand
    /// with the threats that cite them.
    pub(super) fn collect(model: &Model<'_>, graph: &Graph, package: PackageId) -> Self {
        let members = model.members(package);
        let own = members.iter().map(|member| member.id);
        let cited = members.iter().flat_map(|member| graph.outgoing(member.id)).filter_map(|edge| {
            matches!(edge.relation, Relation::Mentions | Relation::Cites | Relation::Source).then_some(edge.to)
        });
        let mut documents: Vec<(String, Id, bool)> = own
            .chain(cited)
            .filter_map(|id| {
                let document = model.body::<CitedDocument<'_>>(id).filter(|document| document.catalogue.is_none())?;
                Some((document.number.map_or_else(String::new, read), id, document.normative))
            })
            .collect();
        documents.sort();
        documents.dedup();
        Self {
            normative: documents.iter().map(|(_, id, normative)| (anchor(model, package, *id), *normative)).collect(),
            entries: documents.into_iter().map(|(_, id, _)| id).collect(),
        }
    }

    /// The normative documents.
    pub(super) fn normative<'c, 's>(
        &'c self,
        composer: &'c Composer<'_, 's>,
    ) -> impl Iterator<Item = (Id, &'c CitedDocument<'s>)> {
        let documents = self.entries.iter().filter_map(|id| Some((*id, composer.model.body(*id)?)));
        documents.filter(|(_, document): &(Id, &CitedDocument<'_>)| document.normative)
    }

    /// The entries of one list, their labels still to come.
    pub(super) fn entries(&self, composer: &Composer<'_, '_>, normative: bool) -> Vec<Block> {
        let phrases = composer.phrases();
        let entry = |id: &Id| {
            let document = composer.model.body::<CitedDocument<'_>>(*id)?;
            let mut text = String::new();
            if let Some(body) = document
                .body
                .map(read)
                .filter(|body| !document.number.is_some_and(|number| read(number).starts_with(body.as_str())))
            {
                text.push_str(&body);
                text.push(' ');
            }
            text.push_str(&document.number.map_or_else(String::new, read));
            let undated = text.clone();
            if let Some(date) = document.date {
                text = fill(&phrases.edition, &[("document", &text), ("edition", &read(date))]);
            }
            let title = document.document_title.map_or_else(String::new, read);
            // Acts of the Union are cited by their titles as these stand.
            let act = Style::of(Some(composer.eso))
                .is_some_and(|style| document.number.is_some_and(|number| style.is_act(number.content().as_str())));
            let form = if act { &phrases.act_document } else { &phrases.document };
            let mut inlines = vec![Inline::text(fill(form, &[("document", &text), ("title", &title)]))];
            if let Some(url) = document.url.map(read).filter(|url| is_web(url)) {
                inlines.push(Inline::text(" "));
                inlines.push(Inline::Link { content: vec![Inline::text(url.clone())], url });
            }
            (document.normative == normative).then(|| Block::Reference {
                id: composer.anchor(*id),
                label: String::new(),
                text: inlines,
                citation: Citation { document: text, undated, title, dated: document.is_dated(), act },
            })
        };
        self.entries.iter().filter_map(entry).collect()
    }

    /// Numbers the lists in the order in which their documents are first cited, those that nothing cites last, and writes each label
    /// behind the words that cite it.
    pub(super) fn label(&self, clauses: &mut [Clause], labels: &Labels) {
        let mut first_cited: BTreeMap<String, usize> = BTreeMap::new();
        walk::inlines(clauses, &mut |inline| {
            if let Inline::Reference { target, .. } = inline
                && self.normative.contains_key(target)
            {
                let place = first_cited.len();
                first_cited.entry(target.clone()).or_insert(place);
            }
        });
        let mut found = BTreeMap::new();
        self.order(clauses, &first_cited, labels, &mut found);
        walk::inlines(clauses, &mut |inline| {
            if let Inline::Reference { target, text, .. } = inline
                && let Some(label) = found.get(target).filter(|label| !label.is_empty())
            {
                text.push_str(&format!(" {label}"));
            }
        });
    }

    fn order(
        &self,
        clauses: &mut [Clause],
        first_cited: &BTreeMap<String, usize>,
        labels: &Labels,
        found: &mut BTreeMap<String, String>,
    ) {
        for clause in clauses {
            clause.blocks.sort_by_key(|block| match block {
                Block::Reference { id, .. } => 1 + first_cited.get(id).copied().unwrap_or(first_cited.len()),
                _ => 0,
            });
            let mut count = 0;
            for block in &mut clause.blocks {
                let Block::Reference { id, label, .. } = block else { continue };
                count += 1;
                let normative = self.normative.get(id).copied().unwrap_or_default();
                let form = if normative { &labels.normative_reference } else { &labels.informative_reference };
                *label = form.replace("{n}", &count.to_string());
                found.insert(id.clone(), label.clone());
            }
            self.order(&mut clause.clauses, first_cited, labels, found);
        }
    }
}
