//! What a rule sees, and how it reports.

use std::collections::{BTreeMap, BTreeSet};

use crate::comments::Kept;
use crate::diagnostic::{Diagnostic, Fix, Label, Lack, Severity};
use crate::edit;
use crate::graph::Graph;
use crate::lock::Lock;
use crate::logic::parameters::Parameters;
use crate::model::standard::Stage;
use crate::model::{Adopts, Declaration, Id, Model, PackageId, Plan, Situation, Standard};
use crate::risk::Ratings;
use crate::source::Span;
use crate::wording::Wording;

use super::duty::Duties;
use super::{Rule, Texts};

/// The kinds that say what a work programme plans: what a rule misses of a plan, one of these would say.
pub const PLAN: &[&str] =
    &["programme", "request", "item", "body", "milestone", "participation", "report", "work-item", "standard"];

/// What a rule sees: the model, the graph, and the texts. Findings go in through [`Context::report`].
pub struct Context<'m, 's> {
    /// The model.
    pub model: &'m Model<'s>,
    /// The graph.
    pub graph: &'m Graph,
    /// What was reviewed.
    pub lock: &'m Lock,
    /// The comments on drafts.
    pub comments: &'m [Kept],
    /// What the texts say, word by word.
    pub wording: &'m Wording<'s>,
    /// The texts of deliverables and libraries.
    pub texts: &'m Texts<'m, 's>,
    /// The parameters of every requirement.
    pub parameters: &'m Parameters<'m, 's>,
    /// How the threats of each deliverable are rated, where it sees a matrix.
    pub ratings: &'m BTreeMap<PackageId, Ratings<'m, 's>>,
    duties: &'m Duties<'m, 's>,
    rule: &'static str,
    severity: Severity,
    /// Whether the workspace sets the severity, so that no finding has one of its own.
    set: bool,
    diagnostics: Vec<Diagnostic>,
}

/// What every rule sees.
#[derive(Clone, Copy)]
pub(super) struct Seen<'m, 's> {
    pub(super) model: &'m Model<'s>,
    pub(super) graph: &'m Graph,
    pub(super) lock: &'m Lock,
    pub(super) comments: &'m [Kept],
    pub(super) wording: &'m Wording<'s>,
    pub(super) texts: &'m Texts<'m, 's>,
    pub(super) parameters: &'m Parameters<'m, 's>,
    pub(super) ratings: &'m BTreeMap<PackageId, Ratings<'m, 's>>,
    pub(super) duties: &'m Duties<'m, 's>,
}

impl<'m, 's> Context<'m, 's> {
    /// What the rule sees of what is `seen`; `set` is the severity that the workspace sets.
    pub(super) fn new(seen: Seen<'m, 's>, rule: &Rule, set: Option<Severity>) -> Self {
        let Seen { model, graph, lock, comments, wording, texts, parameters, ratings, duties } = seen;
        let severity = set.unwrap_or(rule.severity);
        Self {
            model,
            graph,
            lock,
            comments,
            wording,
            texts,
            parameters,
            ratings,
            duties,
            rule: rule.name,
            severity,
            set: set.is_some(),
            diagnostics: Vec::new(),
        }
    }

    pub(super) fn into_diagnostics(self) -> Vec<Diagnostic> {
        self.diagnostics
    }

    /// Reports a finding: the place, the fact, and what to do.
    pub fn report(&mut self, span: Span, message: impl Into<String>, help: impl Into<String>) -> Reported<'_> {
        let diagnostic = Diagnostic::error(self.rule, span, message).severity(self.severity).help(help);
        self.diagnostics.push(diagnostic);
        let at = self.diagnostics.len() - 1;
        Reported { diagnostic: &mut self.diagnostics[at], set: self.set }
    }

    /// Whether a request that the package answers asks the package, in an obligation, for what this rule checks.
    pub fn is_asked_of(&self, package: PackageId) -> bool {
        self.asking(package).is_some()
    }

    /// The obligation by which a request that the package answers asks it for what this rule checks.
    pub fn asking(&self, package: PackageId) -> Option<&'m Declaration<'s>> {
        self.duties.asking(package, self.rule)
    }

    /// The deliverables that are asked for what this rule checks. Rules on what a deliverable contains look at these only: one edition of the
    /// request asks for what another does not, and a request that asks for nothing is answered by anything.
    pub fn asked_standards(&self) -> Vec<Asked<'m, 's>> {
        // A deliverable that answers an item of the wrong role has that finding; what the item asks besides is not meant for it.
        let standards = self.model.standards().filter(|(_, standard)| self.model.answers_its_role(standard));
        let asked = standards.filter_map(|(package, standard)| {
            let (head, by) = (self.model.get(package.head?), self.asking(package.id)?);
            Some(Asked { package: package.id, head, standard, by })
        });
        asked.collect()
    }

    /// The work programmes whose request asks for what this rule checks.
    pub fn asked_plans(&self) -> Vec<Plan<'m, 's>> {
        let asking = |package| Some(self.asking(package)?.package);
        let packages = self.model.packages().iter();
        packages.filter_map(|package| self.model.plan(package, asking(package.id)?)).collect()
    }

    /// How serious something is that has to be settled before a deliverable is voted on: a note in a draft, a warning in the enquiry and in a work
    /// programme, an error after that.
    pub fn by_stage(&self, package: PackageId) -> Severity {
        match self.model.stage(package) {
            Some(Stage::Draft) => Severity::Note,
            Some(Stage::Vote | Stage::Published) => Severity::Error,
            Some(Stage::Enquiry) | None => Severity::Warning,
        }
    }

    /// The packages in which a declaration of these kinds could not be read whole. What it was to refer to is not known, so that nobody should
    /// complain there of a reference that is missing.
    pub fn unread(&self, kinds: &[&str]) -> BTreeSet<PackageId> {
        let unread = self.model.loose().filter(|declaration| kinds.contains(&declaration.kind()));
        unread.map(|declaration| declaration.package).collect()
    }

    /// A situation as the end of a sentence: `` in the use case `UC-HOME` ``; nothing where the deliverable has no use case.
    pub fn place(&self, situation: &Situation) -> String {
        let use_case = situation.use_case.map(|id| &self.model.get(id).name);
        use_case.map_or_else(String::new, |name| format!(" in the use case `{name}`"))
    }

    /// The packages in which a reference of any declaration leads nowhere: what seems to be unused there may be what it was to mean.
    pub fn loose(&self) -> BTreeSet<PackageId> {
        self.model.loose().map(|declaration| declaration.package).collect()
    }

    /// How a declaration is called in a message to a reader of this package: `T-1`, or `lib:T-1` from elsewhere.
    pub fn name(&self, declaration: &Declaration<'s>, from: PackageId) -> String {
        if declaration.package == from && !declaration.name.is_empty() {
            declaration.name.clone()
        } else {
            self.model.qualified(declaration.id)
        }
    }

    /// Several declarations as a message calls them: `` `R-1`, `R-2` and `lib:R-3` ``.
    pub fn names(&self, ids: &[Id], last: &str, from: PackageId) -> String {
        let names: Vec<_> = ids.iter().map(|id| format!("`{}`", self.name(self.model.get(*id), from))).collect();
        match names.split_last() {
            None => String::new(),
            Some((only, [])) => only.clone(),
            Some((end, rest)) => format!("{} {last} {end}", rest.join(", ")),
        }
    }

    /// How the source of a package refers to a declaration, by the name under which it uses the other's package; `None` where it does not.
    pub fn reference(&self, id: Id, from: PackageId) -> Option<String> {
        let declaration = self.model.get(id);
        if declaration.package == from {
            return Some(declaration.name.clone());
        }
        let used = self.model.package(from).uses.iter().find(|used| used.package == declaration.package)?;
        Some(format!("{}:{}", used.alias, declaration.name))
    }

    /// Takes a requirement out of the `adopts` in which it stands, or that whole.
    pub fn without_adoption(&self, package: PackageId, at: Span) -> Option<Fix> {
        let stands = |adopts: &Adopts| adopts.requirements.iter().any(|target| target.span == at);
        let (declaration, adopts) = self.model.of::<Adopts>(package).find(|(_, adopts)| stands(adopts))?;
        let list: Vec<_> = adopts.requirements.iter().map(|target| target.span).collect();
        let edit = match &list[..] {
            [_] => Some(edit::without(self.model.sources, declaration.span)),
            _ => edit::without_entry(self.model.sources, &list, at),
        };
        Some(Fix::safe("take it away").edit(edit?))
    }
}

/// A deliverable whose request asks for something.
pub struct Asked<'m, 's> {
    /// Its package.
    pub package: PackageId,
    /// The declaration of its header.
    pub head: &'m Declaration<'s>,
    /// The header.
    pub standard: &'m Standard<'s>,
    /// The obligation that asks.
    pub by: &'m Declaration<'s>,
}

/// A finding that was just reported, to add to.
pub struct Reported<'d> {
    diagnostic: &'d mut Diagnostic,
    set: bool,
}

impl Reported<'_> {
    /// A few words under the primary place.
    pub fn here(self, text: impl Into<String>) -> Self {
        self.diagnostic.primary.text = text.into();
        self
    }

    /// A finding that is more or less serious than others of its rule; what the workspace sets holds for all.
    pub fn severity(self, severity: Severity) -> Self {
        if !self.set {
            self.diagnostic.severity = severity;
        }
        self
    }

    /// The obligation that asks for what is missing.
    pub fn asked_by(self, obligation: &Declaration<'_>) -> Self {
        self.label(obligation.at, "the request asks for it here")
    }

    /// Another place involved.
    pub fn label(self, span: Span, text: impl Into<String>) -> Self {
        self.diagnostic.labels.push(Label { span, text: text.into() });
        self
    }

    /// The finding misses what a declaration of these kinds would say. Where one of them could not be read, it may only follow from that, and
    /// is folded under the finding that says so; so it is where the declaration at its place, or at one of its labels, could not be read whole.
    pub fn misses(self, kinds: &'static [&'static str]) -> Self {
        self.diagnostic.ties.misses = Some(kinds);
        self
    }

    /// The finding says that something is not there: findings of the rule that lack the same in the same package have one cause.
    pub fn lacks(self, package: impl Into<String>, name: impl Into<String>) -> Self {
        let (package, name) = (package.into(), name.into());
        self.diagnostic.ties.lack = Some(Lack { package, name, kinds: Vec::new(), near: None });
        self
    }

    /// The finding says that a declaration is not taken over, or does not count as it stands: what it would bring is missed as well. `span` is
    /// the place of its name.
    pub fn without(self, span: Span) -> Self {
        self.diagnostic.ties.without = Some(span);
        self
    }

    /// A way to mend it, where there is one.
    pub fn fixed(self, fix: Option<Fix>) -> Self {
        self.diagnostic.fixes.extend(fix);
        self
    }

    /// A way to mend it, or another; the best first.
    pub fn fix(self, fix: Fix) -> Self {
        self.diagnostic.fixes.push(fix);
        self
    }
}
