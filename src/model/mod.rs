//! Resolve: syntax trees make one model of typed declarations whose names lead somewhere. Reads no file and draws no graph.

use std::borrow::Borrow;
use std::collections::BTreeMap;
use std::ops::Range;

use crate::diagnostic::Diagnostic;
use crate::language::{Header, Keyword, Scope as NameScope};
use crate::source::{FileId, Sources, Span};
use crate::syntax::SyntaxTree;

mod arguments;
mod condition;
mod considered;
mod conform;
mod declaration;
mod entry;
mod inheritance;
mod judgement;
mod kinds;
mod numbering;
mod plan;
mod prose;
mod reader;
mod relation;
mod resolve;
mod scope;
mod situation;
mod standing;
mod wording;

pub use condition::Condition;
pub use conform::signature;
pub use declaration::{Allowed, Common, Declaration, Link, Written};
pub use entry::{Comparison, Constraint, Limit, Narrowing, Quantity, Reference, Word};
pub use inheritance::Treatment;
pub use judgement::Lapse;
pub use kinds::{
    Adopts, Annex, Assessment, Asset, Assumption, Assurance, Body, BuildsOn, Category, Choice, CitedDocument, Concept,
    Considers, DecisionTree, Deviates, Documentation, Essential, Existing, Family, Feature, FigureFile, Finding,
    FreeClause, FreeFormula, FreeTable, Guidance, Information, Item, Kind, Level, Levels, Library, Mapping,
    Methodology, Milestone, Module, NotApplicable, Objective, Obligation, Omits, Param, ParamType, ParamValue,
    Participation, Policy, Profile, Programme, Provision, Regulation, Report, Request, Requirement, Residual, Review,
    Revision, RiskFactor, RiskMatrix, Standard, Survey, Symbol, TechnicalBody, Term, Threat, UseCase, UserCategory,
    WorkItem, abbreviation::Abbreviation, assessment, assurance, category, considers, decision_tree, essential, item,
    methodology, objective, request, requirement, requirement::Refinement, review, standard, threat,
};
pub use plan::{Plan, STAGES};
pub use prose::{Footnotes, Formula, footnotes, formulas, markdown, placeholders, plain_references, references};
pub use relation::Relation;
pub use situation::Situation;
pub use standing::{Standing, Unbound};
pub use wording::{alternatives, constraint_in_words};

/// Names a declaration of a [`Model`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Id(pub u32);

/// Names a package of a [`Model`].
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct PackageId(pub u32);

/// A declaration that is referred to, and where.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Target {
    /// What.
    pub id: Id,
    /// Where it is referred to.
    pub span: Span,
}

/// A package that is used, under which name, and where the source says so.
#[derive(Clone, Copy, Debug)]
pub struct Use<'s> {
    /// The name it is used under.
    pub alias: &'s str,
    /// The package.
    pub package: PackageId,
    /// Where the source says so.
    pub span: Span,
    /// Whether `extends` says so, not `use`.
    pub extends: bool,
}

/// A package: a folder with one header item.
#[derive(Clone, Debug)]
pub struct Package<'s> {
    /// Its place in the model.
    pub id: PackageId,
    /// Its name.
    pub name: &'s str,
    /// What it is.
    pub header: Option<Header>,
    /// The declaration of its header item.
    pub head: Option<Id>,
    /// Its folder below the workspace root.
    pub folder: &'s str,
    /// Its declarations.
    pub members: Range<u32>,
    /// The packages it uses.
    pub uses: Vec<Use<'s>>,
}

/// Everything that a workspace declares.
#[derive(Debug)]
pub struct Model<'s> {
    /// The sources it was read from.
    pub sources: &'s Sources,
    packages: Vec<Package<'s>>,
    declarations: Vec<Declaration<'s>>,
    scope: scope::Scope<'s>,
    /// The declarations of each kind, in order, so that whoever asks for one kind does not walk over all the others.
    by_kind: BTreeMap<&'static str, Vec<Id>>,
    /// The declarations of which a reference leads nowhere, in order.
    loose: Vec<Id>,
    /// The rank of every level that an order names.
    ranks: BTreeMap<Id, usize>,
}

/// Makes the model of a workspace, with everything that is wrong with its items and names.
pub fn resolve<T>(sources: &Sources, trees: impl IntoIterator<Item = T>) -> (Model<'_>, Vec<Diagnostic>)
where
    T: Borrow<SyntaxTree> + Send,
{
    resolve::resolve(sources, trees.into_iter().map(|tree| (tree.borrow().file, tree)), |tree| tree)
}

/// The same of trees that `read` makes on the way. They are never all in memory at once, and each is used by the core that made it.
pub fn resolve_with<T>(sources: &Sources, read: impl Fn(FileId) -> T + Sync) -> (Model<'_>, Vec<Diagnostic>)
where
    T: Borrow<SyntaxTree> + Send,
{
    resolve::resolve(sources, sources.iter().map(|(id, _)| (id, id)), read)
}

/// Whether an item of this keyword is a declaration of its own, at top level or inside another.
fn is_declared(keyword: &Keyword) -> bool {
    match keyword.scope {
        NameScope::Package | NameScope::Parent => true,
        NameScope::Local => false,
        NameScope::Unnamed => !keyword.headers.is_empty() && keyword.word != "use",
    }
}

impl<'s> Model<'s> {
    /// Every package, by name.
    pub fn packages(&self) -> &[Package<'s>] {
        &self.packages
    }

    /// A package.
    pub fn package(&self, id: PackageId) -> &Package<'s> {
        &self.packages[id.0 as usize]
    }

    /// The package of a name.
    pub fn package_named(&self, name: &str) -> Option<&Package<'s>> {
        self.packages.iter().find(|package| package.name == name)
    }

    /// Every declaration, by package, file and place.
    pub fn declarations(&self) -> &[Declaration<'s>] {
        &self.declarations
    }

    /// A declaration.
    pub fn get(&self, id: Id) -> &Declaration<'s> {
        &self.declarations[id.0 as usize]
    }

    /// The declarations of which a reference leads nowhere.
    pub fn loose(&self) -> impl Iterator<Item = &Declaration<'s>> {
        self.loose.iter().map(|id| self.get(*id))
    }

    /// The declarations of a package, in the order of its files.
    pub fn members(&self, package: PackageId) -> &[Declaration<'s>] {
        let range = &self.package(package).members;
        &self.declarations[range.start as usize..range.end as usize]
    }

    /// Every declaration of a kind.
    pub fn all<'m, K: Kind<'s> + 'm>(&'m self) -> impl Iterator<Item = (&'m Declaration<'s>, &'m K)> {
        self.bodies(self.ids(K::KEYWORD))
    }

    /// The declarations of a kind in one package.
    pub fn of<'m, K: Kind<'s> + 'm>(
        &'m self,
        package: PackageId,
    ) -> impl Iterator<Item = (&'m Declaration<'s>, &'m K)> {
        let (ids, members) = (self.ids(K::KEYWORD), &self.package(package).members);
        let place = |end: u32| ids.partition_point(|id| id.0 < end);
        self.bodies(&ids[place(members.start)..place(members.end)])
    }

    fn ids(&self, kind: &str) -> &[Id] {
        self.by_kind.get(kind).map_or(&[], Vec::as_slice)
    }

    fn bodies<'m, K: Kind<'s> + 'm>(&'m self, ids: &'m [Id]) -> impl Iterator<Item = (&'m Declaration<'s>, &'m K)> {
        ids.iter().map(|id| self.get(*id)).filter_map(|declaration| Some((declaration, K::of(declaration)?)))
    }

    /// What a declaration says, where it is of this kind.
    pub fn body<'m, K: Kind<'s>>(&'m self, id: Id) -> Option<&'m K> {
        K::of(self.get(id))
    }

    /// Whether one of these is of a kind.
    pub fn body_is<K: Kind<'s>>(&self, mut ids: impl Iterator<Item = Id>) -> bool {
        ids.any(|id| self.body::<K>(id).is_some())
    }

    /// Whether a request is in force: adopted, or a draft that no other request replaces.
    pub fn is_in_force(&self, request: PackageId) -> bool {
        !self.all::<Request<'s>>().any(|(_, other)| other.replaces == Some(request))
    }

    /// Whose drafting rules hold for a package's draft; `None` where it is no deliverable.
    pub fn eso(&self, package: PackageId) -> Option<standard::Eso> {
        self.body::<Standard<'s>>(self.package(package).head?)?.eso
    }

    /// Every deliverable with its header.
    pub fn standards(&self) -> impl Iterator<Item = (&Package<'s>, &Standard<'s>)> {
        self.packages.iter().filter_map(|package| Some((package, self.body(package.head?)?)))
    }

    /// The name of a declaration with its package: `pm:R-KDF`. Unnamed things are called by their kind and place in the package.
    pub fn qualified(&self, id: Id) -> String {
        let declaration = self.get(id);
        let package = self.package(declaration.package);
        if declaration.name.is_empty() {
            return format!("{}:{}-{}", package.name, declaration.kind(), id.0 - package.members.start);
        }
        if package.head == Some(id) {
            return package.name.to_owned();
        }
        format!("{}:{}", package.name, declaration.name)
    }

    /// What a name leads to, as seen from a package: `R-KDF`, `crypto:R-KDF`.
    pub fn lookup(&self, from: PackageId, name: &str) -> Option<Id> {
        match name.split_once(':') {
            Some((package, name)) => self.scope.lookup(from, Some(package), name),
            None => self.scope.lookup(from, None, name),
        }
    }

    /// The declarations that a name given from outside may mean: `pm:R-KDF` exactly, `pm` for a package's header, or `R-KDF` in any package.
    pub fn find(&self, name: &str) -> Vec<Id> {
        if let Some((package, name)) = name.split_once(':') {
            let found = self.scope.package(package).and_then(|package| self.scope.lookup(package, None, name));
            return found.into_iter().collect();
        }
        if let Some(head) = self.package_named(name).and_then(|package| package.head) {
            return vec![head];
        }
        self.packages.iter().filter_map(|package| self.scope.lookup(package.id, None, name)).collect()
    }

    /// The rank of a level in its package's order, from 0; `None` for a level that the order does not name.
    pub fn level_rank(&self, level: Id) -> Option<usize> {
        self.ranks.get(&level).copied()
    }
}
