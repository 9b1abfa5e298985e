//! Findings that lack the same thing: one of them stands for all.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use crate::diagnostic::{Diagnostic, Fix};

/// Makes one finding of those of one rule that lack the same; the first place is its own, the others stand beside it.
pub(super) fn by_lack(found: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut first: BTreeMap<(&'static str, String, String), usize> = BTreeMap::new();
    let mut grouped: Vec<Diagnostic> = Vec::with_capacity(found.len());
    for finding in found {
        let Some(lack) = &finding.ties.lack else {
            grouped.push(finding);
            continue;
        };
        match first.entry((finding.rule, lack.package.clone(), lack.name.clone())) {
            Entry::Vacant(place) => {
                place.insert(grouped.len());
                grouped.push(finding);
            }
            Entry::Occupied(place) => join(&mut grouped[*place.get()], finding),
        }
    }
    grouped
}

fn join(first: &mut Diagnostic, other: Diagnostic) {
    first.also.push(other.primary.span);
    // Only what mends all places mends the cause.
    first.fixes.retain_mut(|fix| match other.fixes.iter().find(|it| it.title == fix.title) {
        Some(same) => {
            merge(fix, same);
            true
        }
        None => false,
    });
    if let (Some(lack), Some(other)) = (&mut first.ties.lack, other.ties.lack) {
        lack.kinds.extend(other.kinds);
    }
}

fn merge(fix: &mut Fix, other: &Fix) {
    // The same edit, such as the line `use`, is made once.
    let last = fix.edits.first().cloned();
    fix.edits.extend(other.edits.iter().filter(|edit| Some(*edit) != last.as_ref()).cloned());
    fix.applicability = fix.applicability.max(other.applicability);
}
