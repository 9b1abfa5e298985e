//! Check: rules read the model and the graph and report. Changes nothing; no rule calls another.

mod allow;
pub mod causes;
mod context;
mod drafting;
mod duty;
mod rule;
mod stub;
pub mod rules;
mod texts;

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::{IntoParallelRefIterator, ParallelIterator};

use crate::comments::Rounds;
use crate::diagnostic::{Diagnostic, Severity};
use crate::graph::Graph;
use crate::lock::Lock;
use crate::logic::parameters::Parameters;
use crate::model::{Model, request::Edition};
use crate::risk;
use crate::source::Span;
use crate::wording;

use duty::Duties;

pub use context::{Context, PLAN};
pub use drafting::{DraftingRule, Organisation, drafting_rules};
pub use rule::{Page, Rule, page, plain};
pub use texts::{Mark, Prose, Texts};

use context::Seen;

/// What a workspace says about rules.
#[derive(Clone, Debug, Default)]
pub struct Config {
    /// Severities that differ from the rules' own; `None` switches a rule off.
    pub severities: BTreeMap<String, Option<Severity>>,
    /// Checks as if every deliverable answered this edition of its request.
    pub edition: Option<Edition>,
    /// What was reviewed.
    pub lock: Arc<Lock>,
    /// The comments on drafts.
    pub comments: Arc<Rounds>,
}

/// A finding that the source accepts, and why.
#[derive(Clone, Debug)]
pub struct Accepted {
    /// The finding.
    pub diagnostic: Diagnostic,
    /// The reason.
    pub because: String,
    /// Where it is accepted.
    pub at: Span,
}

/// What a check found.
#[derive(Clone, Debug, Default)]
pub struct Findings {
    /// What stands, in order.
    pub diagnostics: Vec<Diagnostic>,
    /// What the source accepts, in order.
    pub accepted: Vec<Accepted>,
}

/// Runs every rule.
pub fn run(model: &Model<'_>, graph: &Graph, config: &Config) -> Findings {
    // What several rules look at is made once.
    let read = || rayon::join(|| wording::read(model), || Texts::read(model));
    let proved = || rayon::join(|| Parameters::new(model), || risk::rate_all(model, graph));
    let ((wording, texts), (parameters, ratings)) = rayon::join(read, proved);
    let duties = Duties::of(model, config.edition);
    let seen = Seen {
        model,
        graph,
        lock: &config.lock,
        comments: &config.comments,
        wording: &wording,
        texts: &texts,
        parameters: &parameters,
        ratings: &ratings,
        duties: &duties,
    };
    let found: Vec<Vec<Diagnostic>> = rules::RULES
        .par_iter()
        .filter_map(|entry| {
            let check = entry.rule.check?;
            let set = config.severities.get(entry.rule.name).copied();
            if set == Some(None) {
                return None;
            }
            let mut context = Context::new(seen, entry.rule, set.flatten());
            check(&mut context);
            let found = context.into_diagnostics();
            Some(if config.severities.contains_key(entry.rule.name) { found } else { duties.apply(entry, found) })
        })
        .collect();
    let mut findings = allow::apply(model, found.into_iter().flatten().collect(), config);
    findings.diagnostics.sort_by(Diagnostic::order);
    findings.accepted.sort_by(|one, other| one.diagnostic.order(&other.diagnostic));
    findings
}
