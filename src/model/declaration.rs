//! A declaration: a thing with its kind, its place, what every kind may carry, and what it refers to.

use crate::language::Keyword;
use crate::source::Span;
use crate::syntax::Text;

use super::entry::{Entry, Word};
use super::kinds::Body;
use super::reader::Reader;
use super::relation::Relation;
use super::{Id, PackageId, Target};

/// One thing of the model: a requirement, a threat, an omission.
#[derive(Clone, Debug)]
pub struct Declaration<'s> {
    /// Its place in the model.
    pub id: Id,
    /// The package it stands in.
    pub package: PackageId,
    /// Its entry in the table of kinds.
    pub keyword: &'static Keyword,
    /// Its name in the package, such as `R-KDF` or `I-2c.opt-out`; empty where its kind has none.
    pub name: String,
    /// Its title.
    pub title: Option<Text<'s>>,
    /// The whole item.
    pub span: Span,
    /// Its name, or its keyword where it has none: the place that findings point at.
    pub at: Span,
    /// The declaration it stands in.
    pub parent: Option<Id>,
    /// What every kind may carry.
    pub common: Common<'s>,
    /// What its kind says.
    pub body: Body<'s>,
    /// Everything it refers to, in the order of the source.
    pub links: Vec<Link>,
    /// Every text in it but titles, in the order of the source.
    pub texts: Vec<Written<'s>>,
    /// Whether one of its references leads nowhere, so that what seems to be missing may only be misspelt.
    pub loose: bool,
    /// Whether a line of it was reported already, so that it may say less than its author meant; no rule complains of it.
    pub broken: bool,
}

/// What a declaration refers to, how, and where it says so.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Link {
    /// How.
    pub relation: Relation,
    /// What.
    pub target: Id,
    /// Where.
    pub span: Span,
}

/// A text of a declaration, and the property that it stands at; the kind's own word where it is an argument of the item.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Written<'s> {
    /// The property, such as `statement` or `pass`.
    pub property: &'static str,
    /// The text.
    pub text: Text<'s>,
}

/// What every kind may carry.
#[derive(Clone, Debug, Default)]
pub struct Common<'s> {
    /// Informative notes.
    pub notes: Vec<Text<'s>>,
    /// Informative examples.
    pub examples: Vec<Text<'s>>,
    /// Why it is there.
    pub rationale: Option<Text<'s>>,
    /// Where it comes from: a reference and the clause in it.
    pub sources: Vec<(Target, Option<Text<'s>>)>,
    /// The version in which it first stood.
    pub since: Option<Text<'s>>,
    /// Remarks of the editor.
    pub editors_notes: Vec<Text<'s>>,
    /// Findings that are accepted on it.
    pub allowed: Vec<Allowed<'s>>,
}

/// A finding that is accepted, and why.
#[derive(Clone, Copy, Debug)]
pub struct Allowed<'s> {
    /// The rule.
    pub rule: Word<'s>,
    /// Why.
    pub because: Text<'s>,
}

impl<'s> Common<'s> {
    pub(super) fn read(entry: &Entry<'s>, reader: &Reader<'_, 's>) -> Self {
        if entry.keyword.child("note").is_none() || entry.children.is_empty() {
            return Self::default();
        }
        let source = |line: &Entry<'s>| Some((reader.resolve_slot(line, 0)?, line.text_at(1)));
        let allowed = |line: &Entry<'s>| Some(Allowed { rule: line.word_at(0)?, because: line.text_at(1)? });
        Self {
            notes: entry.texts("note"),
            examples: entry.texts("example"),
            rationale: entry.text("rationale"),
            sources: entry.all("source").filter_map(source).collect(),
            since: entry.text("since"),
            editors_notes: entry.texts("editors-note"),
            allowed: entry.all("allow").filter_map(allowed).collect(),
        }
    }
}

impl Declaration<'_> {
    /// The word of its kind.
    pub fn kind(&self) -> &'static str {
        self.keyword.word
    }

    /// The title as plain text, or the name where there is none.
    pub fn label(&self) -> String {
        self.title.map_or_else(|| self.name.clone(), |title| title.content().as_str().to_owned())
    }

    /// What it refers to by one relation.
    pub fn targets(&self, relation: Relation) -> impl Iterator<Item = Id> + '_ {
        self.links.iter().filter(move |link| link.relation == relation).map(|link| link.target)
    }
}
