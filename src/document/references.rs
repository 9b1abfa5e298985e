//! The documents that a draft cites: which, in which order, under which label.

use std::collections::BTreeMap;

use crate::graph::Graph;
use crate::model::{CitedDocument, Id, Model, PackageId, Relation};

use super::block::{Block, Inline};
use super::compose::{Composer, anchor, read};
use super::outline::Outline;
use super::prose::is_web;

/// Cited documents with their labels.
pub(super) struct References {
    /// In the order of their labels: the document, its label, whether it is normative.
    entries: Vec<(Id, String, bool)>,
    targets: BTreeMap<Id, (String, String)>,
}

impl References {
    /// The package's own references, and those of others that it mentions, cites or takes something from; catalogue entries stand
    /// with the threats that cite them. Normative ones first, each part in the order of its numbers and titles.
    pub(super) fn collect(model: &Model<'_>, graph: &Graph, package: PackageId, outline: &Outline) -> Self {
        let members = model.members(package);
        let own = members.iter().map(|member| member.id);
        let cited = members.iter().flat_map(|member| graph.outgoing(member.id)).filter_map(|edge| {
            matches!(edge.relation, Relation::Mentions | Relation::Cites | Relation::Source).then_some(edge.to)
        });
        let mut documents: Vec<(bool, String, Id)> = own
            .chain(cited)
            .filter_map(|id| {
                let document = model.body::<CitedDocument<'_>>(id)?;
                let number = document.number.map_or_else(String::new, read);
                document.catalogue.is_none().then_some((!document.normative, number, id))
            })
            .collect();
        documents.sort();
        documents.dedup();
        let (mut normative, mut informative) = (0, 0);
        let mut references = Self { entries: Vec::new(), targets: BTreeMap::new() };
        for (is_informative, _, id) in documents {
            let (count, form) = if is_informative {
                (&mut informative, &outline.labels.informative_reference)
            } else {
                (&mut normative, &outline.labels.normative_reference)
            };
            *count += 1;
            let label = form.replace("{n}", &count.to_string());
            let number =
                model.body::<CitedDocument<'_>>(id).and_then(|document| document.number).map_or_else(String::new, read);
            references.targets.insert(id, (anchor(model, package, id), format!("{number} {label}")));
            references.entries.push((id, label, !is_informative));
        }
        references
    }

    /// Where a reference to a document leads, and what it says.
    pub(super) fn target(&self, id: Id) -> Option<(String, String)> {
        self.targets.get(&id).cloned()
    }

    /// The entries of one list.
    pub(super) fn entries(&self, composer: &Composer<'_, '_>, normative: bool) -> Vec<Block> {
        let entries = self.entries.iter().filter(|(_, _, is)| *is == normative);
        let entry = |(id, label, _): &(Id, String, bool)| {
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
            if let Some(date) = document.date {
                text.push_str(&format!(" ({})", read(date)));
            }
            text.push_str(&format!(": \u{201c}{}\u{201d}.", document.document_title.map_or_else(String::new, read)));
            let mut inlines = vec![Inline::text(text)];
            if let Some(url) = document.url.map(read).filter(|url| is_web(url)) {
                inlines.push(Inline::text(" "));
                inlines.push(Inline::Link { content: vec![Inline::text(url.clone())], url });
            }
            Some(Block::Reference { id: composer.anchor(*id), label: label.clone(), text: inlines })
        };
        entries.filter_map(entry).collect()
    }
}
