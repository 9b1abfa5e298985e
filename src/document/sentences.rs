//! Sentences that the outline gives to a draft: the cross-references in them, and what becomes of those that lead nowhere.

use std::collections::BTreeSet;

use super::block::{Block, Clause};
use super::inline::Inline;

/// A text of the outline with a cross-reference for each `{ref:…}`, which names the anchor of a clause.
pub(super) fn references_in(text: &str) -> Vec<Inline> {
    let mut out = Vec::new();
    let mut rest = text;
    while let Some((before, (target, after))) =
        rest.split_once("{ref:").and_then(|(before, after)| Some((before, after.split_once('}')?)))
    {
        out.push(Inline::text(before));
        out.push(Inline::Reference { target: target.to_owned(), text: String::new(), title: String::new() });
        rest = after;
    }
    out.push(Inline::text(rest));
    out
}

/// Takes away the outline's sentences on clauses that this draft does not have.
pub(super) fn without_dangling(clauses: &mut [Clause]) {
    let mut anchors = BTreeSet::new();
    clauses.iter().for_each(|clause| anchors_of(clause, &mut anchors));
    clauses.iter_mut().for_each(|clause| take_away(clause, &anchors));
}

fn anchors_of(clause: &Clause, anchors: &mut BTreeSet<String>) {
    anchors.insert(clause.id.clone());
    clause.clauses.iter().for_each(|clause| anchors_of(clause, anchors));
}

fn take_away(clause: &mut Clause, anchors: &BTreeSet<String>) {
    let dangles = |inline: &Inline| match inline {
        Inline::Reference { target, text, .. } => {
            text.is_empty() && target.starts_with("cl-") && !anchors.contains(target)
        }
        _ => false,
    };
    clause.blocks.retain(|block| !matches!(block, Block::Paragraph { text } if text.iter().any(dangles)));
    clause.clauses.iter_mut().for_each(|clause| take_away(clause, anchors));
}
