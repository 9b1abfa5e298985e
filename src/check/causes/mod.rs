//! Causes: tells findings that only follow from others. Findings that lack the same thing become one with several places; one that may vanish
//! by itself once another is mended is folded under that one. Loses no finding and makes none.

mod group;
mod roots;

use crate::diagnostic::Diagnostic;
use crate::model::Model;

use roots::Roots;

/// How long a chain of causes is followed.
const CHAIN: usize = 8;

/// Folds findings that are in order under their causes.
pub fn fold(model: &Model<'_>, found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    if found.len() < 2 {
        return found;
    }
    let findings = group::by_lack(found);
    let roots = Roots::of(model, &findings);
    let causes: Vec<_> = (0..findings.len()).map(|at| roots.cause(at)).collect();
    let first = |at: usize| {
        let chain = std::iter::successors(causes[at], |cause| causes[*cause]);
        chain.take(CHAIN).filter(|cause| *cause != at).last()
    };
    let firsts: Vec<_> = (0..findings.len()).map(first).collect();
    let mut folded: Vec<Vec<Diagnostic>> = vec![Vec::new(); findings.len()];
    let mut kept = Vec::new();
    for (at, finding) in findings.into_iter().enumerate() {
        match firsts[at].filter(|cause| firsts[*cause].is_none()) {
            Some(cause) => folded[cause].push(finding),
            None => kept.push((at, finding)),
        }
    }
    let with = |(at, mut finding): (usize, Diagnostic)| {
        finding.consequences.append(&mut folded[at]);
        finding
    };
    kept.into_iter().map(with).collect()
}
