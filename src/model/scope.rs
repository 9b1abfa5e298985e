//! Names: what each package declares, what it uses, and what a reference leads to.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::diagnostic::{Diagnostic, Fix};
use crate::language::one_of;
use crate::nearest::{Near, near};
use crate::source::Span;

use super::entry::Reference;
use super::{Id, PackageId};

/// What one package declares and sees.
#[derive(Debug, Default)]
pub(super) struct Names<'s> {
    pub(super) name: &'s str,
    pub(super) declared: HashMap<Cow<'s, str>, Id>,
    /// Packages in use, by the name they are used under.
    pub(super) visible: Vec<(&'s str, PackageId)>,
}

/// All names of a workspace.
#[derive(Debug, Default)]
pub(super) struct Scope<'s> {
    pub(super) packages: Vec<Names<'s>>,
    /// The keyword of every declaration and where its name stands.
    pub(super) kinds: Vec<(&'static str, Span)>,
}

impl<'s> Scope<'s> {
    pub(super) fn names(&self, package: PackageId) -> &Names<'s> {
        &self.packages[package.0 as usize]
    }

    pub(super) fn package(&self, name: &str) -> Option<PackageId> {
        let at = self.packages.iter().position(|names| names.name == name)?;
        u32::try_from(at).ok().map(PackageId)
    }

    /// What a reference leads to, without a word on why it leads nowhere.
    pub(super) fn lookup(&self, from: PackageId, package: Option<&str>, name: &str) -> Option<Id> {
        let home = match package {
            None => from,
            Some(package) => self.visible(from, package)?,
        };
        self.names(home).declared.get(name).copied()
    }

    fn visible(&self, from: PackageId, package: &str) -> Option<PackageId> {
        let names = self.names(from);
        if names.name == package {
            return Some(from);
        }
        names.visible.iter().find(|(alias, _)| *alias == package).map(|(_, id)| *id)
    }

    /// What a reference to one of `kinds` leads to, or why it leads nowhere. Any kind will do where `kinds` is empty.
    pub(super) fn resolve(
        &self,
        from: PackageId,
        reference: &Reference<'s>,
        kinds: &[&str],
    ) -> Result<Id, Box<Diagnostic>> {
        let home = match reference.package {
            None => from,
            Some(package) => self
                .visible(from, package.text)
                .ok_or_else(|| Box::new(self.invisible(from, package.text, package.span, reference.name.text)))?,
        };
        let Some(id) = self.names(home).declared.get(reference.name.text).copied() else {
            return Err(Box::new(self.unknown(from, home, reference, kinds)));
        };
        let (kind, declared) = self.kinds[id.0 as usize];
        if kinds.is_empty() || kinds.contains(&kind) {
            return Ok(id);
        }
        let wanted = one_of(kinds);
        let mut diagnostic = Diagnostic::error(
            "wrong-kind",
            reference.span(),
            format!("`{}` is {}, where {wanted} is expected", written(reference), one_of(&[kind])),
        )
        .label(declared, format!("declared here as {}", one_of(&[kind])));
        diagnostic = match self.near(home, reference.name.text, kinds) {
            Some(near) => diagnostic.did_you_mean(reference.name.span, near.name, false),
            None => diagnostic.help(format!("name {wanted}, or declare one")),
        };
        Err(Box::new(diagnostic))
    }

    fn invisible(&self, from: PackageId, package: &str, span: Span, name: &str) -> Diagnostic {
        if let Some(home) = self.package(package) {
            let known = if self.names(home).declared.contains_key(name) { ", where it is declared" } else { "" };
            return Diagnostic::error(
                "package-not-in-use",
                span,
                format!("`{}` does not use the package `{package}`{known}", self.names(from).name),
            )
            .help(format!("add the line `use {package}` to the package"));
        }
        let visible = self.names(from).visible.iter().map(|(alias, _)| *alias);
        let near = near(package, visible.chain(self.packages.iter().map(|names| names.name)));
        let diagnostic = Diagnostic::error("unknown-package", span, format!("no package is called `{package}`"));
        match near {
            Some(near) => diagnostic.did_you_mean(span, near.name, near.certain),
            None => diagnostic.help(format!("the packages in use are: {}", self.in_use(from))),
        }
    }

    /// The finding for a package that is named where only a package may stand, and that the workspace does not have.
    pub(super) fn missing_package(&self, package: &str, span: Span) -> Diagnostic {
        let diagnostic = Diagnostic::error("unknown-package", span, format!("no package is called `{package}`"));
        match near(package, self.packages.iter().map(|names| names.name)) {
            Some(near) => diagnostic.did_you_mean(span, near.name, near.certain),
            None => diagnostic.help("check that `norm.yaml` names the folder of the package"),
        }
    }

    fn in_use(&self, from: PackageId) -> String {
        let aliases: Vec<_> = self.names(from).visible.iter().map(|(alias, _)| format!("`{alias}`")).collect();
        if aliases.is_empty() { "none".to_owned() } else { aliases.join(", ") }
    }

    fn unknown(&self, from: PackageId, home: PackageId, reference: &Reference<'s>, kinds: &[&str]) -> Diagnostic {
        let name = reference.name.text;
        let place = self.names(home).name;
        let what = kinds.first().map_or("declaration", |kind| kind);
        let diagnostic = Diagnostic::error(
            "unknown-name",
            reference.span(),
            format!("no {what} called `{name}` in the package `{place}`"),
        );
        if let Some(near) = self.near(home, name, kinds) {
            return diagnostic.did_you_mean(reference.name.span, near.name, near.certain);
        }
        for (alias, other) in &self.names(from).visible {
            if let Some(id) = self.names(*other).declared.get(name) {
                return diagnostic
                    .label(self.kinds[id.0 as usize].1, format!("declared here in `{alias}`"))
                    .help(format!("write `{alias}:{name}`"))
                    .fix(
                        Fix::safe(format!("write `{alias}:{name}`"))
                            .replace(reference.span(), format!("{alias}:{name}")),
                    );
            }
        }
        for names in &self.packages {
            if let Some(id) = names.declared.get(name) {
                return diagnostic
                    .label(self.kinds[id.0 as usize].1, format!("declared here in `{}`", names.name))
                    .help(format!("add `use {0}` to the package and write `{0}:{name}`", names.name));
            }
        }
        diagnostic.help(format!("declare `{name}`, or name something that exists"))
    }

    fn near(&self, home: PackageId, name: &str, kinds: &[&str]) -> Option<Near<'_>> {
        let of_kind = |id: Id| kinds.is_empty() || kinds.contains(&self.kinds[id.0 as usize].0);
        // The nearest of a set does not depend on the order in which a map is walked: ties go to the smaller name.
        let mut candidates: Vec<&str> = Vec::new();
        let declared = &self.names(home).declared;
        candidates.extend(declared.keys().filter(|key| of_kind(declared[*key])).map(|key| &**key));
        candidates.sort_unstable();
        near(name, candidates)
    }
}

/// A reference as it is written.
pub(super) fn written(reference: &Reference<'_>) -> String {
    match reference.package {
        Some(package) => format!("{}:{}", package.text, reference.name.text),
        None => reference.name.text.to_owned(),
    }
}
