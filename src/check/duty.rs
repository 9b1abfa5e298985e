//! How serious a finding is in a package that answers a request: as serious as the obligations of that edition which the rule enforces.
//!
//! A rule is never more serious than it is by itself, because one that guesses has to stay a warning whatever a request says.

use std::collections::BTreeMap;

use crate::diagnostic::{Diagnostic, Severity};
use crate::model::request::Edition;
use crate::model::{Declaration, Model, Obligation, PackageId, Standing};

use super::rules::Entry;

/// Groups whose rules hold whatever a request says: what is written must be readable, and a refinement must not be weaker.
const ALWAYS: &[&str] = &["language", "inheritance", "comments"];

/// What the requests ask of the packages, by rule.
pub(super) struct Duties<'m, 's> {
    standings: Vec<Vec<Standing>>,
    obligations: BTreeMap<&'s str, Vec<(&'m Declaration<'s>, &'m Obligation<'s>)>>,
    folders: BTreeMap<&'s str, PackageId>,
    model: &'m Model<'s>,
}

/// How strongly a word of the language binds.
fn severity(strength: &str) -> Severity {
    match strength {
        "shall" => Severity::Error,
        "may" => Severity::Note,
        _ => Severity::Warning,
    }
}

impl<'m, 's> Duties<'m, 's> {
    pub(super) fn of(model: &'m Model<'s>, edition: Option<Edition>) -> Self {
        let mut obligations: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for (declaration, obligation) in model.all::<Obligation<'s>>() {
            for rule in &obligation.checked_by {
                obligations.entry(rule.text).or_default().push((declaration, obligation));
            }
        }
        let packages = || model.packages().iter();
        Self {
            standings: packages().map(|package| model.standings(package.id, edition)).collect(),
            obligations,
            folders: packages().map(|package| (package.folder, package.id)).collect(),
            model,
        }
    }

    fn standings(&self, package: PackageId) -> &[Standing] {
        self.standings.get(package.0 as usize).map_or(&[], Vec::as_slice)
    }

    /// How strongly the obligations that bind the package ask for what a rule checks; `None` where none does.
    pub(super) fn asked(&self, package: PackageId, rule: &str) -> Option<Severity> {
        self.binding(package, rule).filter_map(|(_, obligation)| Some(severity(obligation.strength?.text))).max()
    }

    /// The first obligation that binds the package and asks for what a rule checks.
    pub(super) fn asking(&self, package: PackageId, rule: &str) -> Option<&'m Declaration<'s>> {
        self.binding(package, rule).next().map(|(declaration, _)| declaration)
    }

    fn binding(
        &self,
        package: PackageId,
        rule: &str,
    ) -> impl Iterator<Item = (&'m Declaration<'s>, &'m Obligation<'s>)> {
        let obligations = self.obligations.get(rule).map_or(&[][..], Vec::as_slice);
        self.standings(package).iter().flat_map(move |standing| {
            let here = obligations.iter().filter(|(declaration, _)| declaration.package == standing.request);
            here.filter(|(_, obligation)| standing.unbound(obligation).is_none()).copied()
        })
    }

    /// Whether only editions that the package does not answer ask for what a rule checks.
    fn is_asked_elsewhere_only(&self, package: PackageId, rule: &str) -> bool {
        let Some(obligations) = self.obligations.get(rule) else { return false };
        let standings = self.standings(package);
        let of = |request: PackageId| obligations.iter().any(|(other, _)| other.package == request);
        let editions = || standings.iter().flat_map(|standing| self.model.editions(standing.request));
        editions().any(of) && !standings.iter().any(|standing| of(standing.request))
    }

    /// Gives a rule's findings the severities that the requests ask for, and drops those that only another edition asks for.
    pub(super) fn apply(&self, rule: &Entry, found: Vec<Diagnostic>) -> Vec<Diagnostic> {
        if ALWAYS.contains(&rule.group) || !self.obligations.contains_key(rule.rule.name) {
            return found;
        }
        found.into_iter().filter_map(|diagnostic| self.weigh(diagnostic)).collect()
    }

    fn weigh(&self, diagnostic: Diagnostic) -> Option<Diagnostic> {
        let folder = self.model.sources.file(diagnostic.primary.span.file).folder();
        let Some(package) = self.folders.get(folder).copied() else { return Some(diagnostic) };
        if self.is_asked_elsewhere_only(package, diagnostic.rule) {
            return None;
        }
        let own = diagnostic.severity;
        let asked = self.asked(package, diagnostic.rule).unwrap_or(own);
        Some(diagnostic.severity(own.min(asked)))
    }
}
