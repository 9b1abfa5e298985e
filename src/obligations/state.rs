//! How one obligation stands: what its rules found in the package, what a review of it says, or why it does not bind.

use schemars::JsonSchema;
use serde::Serialize;

use crate::check::rules;
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::review::Outcome;
use crate::model::{Id, Model, Obligation, Package, Standing, Unbound};
use crate::source::Span;

use super::Evidence;

/// How an obligation stands.
#[derive(Clone, Debug, Serialize, JsonSchema)]
#[serde(tag = "state", rename_all = "kebab-case")]
pub enum State {
    /// One of its rules found something.
    Violated {
        /// What.
        findings: Vec<Finding>,
    },
    /// Its rules found something, and the sources accept all of it with a reason.
    Accepted {
        /// What, and why.
        findings: Vec<Finding>,
    },
    /// A person has to judge, and no record says that somebody did, or the record is out of date.
    NeedsReview(Because),
    /// Nothing decides it: its rules are switched off, or what they look at is lacking.
    Unchecked(Because),
    /// Its rules found nothing.
    Met,
    /// A person judged it.
    Reviewed {
        /// The review.
        review: String,
        /// Who.
        by: String,
        /// When.
        date: String,
        /// With what outcome.
        outcome: String,
    },
    /// It permits something, so that nothing is owed.
    Permission,
    /// It binds the work programme.
    Programme,
    /// It does not bind the package.
    NotApplicable(Because),
}

/// A reason in words.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Because {
    /// The reason, as the end of a sentence.
    pub because: String,
}

/// A finding of one of an obligation's rules.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub struct Finding {
    /// The rule.
    pub rule: String,
    /// How serious it is.
    pub severity: String,
    /// What is wrong.
    pub message: String,
    /// The file, below the root of the workspace.
    pub path: String,
    /// The line, from 1.
    pub line: u32,
    /// Why the sources accept it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub because: Option<String>,
}

impl State {
    /// The words of the states, in the order of urgency.
    pub const WORDS: &'static [&'static str] = &[
        "violated",
        "accepted",
        "needs review",
        "unchecked",
        "met",
        "reviewed",
        "permission",
        "programme",
        "not applicable",
    ];

    /// The state in a word or two.
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Violated { .. } => "violated",
            Self::Accepted { .. } => "accepted",
            Self::NeedsReview(_) => "needs review",
            Self::Unchecked(_) => "unchecked",
            Self::Met => "met",
            Self::Reviewed { .. } => "reviewed",
            Self::Permission => "permission",
            Self::Programme => "programme",
            Self::NotApplicable(_) => "not applicable",
        }
    }

    /// Whether the package owes it.
    pub const fn binds(&self) -> bool {
        !matches!(self, Self::Programme | Self::NotApplicable(_))
    }

    /// Whether something is wrong: a rule found it, or a person said so.
    pub fn is_violated(&self) -> bool {
        match self {
            Self::Violated { .. } => true,
            Self::Reviewed { outcome, .. } => outcome == Outcome::NotMet.word(),
            _ => false,
        }
    }

    /// What there is to say of it, a line each.
    pub fn details(&self) -> Vec<String> {
        match self {
            Self::Violated { findings } | Self::Accepted { findings } => folded(findings),
            Self::NeedsReview(why) | Self::Unchecked(why) | Self::NotApplicable(why) => vec![why.because.clone()],
            Self::Reviewed { review, by, date, outcome } => vec![format!("{outcome}: {review}, {date}, by {by}")],
            Self::Met | Self::Permission | Self::Programme => Vec::new(),
        }
    }
}

impl Finding {
    fn in_words(&self, more: &str) -> String {
        let because = self.because.as_ref().map_or_else(String::new, |because| format!(", accepted because {because}"));
        format!("{}:{}: {}: {}{more}{because}", self.path, self.line, self.rule, self.message)
    }
}

/// Findings in lines; of those of one rule that are accepted for one reason, or not accepted, the first stands for all.
fn folded(findings: &[Finding]) -> Vec<String> {
    let alike = |one: &Finding, other: &Finding| one.rule == other.rule && one.because == other.because;
    let mut lines = Vec::new();
    for (at, finding) in findings.iter().enumerate() {
        if findings[..at].iter().any(|before| alike(before, finding)) {
            continue;
        }
        let more = findings[at + 1..].iter().filter(|after| alike(finding, after)).count();
        let more = if more == 0 { String::new() } else { format!(" (and {more} more)") };
        lines.push(finding.in_words(&more));
    }
    lines
}

fn because(because: impl Into<String>) -> Because {
    Because { because: because.into() }
}

/// Judges the obligations of one request for one package.
pub(super) struct Judge<'m, 's> {
    model: &'m Model<'s>,
    evidence: Evidence<'m>,
    package: Option<&'m Package<'s>>,
    standing: &'m Standing,
}

impl<'m, 's> Judge<'m, 's> {
    pub(super) fn new(
        model: &'m Model<'s>,
        evidence: Evidence<'m>,
        package: Option<&'m Package<'s>>,
        standing: &'m Standing,
    ) -> Self {
        Self { model, evidence, package, standing }
    }

    pub(super) fn state(&self, id: Id, obligation: &Obligation<'_>) -> State {
        match self.standing.unbound(obligation) {
            Some(Unbound::Programme) => return State::Programme,
            Some(unbound) => return State::NotApplicable(because(unbound.in_words())),
            None => {}
        }
        if obligation.is_permission() {
            return State::Permission;
        }
        // What rules find counts before what people wrote.
        let ruled = (!obligation.checked_by.is_empty()).then(|| self.ruled(obligation));
        match ruled {
            Some(State::Met) | None if obligation.is_by_review() => self.reviewed(id, obligation),
            Some(state) => state,
            None => self.unruled(),
        }
    }

    /// The state of an obligation that rules enforce.
    fn ruled(&self, obligation: &Obligation<'_>) -> State {
        let ours = |diagnostic: &Diagnostic| {
            obligation.checked_by.iter().any(|rule| rule.text == diagnostic.rule)
                && diagnostic.places().any(|span| self.is_here(span))
        };
        // What may only follow from another finding is not met either, as far as one can tell.
        let all = self.evidence.diagnostics.iter().flat_map(Diagnostic::all);
        let standing = all.filter(|it| it.severity > Severity::Note && ours(it));
        let findings: Vec<_> = standing.map(|diagnostic| self.finding(diagnostic, None)).collect();
        if !findings.is_empty() {
            return State::Violated { findings };
        }
        if let Some(why) = self.silence(obligation) {
            return State::Unchecked(because(why));
        }
        let accepted = self.evidence.accepted.iter().filter(|it| ours(&it.diagnostic));
        let findings: Vec<_> = accepted.map(|it| self.finding(&it.diagnostic, Some(it.because.clone()))).collect();
        if findings.is_empty() { State::Met } else { State::Accepted { findings } }
    }

    /// Why the silence of the rules says nothing.
    fn silence(&self, obligation: &Obligation<'_>) -> Option<String> {
        let rules = || obligation.checked_by.iter().map(|word| word.text);
        let of_programme =
            |rule: &str| rules::rule(rule).is_some_and(|entry| matches!(entry.group, "programme" | "language"));
        if self.package.is_none() && rules().any(of_programme) {
            return Some("the workspace has no work programme".to_owned());
        }
        let off = rules().find(|rule| self.evidence.config.severities.get(*rule) == Some(&None))?;
        Some(format!("norm.yaml switches the rule `{off}` off"))
    }

    /// The state of an obligation that a person has to judge.
    fn reviewed(&self, id: Id, obligation: &Obligation<'_>) -> State {
        let Some(package) = self.package else {
            return State::Unchecked(because("the workspace has no work programme"));
        };
        let Some((declaration, review)) = self.model.review(package.id, id) else {
            return State::NeedsReview(because("no review of it is recorded"));
        };
        if let Some(lapse) = self.model.lapse(package.id, review, obligation) {
            return State::NeedsReview(because(format!(
                "the review {} is no use: {}",
                declaration.name,
                lapse.in_words()
            )));
        }
        State::Reviewed {
            review: declaration.name.clone(),
            by: review.by.map_or_else(String::new, |by| by.content().as_str().to_owned()),
            date: review.date.map_or_else(String::new, |date| date.to_string()),
            outcome: review.outcome.map_or_else(String::new, |outcome| outcome.word().to_owned()),
        }
    }

    /// The state of an obligation that nothing enforces.
    fn unruled(&self) -> State {
        if self.package.is_none() {
            return State::Unchecked(because("the workspace has no work programme"));
        }
        State::Unchecked(because("no rule of normc enforces it"))
    }

    /// Whether a finding is one of the package. What concerns the work programme may show in any package: in an item that nobody answers, in a
    /// deliverable that is late.
    fn is_here(&self, span: Span) -> bool {
        let folder = self.model.sources.file(span.file).folder();
        self.standing.programme || self.package.is_some_and(|package| package.folder == folder)
    }

    fn finding(&self, diagnostic: &Diagnostic, because: Option<String>) -> Finding {
        let file = self.model.sources.file(diagnostic.primary.span.file);
        Finding {
            rule: diagnostic.rule.to_owned(),
            severity: diagnostic.severity.name().to_owned(),
            message: diagnostic.message.clone(),
            path: file.path().to_owned(),
            line: file.position(diagnostic.primary.span.start).line,
            because,
        }
    }
}
