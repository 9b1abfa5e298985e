//! What a declaration says, property by property, as its source says it: texts as they read, lists whose order says nothing in the order of the
//! alphabet. How it is laid out, and its comments, say nothing.

use std::collections::{BTreeMap, BTreeSet};

use crate::language::{Argument as Slotted, Children, Keyword, Scope};
use crate::model::{Declaration, Id, Model, references};
use crate::source::{Sources, Span};
use crate::syntax::{self, Argument, Item, Text, Value};

/// What all declarations of a model say.
pub(super) struct Said {
    /// By declaration: property and words, in the order of the source. Lines of the same property are one, a line each.
    pub(super) of: BTreeMap<Id, Vec<(String, String)>>,
}

/// A model being read, and what its declarations are called in the other one.
struct Reader<'m, 's> {
    model: &'m Model<'s>,
    declared: BTreeMap<Span, Id>,
    renamed: &'m BTreeMap<Id, String>,
    said: Said,
}

impl Said {
    /// Reads the sources of a model again. What is in `renamed` is called so wherever it is referred to.
    pub(super) fn read(model: &Model<'_>, renamed: &BTreeMap<Id, String>) -> Self {
        let declared = model.declarations().iter().map(|declaration| (declaration.span, declaration.id)).collect();
        let mut reader = Reader { model, declared, renamed, said: Self { of: BTreeMap::new() } };
        for (id, file) in model.sources.iter() {
            let (tree, _) = syntax::parse(id, file.text());
            reader.items(&tree.items);
        }
        reader.said
    }

    /// What a declaration says; nothing where its item could not be read.
    pub(super) fn by(&self, id: Id) -> &[(String, String)] {
        self.of.get(&id).map_or(&[], Vec::as_slice)
    }
}

impl Said {
    /// What a declaration says by one property; nothing where it has none.
    pub(super) fn property(&self, id: Id, name: &str) -> &str {
        self.by(id).iter().find(|(property, _)| property == name).map_or("", |(_, words)| words)
    }
}

impl<'m, 's> Reader<'m, 's> {
    fn items(&mut self, items: &[Item]) {
        for item in items {
            if let Some(id) = self.declared.get(&item.span).copied() {
                self.declaration(id, item);
            }
        }
    }

    fn declaration(&mut self, id: Id, item: &Item) {
        let model = self.model;
        let declaration = model.get(id);
        let mut said = Vec::new();
        let title = declaration.title.map(|title| title.span());
        if let Some(title) = declaration.title {
            said.push(("title".to_owned(), self.text(declaration, title)));
        }
        let rest: Vec<_> =
            item.arguments.iter().filter(|it| it.span != declaration.at && Some(it.span) != title).collect();
        if !rest.is_empty() {
            let is_set = declaration.keyword.slots.last().is_some_and(|slot| is_set(slot.argument));
            said.push((declaration.kind().to_owned(), self.words(declaration, &rest, is_set)));
        }
        self.block(declaration, item, Some(declaration.keyword), "", &mut said);
        self.said.of.insert(id, merged(said));
    }

    /// The lines of a block; what is declared in it is read for itself.
    fn block(
        &mut self,
        declaration: &Declaration<'s>,
        item: &Item,
        keyword: Option<&'static Keyword>,
        under: &str,
        said: &mut Vec<(String, String)>,
    ) {
        for line in item.block.iter().flat_map(|block| &block.items) {
            if let Some(id) = self.declared.get(&line.span).copied() {
                self.declaration(id, line);
                continue;
            }
            let word = self.model.sources.slice(line.keyword);
            let inner = keyword.and_then(|keyword| keyword.child(word));
            let holds = |inner: &Keyword| inner.scope == Scope::Local || !matches!(inner.children, Children::None);
            let is_named = line.block.is_some() || inner.is_some_and(holds);
            let named = line.arguments.first().filter(|_| is_named);
            let named = named.map_or_else(String::new, |name| format!(" {}", self.words(declaration, &[name], false)));
            let path = format!("{under}{}{word}{named}", if under.is_empty() { "" } else { " " });
            let rest: Vec<_> = line.arguments.iter().skip(usize::from(!named.is_empty())).collect();
            let is_set = inner.and_then(|inner| inner.slots.first()).is_some_and(|slot| is_set(slot.argument));
            // A line with a block and nothing else speaks through its block.
            if !rest.is_empty() || line.block.is_none() || !named.is_empty() {
                said.push((path.clone(), self.words(declaration, &rest, is_set)));
            }
            self.block(declaration, line, inner, &path, said);
        }
    }

    fn words(&self, declaration: &Declaration<'s>, arguments: &[&Argument], is_set: bool) -> String {
        let mut parts = vec![String::new()];
        for argument in arguments {
            let words = self.argument(declaration, argument);
            let last = parts.len() - 1;
            if !parts[last].is_empty() {
                parts[last].push(' ');
            }
            parts[last] += &words;
            if argument.comma {
                parts.push(String::new());
            }
        }
        if is_set {
            parts = parts.into_iter().collect::<BTreeSet<_>>().into_iter().collect();
        }
        parts.join(", ")
    }

    fn argument(&self, declaration: &Declaration<'s>, argument: &Argument) -> String {
        let sources: &Sources = self.model.sources;
        let slice = sources.slice(argument.span);
        match &argument.value {
            Value::String | Value::Text => self.text(declaration, Text::new(slice, argument.span)),
            Value::Name { .. } => self.name(declaration, slice),
            Value::Group(members) => {
                let members: Vec<_> = members.iter().collect();
                format!("({})", self.words(declaration, &members, false))
            }
            _ => slice.split_whitespace().collect::<Vec<_>>().join(" "),
        }
    }

    fn name(&self, declaration: &Declaration<'s>, name: &str) -> String {
        if self.renamed.is_empty() {
            return name.to_owned();
        }
        let new = self.model.lookup(declaration.package, name).and_then(|id| self.renamed.get(&id));
        match (new, name.split_once(':')) {
            (None, _) => name.to_owned(),
            (Some(new), Some((package, _))) => format!("{package}:{new}"),
            (Some(new), None) => new.clone(),
        }
    }

    /// A text as it reads, in one line a paragraph.
    fn text(&self, declaration: &Declaration<'s>, text: Text<'_>) -> String {
        let content = text.content();
        let mut out = content.as_str().to_owned();
        if !self.renamed.is_empty() {
            for (name, range) in references(content.as_str()).into_iter().rev() {
                out.replace_range(range, &self.name(declaration, &name));
            }
        }
        let paragraphs = out.split("\n\n").map(|it| it.split_whitespace().collect::<Vec<_>>().join(" "));
        paragraphs.filter(|it| !it.is_empty()).collect::<Vec<_>>().join("\n\n")
    }
}

/// Whether the order of a list says nothing.
const fn is_set(argument: Slotted) -> bool {
    matches!(argument, Slotted::Refers(_) | Slotted::Words(_) | Slotted::Packages | Slotted::Rules)
}

/// Lines of the same property as one.
fn merged(said: Vec<(String, String)>) -> Vec<(String, String)> {
    let mut places: BTreeMap<String, usize> = BTreeMap::new();
    let mut out: Vec<(String, String)> = Vec::new();
    for (property, words) in said {
        match places.get(&property) {
            Some(at) => out[*at].1 += &format!("\n{words}"),
            None => {
                places.insert(property.clone(), out.len());
                out.push((property, words));
            }
        }
    }
    out
}
