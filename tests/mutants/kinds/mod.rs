//! The kinds of defects, grouped like the rules that find them.

mod assessment;
mod contents;
mod coverage;
mod drafting;
mod evaluation;
mod inheritance;
mod language;
mod names;
mod parameters;
mod programme;
mod risk;
mod scope;
mod terms;
mod trace;
mod typography;
mod wording;

use std::sync::LazyLock;

use super::corpus::{Corpus, Mutant};

/// A kind of defect.
pub(crate) struct Kind {
    /// What is wrong, in words.
    pub(crate) name: &'static str,
    /// The rule that has to find it.
    pub(crate) rule: &'static str,
    /// Every place of the corpus that can be damaged so.
    pub(crate) mutants: fn(&Corpus<'_>) -> Vec<Mutant>,
}

/// Every kind.
pub(crate) static KINDS: LazyLock<Vec<&'static Kind>> = LazyLock::new(|| {
    let groups = [
        language::KINDS,
        names::KINDS,
        trace::KINDS,
        assessment::KINDS,
        coverage::KINDS,
        inheritance::KINDS,
        parameters::KINDS,
        risk::KINDS,
        scope::KINDS,
        contents::KINDS,
        evaluation::KINDS,
        programme::KINDS,
        terms::KINDS,
        typography::KINDS,
        wording::KINDS,
        drafting::KINDS,
    ];
    groups.into_iter().flatten().collect()
});
