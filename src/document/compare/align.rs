//! Which things of an old list are which of a new one, in an order in which both can be read.

use crate::redline::{self, Stroke};

/// How far a thing is looked for that was reworded.
const WINDOW: usize = 6;

/// A place in both lists, or in one.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Place {
    /// In both.
    Both(usize, usize),
    /// In the old one only.
    Old(usize),
    /// In the new one only.
    New(usize),
}

/// Things with the same key are the same, in one order; between them, those that are `alike`.
pub(super) fn align(old: &[String], new: &[String], alike: impl Fn(usize, usize) -> bool) -> Vec<Place> {
    let mut found = Vec::with_capacity(old.len().max(new.len()));
    let (mut gone, mut fresh) = (0..0, 0..0);
    for step in redline::steps(old, new) {
        match step.stroke {
            Stroke::Kept => {
                stretch(gone.clone(), fresh.clone(), &alike, &mut found);
                (gone, fresh) = (0..0, 0..0);
                found.extend(step.old.zip(step.new).map(|(one, other)| Place::Both(one, other)));
            }
            Stroke::Deleted if gone.is_empty() => gone = step.old,
            Stroke::Deleted => gone.end = step.old.end,
            Stroke::Inserted if fresh.is_empty() => fresh = step.new,
            Stroke::Inserted => fresh.end = step.new.end,
        }
    }
    stretch(gone, fresh, &alike, &mut found);
    found
}

/// A stretch in which no key is the same.
fn stretch(
    gone: std::ops::Range<usize>,
    fresh: std::ops::Range<usize>,
    alike: &impl Fn(usize, usize) -> bool,
    found: &mut Vec<Place>,
) {
    let mut next = gone.start;
    for other in fresh {
        let near = next..gone.end.min(next + WINDOW);
        if let Some(one) = near.into_iter().find(|one| alike(*one, other)) {
            found.extend((next..one).map(Place::Old));
            found.push(Place::Both(one, other));
            next = one + 1;
        } else {
            found.push(Place::New(other));
        }
    }
    found.extend((next..gone.end).map(Place::Old));
}
