//! Names: what each package declares, what it uses, and what a reference leads to.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashMap};

use crate::diagnostic::{Applicability, Diagnostic, Edit, Fix, Lack};
use crate::language::one_of;
use crate::nearest::{Near, near};
use crate::source::Span;

use super::entry::Reference;
use super::{Id, PackageId};

/// What one package declares and sees.
#[derive(Debug, Default)]
pub(super) struct Names<'s> {
    pub(super) name: &'s str,
    /// What each name was declared for, counted from the first declaration of the package.
    pub(super) declared: HashMap<Cow<'s, str>, u32>,
    /// The first declaration of the package.
    pub(super) start: u32,
    /// Packages in use, by the name they are used under.
    pub(super) visible: Vec<(&'s str, PackageId)>,
    /// Where a line `use` goes, and what stands before it there.
    pub(super) use_line: Option<Edit>,
}

impl Names<'_> {
    /// What a name was declared for.
    pub(super) fn get(&self, name: &str) -> Option<Id> {
        self.declared.get(name).map(|place| Id(self.start + place))
    }
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
        self.names(home).get(name)
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
        kinds: &[&'static str],
    ) -> Result<Id, Box<Diagnostic>> {
        let home = match reference.package {
            None => from,
            Some(package) => self
                .visible(from, package.text)
                .ok_or_else(|| Box::new(self.invisible(from, package.text, package.span, reference.name.text)))?,
        };
        let Some(id) = self.names(home).get(reference.name.text) else {
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
            .help(format!("add the line `use {package}` to the package"))
            .lacks(Lack { name: format!("use {package}"), ..self.lack(from, "", &[]) })
            .fixed(self.add_use(from, home));
        }
        let visible = self.names(from).visible.iter().map(|(alias, _)| *alias);
        let near = near(package, visible.chain(self.packages.iter().map(|names| names.name)));
        let diagnostic = missing(package, span);
        match near {
            Some(near) => diagnostic.did_you_mean(span, near.name, near.certain),
            None => diagnostic.help(format!("the packages in use are: {}", self.in_use(from))),
        }
    }

    /// The finding for a package that is named where only a package may stand, and that the workspace does not have.
    pub(super) fn missing_package(&self, package: &str, span: Span) -> Diagnostic {
        let diagnostic = missing(package, span);
        match near(package, self.packages.iter().map(|names| names.name)) {
            Some(near) => diagnostic.did_you_mean(span, near.name, near.certain),
            None => diagnostic.help("check that `norm.yaml` names the folder of the package"),
        }
    }

    fn in_use(&self, from: PackageId) -> String {
        let aliases: Vec<_> = self.names(from).visible.iter().map(|(alias, _)| format!("`{alias}`")).collect();
        if aliases.is_empty() { "none".to_owned() } else { aliases.join(", ") }
    }

    fn unknown(
        &self,
        from: PackageId,
        home: PackageId,
        reference: &Reference<'s>,
        kinds: &[&'static str],
    ) -> Diagnostic {
        let name = reference.name.text;
        let place = self.names(home).name;
        let what = kinds.first().map_or("declaration", |kind| kind);
        let diagnostic = Diagnostic::error(
            "unknown-name",
            reference.span(),
            format!("no {what} called `{name}` in the package `{place}`"),
        )
        .lacks(self.lack(home, name, kinds));
        if let Some(near) = self.near(home, name, kinds) {
            return diagnostic.did_you_mean(reference.name.span, near.name, near.certain);
        }
        for (alias, other) in &self.names(from).visible {
            if let Some(id) = self.names(*other).get(name) {
                return diagnostic
                    .label(self.kinds[id.0 as usize].1, format!("declared here in `{alias}`"))
                    .help(format!("write `{alias}:{name}`"))
                    .fix(
                        Fix::safe(format!("write `{alias}:{name}`"))
                            .replace(reference.span(), format!("{alias}:{name}")),
                    );
            }
        }
        for (at, names) in (0..).zip(&self.packages) {
            if let Some(id) = names.get(name) {
                let whole = format!("{}:{name}", names.name);
                let fix = self.add_use(from, PackageId(at)).map(|fix| Fix {
                    title: format!("{} and write `{whole}`", fix.title),
                    applicability: Applicability::Proposed,
                    ..fix.replace(reference.span(), &whole)
                });
                return diagnostic
                    .label(self.kinds[id.0 as usize].1, format!("declared here in `{}`", names.name))
                    .help(format!("add `use {}` to the package and write `{whole}`", names.name))
                    .fixed(fix);
            }
        }
        diagnostic.help(format!("declare `{name}`, or name something that exists"))
    }

    /// That a package has no declaration of a name.
    fn lack(&self, home: PackageId, name: &str, kinds: &[&'static str]) -> Lack {
        let near = self.near(home, name, kinds).and_then(|near| self.names(home).get(near.name));
        Lack {
            package: self.names(home).name.to_owned(),
            name: name.to_owned(),
            kinds: kinds.to_vec(),
            near: near.map(|id| self.kinds[id.0 as usize].1),
        }
    }

    /// Adds the line that makes a package visible; safe where that closes no circle.
    fn add_use(&self, from: PackageId, home: PackageId) -> Option<Fix> {
        let line = self.names(from).use_line.as_ref()?;
        let name = self.names(home).name;
        let title = format!("add `use {name}`");
        let fix = if self.sees(home, from) { Fix::proposed(title) } else { Fix::safe(title) };
        Some(fix.replace(line.span, format!("{}use {name}", line.replacement)))
    }

    /// Whether a package sees another, by way of others too.
    fn sees(&self, from: PackageId, other: PackageId) -> bool {
        let (mut seen, mut open) = (BTreeSet::from([from]), vec![from]);
        while let Some(package) = open.pop() {
            let next = self.names(package).visible.iter().map(|(_, id)| *id);
            open.extend(next.filter(|package| seen.insert(*package)));
        }
        seen.contains(&other)
    }

    fn near(&self, home: PackageId, name: &str, kinds: &[&'static str]) -> Option<Near<'_>> {
        let of_kind = |id: Id| kinds.is_empty() || kinds.contains(&self.kinds[id.0 as usize].0);
        // The nearest of a set does not depend on the order in which a map is walked: ties go to the smaller name.
        let mut candidates: Vec<&str> = Vec::new();
        let names = self.names(home);
        let of_kind = |place: u32| of_kind(Id(names.start + place));
        candidates.extend(names.declared.iter().filter(|(_, place)| of_kind(**place)).map(|(name, _)| &**name));
        candidates.sort_unstable();
        near(name, candidates)
    }
}

/// The finding for a package that the workspace does not have.
fn missing(package: &str, span: Span) -> Diagnostic {
    let lack = Lack { package: package.to_owned(), name: String::new(), kinds: Vec::new(), near: None };
    Diagnostic::error("unknown-package", span, format!("no package is called `{package}`")).lacks(lack)
}

/// A reference as it is written.
pub(super) fn written(reference: &Reference<'_>) -> String {
    match reference.package {
        Some(package) => format!("{}:{}", package.text, reference.name.text),
        None => reference.name.text.to_owned(),
    }
}
