//! Sentences that the outline gives to a draft: what becomes of those that refer to a clause that is not there.

use std::collections::BTreeSet;

use super::block::{Block, Clause};
use super::inline::Inline;

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
