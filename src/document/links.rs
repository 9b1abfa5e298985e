//! Links: what a name of a declaration becomes in the draft, a cross-reference where the draft holds it, else words.

use crate::model::{CitedDocument, Id, Standard};

use super::block::Cell;
use super::compose::{Composer, anchor, read};
use super::inline::Inline;

impl Composer<'_, '_> {
    /// What a name in a text becomes: a link into the draft where the draft holds it, else words.
    pub(super) fn reference(&self, name: &str) -> Inline {
        match self.model.lookup(self.package, name) {
            Some(id) => self.link(id),
            None => Inline::text(format!("[{name}]")),
        }
    }

    /// A cross-reference to a declaration.
    pub(super) fn link(&self, id: Id) -> Inline {
        let declaration = self.model.get(id);
        let title = declaration.label();
        if let Some(document) = self.model.body::<CitedDocument<'_>>(id).filter(|document| document.catalogue.is_none())
        {
            let text = document.number.map_or_else(|| title.clone(), read);
            return Inline::Reference { target: self.anchor(id), text, title };
        }
        let own = declaration.package == self.package;
        let text = match declaration.kind() {
            // Filled in once clauses have numbers.
            "clause" | "annex" | "figure" | "formula" | "table" if own => String::new(),
            "requirement" if own => self.number_of(id),
            "assessment" if own => declaration.name.clone(),
            "threat" | "objective" | "assumption" | "policy" | "use-case" | "risk-factor" | "profile" if own => {
                declaration.name.clone()
            }
            "asset" | "feature" | "level" if own => title.clone(),
            // The terms clause has those of other packages that the draft refers to.
            "term" => title.clone(),
            _ => return self.outside(id),
        };
        Inline::Reference { target: self.anchor(id), text, title }
    }

    /// Words for what this draft does not hold.
    fn outside(&self, id: Id) -> Inline {
        let declaration = self.model.get(id);
        let package = self.model.package(declaration.package);
        let header = package.head.and_then(|head| self.model.body::<Standard<'_>>(head));
        match (declaration.kind(), header) {
            ("essential" | "concept" | "category" | "module" | "information" | "documentation", _) => {
                Inline::text(self.official(id))
            }
            ("requirement", Some(header)) => {
                let number = header.number.map_or_else(|| package.name.to_owned(), read).replace(' ', "\u{a0}");
                Inline::text(format!("{} ({number})", self.number_of(id)))
            }
            _ => Inline::text(declaration.label()),
        }
    }

    /// The official place of something that an act declares.
    pub(super) fn official(&self, id: Id) -> String {
        let declaration = self.model.get(id);
        let own = crate::model::Kind::of(declaration).and_then(|it: &crate::model::Essential<'_>| it.official);
        let category = || crate::model::Kind::of(declaration).and_then(|it: &crate::model::Category<'_>| it.official);
        let module = || crate::model::Kind::of(declaration).and_then(|it: &crate::model::Module<'_>| it.official);
        match (own.or_else(category).or_else(module), declaration.parent) {
            (Some(official), _) => read(official),
            (None, Some(parent)) if declaration.kind() == "concept" => {
                format!("{}, {}", self.official(parent), declaration.label())
            }
            _ => declaration.label(),
        }
    }

    /// The printed number of a requirement as running text.
    pub(super) fn number_cell(&self, id: Id) -> Cell {
        vec![Inline::text(self.number_of(id))]
    }

    /// The printed number of a requirement, its name where it has none.
    pub(super) fn number_of(&self, id: Id) -> String {
        self.numbers.get(&id).cloned().unwrap_or_else(|| self.model.get(id).name.clone())
    }

    /// The anchor of an own declaration.
    pub(super) fn anchor(&self, id: Id) -> String {
        anchor(self.model, self.package, id)
    }

    /// Links to several declarations, with commas between, or semicolons where the words of one have commas.
    pub(super) fn links(&self, ids: impl IntoIterator<Item = Id>) -> Cell {
        let links: Vec<_> = ids.into_iter().map(|id| self.link(id)).collect();
        let between = if links.iter().any(|link| link.words().contains(", ")) { "; " } else { ", " };
        let mut cell = Vec::new();
        for link in links {
            if !cell.is_empty() {
                cell.push(Inline::text(between));
            }
            cell.push(link);
        }
        cell
    }

    /// A name with the anchor that references to it lead to.
    pub(super) fn named(&self, id: Id) -> Cell {
        vec![Inline::Anchor { id: self.anchor(id) }, Inline::text(self.model.get(id).name.clone())]
    }
}
