//! Sets of words: which options a choice has, and how many of them may be picked.

use std::collections::BTreeSet;

/// What may be picked: some of these options at once. A text is one word that nobody lists.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Words<'s> {
    /// The options; any word where they are not listed.
    pub options: Option<BTreeSet<&'s str>>,
    /// How many are picked at least and at most.
    pub pick: (u32, u32),
}

impl<'s> Words<'s> {
    /// How many can be picked: at least and at most.
    fn sizes(&self) -> (usize, usize) {
        let most = self.options.as_ref().map_or(usize::MAX, BTreeSet::len);
        (self.pick.0 as usize, most.min(self.pick.1 as usize))
    }

    /// Whether nothing can be picked: fewer options than must be, or bounds that exclude each other.
    pub fn is_empty(&self) -> bool {
        let (least, most) = self.sizes();
        least > most
    }

    /// Whether a word is among the options.
    pub fn contains(&self, word: &str) -> bool {
        self.options.as_ref().is_none_or(|options| options.contains(word))
    }

    /// Whether these words may be picked together.
    pub fn allows(&self, picked: &BTreeSet<&str>) -> bool {
        let (least, most) = self.sizes();
        (least..=most).contains(&picked.len()) && picked.iter().all(|word| self.contains(word))
    }

    /// The options that are in both.
    #[must_use]
    pub fn among(&self, options: &BTreeSet<&'s str>) -> Self {
        let kept = self.options.as_ref().map_or_else(|| options.clone(), |own| own & options);
        Self { options: Some(kept), pick: self.pick }
    }

    /// What both allow.
    #[must_use]
    pub fn intersection(&self, other: &Self) -> Self {
        let options = match (&self.options, &other.options) {
            (Some(one), Some(two)) => Some(one & two),
            (one, two) => one.clone().or_else(|| two.clone()),
        };
        Self { options, pick: (self.pick.0.max(other.pick.0), self.pick.1.min(other.pick.1)) }
    }

    /// Words that may be picked together here and not there; none of them where any word that the other does not list will do.
    pub fn beyond(&self, other: &Self) -> Option<BTreeSet<&'s str>> {
        let (least, most) = self.sizes();
        if least > most {
            return None;
        }
        let (fewest, greatest) = other.sizes();
        let Some(options) = &self.options else {
            let inside = other.options.is_none() && fewest <= least && most <= greatest;
            return (!inside).then(BTreeSet::new);
        };
        let strange = options.iter().copied().filter(|word| !other.contains(word));
        let known = options.iter().copied().filter(|word| other.contains(word));
        let pick = |size: usize| strange.clone().chain(known.clone()).take(size).collect();
        if most > 0 && strange.clone().next().is_some() {
            return Some(pick(least.max(1)));
        }
        (least < fewest).then(|| pick(least)).or_else(|| (most > greatest).then(|| pick(most)))
    }
}
