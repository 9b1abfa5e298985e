//! What a kind is read with: its entry's properties, with names resolved to declarations.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Fix};
use crate::language::{Argument, Slot};
use crate::nearest::{near, nearest};
use crate::source::{Sources, Span};
use crate::syntax::Expression;

use super::condition::Condition;
use super::entry::{Comparison, Entry, Matched, Reference, Word};
use super::kinds::standard::Extension;
use super::relation::Relation;
use super::scope::Scope;
use super::{Id, Link, PackageId, Target, Written, prose};

/// Reads the entries of one package.
pub(super) struct Reader<'m, 's> {
    pub(super) sources: &'s Sources,
    pub(super) scope: &'m Scope<'s>,
    /// The scale of every risk factor, by its declaration.
    pub(super) scales: &'m BTreeMap<Id, Vec<Word<'s>>>,
    pub(super) package: PackageId,
    pub(super) diagnostics: Vec<Diagnostic>,
    /// What was found of the declaration that is being read, so that its own lists are made once and in their size.
    pub(super) links: Vec<Link>,
    pub(super) texts: Vec<Written<'s>>,
}

impl<'m, 's> Reader<'m, 's> {
    pub(super) fn new(
        sources: &'s Sources,
        scope: &'m Scope<'s>,
        scales: &'m BTreeMap<Id, Vec<Word<'s>>>,
        package: PackageId,
    ) -> Self {
        Self { sources, scope, scales, package, diagnostics: Vec::new(), links: Vec::new(), texts: Vec::new() }
    }
}

impl<'s> Reader<'_, 's> {
    /// Every declaration that an entry refers to, and every text in it, in the order of the source. The one place where references are reported.
    pub(super) fn links(&mut self, entry: &Entry<'s>) -> (Vec<Link>, Vec<Written<'s>>) {
        self.collect(entry);
        (self.links.drain(..).collect(), self.texts.drain(..).collect())
    }

    fn collect(&mut self, entry: &Entry<'s>) {
        for (slot, matched) in entry.keyword.slots.iter().zip(&entry.matched) {
            match matched {
                Matched::References(references) => {
                    let Some(relation) = Relation::of(entry.keyword.word) else { continue };
                    for reference in references {
                        match self.scope.resolve(self.package, reference, kinds(slot)) {
                            Ok(target) => self.links.push(Link { relation, target, span: reference.span() }),
                            Err(diagnostic) => self.diagnostics.push(*diagnostic),
                        }
                    }
                }
                Matched::Condition(expression) => self.condition_links(expression),
                _ if matches!(slot.argument, Argument::Title) => {}
                _ => {
                    for text in matched.texts() {
                        prose::links(*text, self);
                        self.texts.push(Written { property: entry.keyword.word, text: *text });
                    }
                }
            }
        }
        for child in &entry.children {
            if !super::is_declared(child.keyword) {
                self.collect(child);
            }
        }
    }

    fn condition_links(&mut self, expression: &Expression) {
        match expression {
            Expression::Name(span) => self.condition_link(*span, "feature"),
            Expression::Comparison { name, operator, value } => {
                self.condition_link(*name, "risk-factor");
                self.comparison(*name, *operator, *value, true);
            }
            Expression::Not(inner) => self.condition_links(inner),
            Expression::And(parts) | Expression::Or(parts) => {
                for part in parts {
                    self.condition_links(part);
                }
            }
        }
    }

    fn condition_link(&mut self, span: Span, kind: &'static str) {
        match self.scope.resolve(self.package, &self.reference(span), &[kind]) {
            Ok(target) => self.links.push(Link { relation: Relation::Conditioned, target, span }),
            Err(diagnostic) => self.diagnostics.push(*diagnostic),
        }
    }

    /// The reference written at a span: `name` or `package:name`.
    pub(super) fn reference(&self, span: Span) -> Reference<'s> {
        let text = self.sources.slice(span);
        match text.split_once(':') {
            None => Reference { package: None, name: Word { text, span } },
            Some((package, name)) => {
                let colon = span.start + u32::try_from(package.len()).unwrap_or(0);
                Reference {
                    package: Some(Word { text: package, span: Span::new(span.file, span.start, colon) }),
                    name: Word { text: name, span: Span::new(span.file, colon + 1, span.end) },
                }
            }
        }
    }

    fn find(&self, reference: &Reference<'s>, kinds: &[&str]) -> Option<Target> {
        let package = reference.package.map(|package| package.text);
        let id = self.scope.lookup(self.package, package, reference.name.text)?;
        let fits = kinds.is_empty() || kinds.contains(&self.scope.kinds[id.0 as usize].0);
        fits.then(|| Target { id, span: reference.span() })
    }

    /// What an argument refers to.
    pub(super) fn targets_at(&self, entry: &Entry<'s>, slot: usize) -> Vec<Target> {
        let kinds = entry.keyword.slots.get(slot).map_or(&[][..], kinds);
        entry.references_at(slot).iter().filter_map(|reference| self.find(reference, kinds)).collect()
    }

    /// What a property refers to, all its lines together.
    pub(super) fn targets(&self, entry: &Entry<'s>, word: &'static str) -> Vec<Target> {
        entry.all(word).flat_map(|line| self.targets_at(line, 0)).collect()
    }

    /// The one thing that a property refers to.
    pub(super) fn target(&self, entry: &Entry<'s>, word: &'static str) -> Option<Target> {
        self.targets(entry, word).into_iter().next()
    }

    /// What the entry's own arguments refer to.
    pub(super) fn own_targets(&self, entry: &Entry<'s>) -> Vec<Target> {
        self.targets_at(entry, 0)
    }

    /// The one thing that an argument of a property's line refers to.
    pub(super) fn resolve_slot(&self, line: &Entry<'s>, slot: usize) -> Option<Target> {
        self.targets_at(line, slot).into_iter().next()
    }

    /// The condition of a property; `None` where the property is missing.
    pub(super) fn condition(&mut self, entry: &Entry<'s>, word: &'static str) -> Option<Condition> {
        self.condition_at(entry.first(word)?, 0)
    }

    /// The condition at a slot; a name that leads nowhere was reported and counts as a condition that always holds.
    pub(super) fn condition_at(&mut self, line: &Entry<'s>, slot: usize) -> Option<Condition> {
        line.expression_at(slot).map(|expression| self.resolve_condition(expression))
    }

    fn resolve_condition(&mut self, expression: &Expression) -> Condition {
        match expression {
            Expression::Name(span) => self
                .find(&self.reference(*span), &["feature"])
                .map_or(Condition::ALWAYS, |target| Condition::Feature(target.id)),
            Expression::Comparison { name, operator, value } => {
                self.comparison(*name, *operator, *value, false).unwrap_or(Condition::ALWAYS)
            }
            Expression::Not(inner) => Condition::Not(Box::new(self.resolve_condition(inner))),
            Expression::And(parts) => Condition::And(parts.iter().map(|part| self.resolve_condition(part)).collect()),
            Expression::Or(parts) => Condition::Or(parts.iter().map(|part| self.resolve_condition(part)).collect()),
        }
    }

    fn comparison(&mut self, name: Span, operator: Span, value: Span, report: bool) -> Option<Condition> {
        let factor = self.find(&self.reference(name), &["risk-factor"])?.id;
        let scale = self.scales.get(&factor)?;
        let word = self.sources.slice(value);
        let Some(at) = scale.iter().position(|step| step.text == word) else {
            if report {
                self.diagnostics.push(unknown_value(word, value, scale, self.scope.kinds[factor.0 as usize].1));
            }
            return None;
        };
        let top = scale.len().saturating_sub(1);
        let between = |low, high| Condition::Factor { factor, low, high };
        Some(match Comparison::of(self.sources.slice(operator))? {
            Comparison::AtLeast => between(at, top),
            Comparison::AtMost => between(0, at),
            Comparison::Equal => between(at, at),
            Comparison::Above if at == top => Condition::Or(Vec::new()),
            Comparison::Above => between(at + 1, top),
            Comparison::Below if at == 0 => Condition::Or(Vec::new()),
            Comparison::Below => between(0, at - 1),
        })
    }

    /// The packages that an `extends` line names.
    pub(super) fn extensions(&self, line: &Entry<'s>) -> Vec<Extension<'s>> {
        let at = line.text_at(1);
        line.words_at(0)
            .iter()
            .map(|name| Extension { package: self.scope.package(name.text), name: *name, at })
            .collect()
    }

    /// The package that a property names.
    pub(super) fn package_of(&self, entry: &Entry<'s>, word: &'static str) -> Option<PackageId> {
        self.scope.package(entry.word(word)?.text)
    }
}

/// The finding for a value that a scale does not have.
pub(super) fn unknown_value(word: &str, span: Span, scale: &[Word<'_>], declared: Span) -> Diagnostic {
    let steps: Vec<_> = scale.iter().map(|step| step.text).collect();
    let help = match nearest(word, steps.iter().copied()) {
        Some(near) => format!("did you mean `{near}`? The scale is {}", steps.join(" < ")),
        None => format!("write one of: {}", steps.join(", ")),
    };
    let near = near(word, steps.iter().copied());
    Diagnostic::error("unknown-value", span, format!("the scale has no value `{word}`"))
        .label(declared, "the scale is declared here")
        .help(help)
        .fixed(near.map(|near| Fix::rename(span, near.name, near.certain)))
}

fn kinds(slot: &Slot) -> &'static [&'static str] {
    fn of(argument: Argument) -> &'static [&'static str] {
        match argument {
            Argument::Refer(kinds) | Argument::Refers(kinds) => kinds,
            Argument::Clause(_, then) => of(*then),
            _ => &[],
        }
    }
    of(slot.argument)
}
