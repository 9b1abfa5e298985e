//! A risk matrix with gaps, or one that falls.
//!
//! # What it checks
//! A risk matrix has one row for each likelihood, and in it one rating for each impact. Where the likelihood or the impact rises, the rating does not
//! fall.
//! # Why
//! Request M/606, Annex II, section 1: risks are found by a comprehensive analysis with a stated method. A method that leaves a risk without a rating,
//! or rates more harm lower, cannot order risks.
//! # Bad
//! ```norm
//! // in: spare
//! risk-matrix matrix "Rating" {
//!   likelihoods rare < likely
//!   impacts minor < severe
//!   ratings low < high
//!   row rare high, low  //~ unsound-matrix
//!   row likely high  //~ unsound-matrix
//!   accept low "Low risks are borne."
//! }
//! ```
//! # Good
//! ```norm
//! // in: spare
//! risk-matrix matrix "Rating" {
//!   likelihoods rare < likely
//!   impacts minor < severe
//!   ratings low < high
//!   row rare low, low
//!   row likely low, high
//!   accept low "Low risks are borne."
//! }
//! ```
//! # How to fix
//! Give each likelihood one row with a rating for each impact, and raise the rating that the message names, or lower the one before it.

use crate::check::{Context, Rule};
use crate::diagnostic::Severity;
use crate::model::{RiskMatrix, Word};
use std::collections::BTreeSet;

pub(in crate::check::rules) const RULE: Rule =
    Rule { name: "unsound-matrix", severity: Severity::Error, kinds: &["risk-matrix"], check: Some(check) };

fn check(context: &mut Context<'_, '_>) {
    for (_, matrix) in context.model.all::<RiskMatrix<'_>>() {
        rows(context, matrix);
        let mut falls = BTreeSet::new();
        for (before, after, scale) in neighbours(matrix) {
            if is_lower(matrix, after, before) && falls.insert(after.span) {
                report(context, before, after, scale);
            }
        }
    }
}

/// Each rating with the one at the next impact, and with the one at the next likelihood.
fn neighbours<'s>(matrix: &RiskMatrix<'s>) -> Vec<(Word<'s>, Word<'s>, &'static str)> {
    let rows = matrix.rows.iter().flat_map(|(_, cells)| cells.windows(2));
    let mut neighbours: Vec<_> = rows.map(|cells| (cells[0], cells[1], "impact")).collect();
    for (lower, higher) in matrix.likelihoods.iter().zip(matrix.likelihoods.iter().skip(1)) {
        let row = |of: &Word<'_>| matrix.rows.iter().find(|(it, _)| it.text == of.text).map(|(_, cells)| cells);
        let (Some(lower), Some(higher)) = (row(lower), row(higher)) else { continue };
        neighbours.extend(lower.iter().zip(higher).map(|(one, other)| (*one, *other, "likelihood")));
    }
    neighbours
}

/// Reports rows that are missing, stand twice, or have not one rating for each impact.
fn rows(context: &mut Context<'_, '_>, matrix: &RiskMatrix<'_>) {
    for likelihood in &matrix.likelihoods {
        let mut rows = matrix.rows.iter().filter(|(of, _)| of.text == likelihood.text);
        let Some((first, cells)) = rows.next() else {
            let message = format!("the matrix has no row for the likelihood `{}`", likelihood.text);
            context.report(likelihood.span, message, "write a `row` for it, with a rating for each impact").misses(&[]);
            continue;
        };
        if cells.len() != matrix.impacts.len() {
            let (has, asked) = (cells.len(), matrix.impacts.len());
            let message = format!("the row `{}` has {has} ratings for {asked} impacts", first.text);
            context.report(first.span, message, "write one rating for each impact, in their order").misses(&[]);
        }
        for (again, _) in rows {
            let message = format!("the likelihood `{}` has a second row", again.text);
            context.report(again.span, message, "keep one of the two").label(first.span, "the first").misses(&[]);
        }
    }
}

fn is_lower(matrix: &RiskMatrix<'_>, one: Word<'_>, other: Word<'_>) -> bool {
    let rank = |word: Word<'_>| matrix.ratings.iter().position(|rating| rating.text == word.text);
    matches!((rank(one), rank(other)), (Some(one), Some(other)) if one < other)
}

fn report(context: &mut Context<'_, '_>, before: Word<'_>, after: Word<'_>, scale: &str) {
    let message = format!("the rating falls from `{}` to `{}` where the {scale} rises", before.text, after.text);
    context
        .report(after.span, message, "raise this rating, or lower the other")
        .label(before.span, "the other")
        .misses(&[]);
}
